const DAY_MS = 86_400_000;
const YEAR_MS = 365 * DAY_MS;

export type StripScale = {
  /** Place of a time between 0 and 1, the newest at 1. */
  at(time: number): number;
  /** Older times stand closer together. */
  isLogarithmic: boolean;
  ticks: readonly number[];
};

/** A scale of time for a strip; beyond a year it is by the logarithm of the age, so that what is recent can be told apart. */
export function stripScale(from: number, to: number): StripScale {
  const span = Math.max(to - from, 1);
  const isLogarithmic = span > YEAR_MS;
  const log = (age: number) => Math.log1p(Math.max(0, age) / DAY_MS);
  const at = (time: number): number => {
    const place = isLogarithmic ? 1 - log(to - time) / log(span) : (time - from) / span;
    return Math.min(1, Math.max(0, place));
  };
  return { at, isLogarithmic, ticks: isLogarithmic ? agesOf(from, to) : evenly(from, to) };
}

const evenly = (from: number, to: number): number[] => [0, 1, 2, 3].map((part) => from + ((to - from) * part) / 3);

/** Round ages, so that one sees how the scale is squeezed. */
const agesOf = (from: number, to: number): number[] => [
  ...[3650, 1825, 730, 365, 90, 30, 7].map((days) => to - days * DAY_MS).filter((time) => time >= from),
  to,
];

/** Lanes for marks that would lie on each other: each goes to the lowest lane in which it has room. @param gap in the unit of the places */
export function lanesOf(places: readonly number[], gap: number): number[] {
  const ends: number[] = [];
  return places.map((place) => {
    const found = ends.findIndex((end) => place - end >= gap);
    const lane = found === -1 ? ends.length : found;
    ends[lane] = place;
    return lane;
  });
}
