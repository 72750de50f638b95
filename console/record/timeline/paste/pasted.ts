import type { Clock } from './clock.ts';
import type { LooseDay, WrittenDay } from './day.ts';

/** What happened, as it was written. */
export type PasteEntry = {
  /** Its first line, from 0. */
  line: number;
  text: string;
  name?: string;
  /** Written in the line itself. */
  day?: WrittenDay;
  /** It is the first below a line that says the day of what follows, perhaps without its date. */
  dayAbove?: WrittenDay | LooseDay;
  clock?: Clock;
  /** ISO 8601, where the text says the instant itself. */
  at?: string;
};

export type PasteReading = {
  /** How it was read, in words. */
  format: string;
  entries: readonly PasteEntry[];
  /** Lines that fit to nothing. */
  unexplained: readonly PasteLine[];
  /** Lines that say the day of what follows, and become no entry. */
  dayLines: readonly PasteLine[];
};

/** A line as it was pasted. */
export type PasteLine = { line: number; text: string };
