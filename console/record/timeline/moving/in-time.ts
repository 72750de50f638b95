import type { Entry } from '../entries.ts';
import { between } from '../gaps.ts';

const MINUTE_MS = 60_000;

/** Where an entry may come: before the entry of that index among the others, or after all of them. */
export type TimeSlot = { index: number; at: string };

/** An entry on its way: as it is stored, and when it is to be. */
export type Underway = { entry: Entry; at: string };

/**
 * One step earlier or later: past the next entry that is shown, to the middle between its new neighbours. Before the first
 * and after the last it is a minute. Back in the gap that it came from it has its own time again.
 */
export function stepInTime(shown: readonly Entry[], { entry, at }: Underway, way: -1 | 1): TimeSlot {
  const others = othersOf(shown, entry);
  const index = indexOf(others, { id: entry.id, at });
  const isAtEnd = way < 0 ? index === 0 : index === others.length;
  return isAtEnd ? { index, at: moved(at, way) } : roomFrom(others, entry, index + way, way);
}

/** Into a gap among the others. @returns undefined for the one where it is already */
export function dropInTime(shown: readonly Entry[], { entry, at }: Underway, index: number): TimeSlot | undefined {
  const others = othersOf(shown, entry);
  const here = indexOf(others, { id: entry.id, at });
  return index === here ? undefined : roomFrom(others, entry, index, index < here ? -1 : 1);
}

export const othersOf = (shown: readonly Entry[], { id }: Entry): Entry[] => shown.filter((one) => one.id !== id);

/** The next gap in which there is a time: entries of one instant have none between them. */
function roomFrom(others: readonly Entry[], entry: Entry, from: number, way: -1 | 1): TimeSlot {
  const own = indexOf(others, entry);
  for (let index = from; ; index += way) {
    if (index === own) return { index, at: entry.at };
    const [before, after] = [others[index - 1], others[index]];
    if (before === undefined) return { index: 0, at: after === undefined ? entry.at : moved(after.at, -1) };
    if (after === undefined) return { index: others.length, at: moved(before.at, 1) };
    if (Date.parse(after.at) - Date.parse(before.at) > 1) return { index, at: between(before, after) };
  }
}

/** As the API orders them: by time, and at one instant by id. */
export function byTime(one: Pick<Entry, 'at' | 'id'>, other: Pick<Entry, 'at' | 'id'>): number {
  return Date.parse(one.at) - Date.parse(other.at) || (one.id < other.id ? -1 : Number(one.id > other.id));
}

const indexOf = (others: readonly Entry[], entry: Pick<Entry, 'at' | 'id'>): number =>
  others.filter((other) => byTime(other, entry) < 0).length;

const moved = (at: string, way: -1 | 1): string => new Date(Date.parse(at) + way * MINUTE_MS).toISOString();
