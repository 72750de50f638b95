export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

/** A span of simulated time in milliseconds, its end not included. */
export type Span = { readonly from: number; readonly to: number };

export const isWithin = ({ from, to }: Span, at: number): boolean => from <= at && at < to;
