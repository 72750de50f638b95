/** Day as a text names it. Without a year where the text has none. */
export type PastedDay = {
  year?: number;
  month: number;
  day: number;
  /** Written as 03/04: read with the day first, and to be asked about. */
  isAmbiguous?: true;
};

export type PastedTime = { hour: number; minute: number; second: number };

export type Noise = 'join' | 'bot' | 'reaction' | 'edit';

export type PastedEntry = {
  /** Number of its first line, from 1; of its message in a JSON export. */
  line: number;
  /** Numbers of all its lines. */
  lines: number[];
  name?: string;
  text: string;
  day?: PastedDay;
  time: PastedTime;
  /** Zone or offset that the text itself names. It wins over the one that is chosen. */
  zoneInText?: string;
  noise?: Noise;
};

export type PasteReading = {
  format: string;
  /** Number of lines that the format explains. */
  explained: number;
  entries: PastedEntry[];
  /** Numbers of the lines that only name a day. */
  dayLines: number[];
  unexplained: { line: number; text: string }[];
  /** Columns of a table by what they were taken for. A person may choose others. */
  columns?: PastedColumns;
  isDayOrderAmbiguous: boolean;
};

export type PastedColumns = { time: number; text: number; date?: number; who?: number };
