import type { FixBooks, YearBooks } from '../books.ts';

/** A promise that was not kept, about which fix, and when. */
export type Violation = {
  readonly promise: string;
  readonly because: string;
  readonly fix?: FixBooks;
  readonly at: number;
};

export type Promised = (year: YearBooks) => Violation[];

export const inWords = (at: number): string =>
  Number.isFinite(at) ? new Date(at).toISOString().slice(0, 16).replace('T', ' ') : 'never';
