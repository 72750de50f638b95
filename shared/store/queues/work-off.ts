import type { Table } from '../table.ts';
import { type LeftOver, leftOverChunk } from './sweep-pass.ts';

type ListParts = {
  table: Table;
  name: string;
  left: LeftOver;
  /** Does the work of entries in their order. @returns how many it began, from the first on: fewer when its time is over */
  look: (entries: readonly string[]) => Promise<number>;
  /** Keeps the place; undefined when the list is through. */
  keep: (left: LeftOver | undefined) => Promise<void>;
};

/**
 * Works off what runs before this one found and had no time for, and keeps its place after each part.
 *
 * @returns whether the list is through, and whether it was all that was to be found
 */
export async function workOff({
  table,
  name,
  look,
  keep,
  ...parts
}: ListParts): Promise<'through' | 'partly' | 'cut short'> {
  let { left } = parts;
  for (; left.chunk < left.chunks; left = { ...left, chunk: left.chunk + 1, place: 0 }) {
    const entries = await leftOverChunk(table, name, left);
    // One that is there no more was kept for a month: whoever searches looks as far back as before.
    if (entries === undefined) left = { ...left, isWhole: false };
    const rest = (entries ?? []).slice(left.place);
    const count = rest.length === 0 ? 0 : await look(rest);
    if (count < rest.length) {
      await keep({ ...left, place: left.place + count });
      return 'cut short';
    }
    await keep({ ...left, chunk: left.chunk + 1, place: 0 });
  }
  await keep(undefined);
  return left.isWhole ? 'through' : 'partly';
}
