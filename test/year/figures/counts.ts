import * as z from 'zod';

/** How often each thing occurred, by its name. */
export const Counts = z.record(z.string(), z.number());
export type Counts = z.infer<typeof Counts>;

/** Counts what occurred, and says zero of what did not. */
export const countsOf = <Name extends string>(names: readonly Name[], all: readonly Name[]): Counts =>
  Object.fromEntries(names.map((name) => [name, all.filter((one) => one === name).length]));

/** Counts of several years as one. All have the same names. */
export function addedUp(all: readonly Counts[]): Counts {
  const names = Object.keys(all[0] ?? {});
  return Object.fromEntries(names.map((name) => [name, all.reduce((sum, one) => sum + (one[name] ?? 0), 0)]));
}
