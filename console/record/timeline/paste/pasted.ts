import type { Clock } from './clock.ts';
import type { LooseDay, WrittenDay } from './day.ts';

/** What happened, as it was written. */
export type PasteEntry = {
  /** Its first line, from 0. */
  line: number;
  text: string;
  name?: string;
  day?: WrittenDay;
  /** It is the first after a line that says another day without its date. */
  looseDay?: LooseDay;
  clock?: Clock;
  /** ISO 8601, where the text says the instant itself. */
  at?: string;
};

export type PasteReading = {
  /** How it was read, in words. */
  format: string;
  entries: readonly PasteEntry[];
  /** Lines that fit to nothing. */
  unexplained: readonly { line: number; text: string }[];
};
