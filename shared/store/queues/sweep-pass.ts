import * as z from 'zod';
import { LongSearch } from '../../domain/ticket/long-search.ts';
import { addDuration, Duration } from '../../domain/words/duration.ts';
import { Instant } from '../../domain/words/identifiers.ts';
import { keys } from '../keys.ts';
import { getItem, putItem, type Table } from '../table.ts';

/** What one run found and had no time for. */
const LeftOver = z.object({
  /** Names the list: when the run began that made it. */
  foundAt: Instant,
  chunks: z.int().positive(),
  /** Chunk that is next, and how many of its entries were looked at. */
  chunk: z.int().nonnegative(),
  place: z.int().nonnegative(),
  /** True when the search that made it came to its end. */
  isWhole: z.boolean(),
});
export type LeftOver = z.infer<typeof LeftOver>;

const Failing = z.object({ entry: z.string(), since: Instant });

/** How far a sweep has come. */
export const SweepPass = z.object({
  /** All that changed until then was found; absent before the first run, and where that is kept elsewhere. */
  at: Instant.optional(),
  left: LeftOver.optional(),
  /** Search that did not fit into a run, and goes on when what it found so far is through. */
  search: LongSearch.optional(),
  /** What could not be done; each is tried in every run. */
  failing: z.array(Failing).prefault([]),
  /** Time since which runs have ended where they began, for all that was to be done. */
  stuckSince: Instant.optional(),
});
export type SweepPass = z.infer<typeof SweepPass>;

/** @param name of the sweep; the item was a plain cursor before, and whoever knows no more of it still reads `at` */
export async function readSweepPass(table: Table, name: string): Promise<SweepPass> {
  return SweepPass.parse((await getItem(table, keys.cursor(name))) ?? {});
}

export async function writeSweepPass(table: Table, name: string, pass: SweepPass): Promise<void> {
  await putItem(table, { ...keys.cursor(name), ...SweepPass.parse(pass) });
}

/** Entries in one chunk: as many as are looked at together. */
export const CHUNK = 1_000;

/** Work that has not been taken up so long is found anew by the search. */
const KEPT_FOR = Duration.parse('P30D');

const ChunkItem = z.object({ entries: z.array(z.string()) });

const chunkKey = (name: string, foundAt: string, chunk: number) => keys.cursor(`${name}#${foundAt}#${chunk}`);

/** Keeps what a run has no time for. @param entries at least one */
export async function keepLeftOver(
  table: Table,
  name: string,
  foundAt: string,
  { entries, isWhole }: { entries: readonly string[]; isWhole: boolean },
): Promise<LeftOver> {
  const chunks = Math.ceil(entries.length / CHUNK);
  const expiresAt = Math.floor(Date.parse(addDuration(foundAt, KEPT_FOR)) / 1_000);
  for (let chunk = 0; chunk < chunks; chunk += 1) {
    const some = entries.slice(chunk * CHUNK, (chunk + 1) * CHUNK);
    await putItem(table, { ...chunkKey(name, foundAt, chunk), entries: some, expiresAt });
  }
  return { foundAt, chunks, chunk: 0, place: 0, isWhole };
}

/** @returns undefined when it is there no more */
export async function leftOverChunk(table: Table, name: string, left: LeftOver): Promise<string[] | undefined> {
  const item = await getItem(table, chunkKey(name, left.foundAt, left.chunk));
  return item === undefined ? undefined : ChunkItem.parse(item).entries;
}

/** Says that the place in a search got lost, which was to go on. */
export const LOST_PLACE = 'the place in a search that takes several runs is unknown by now, and the search begins anew';

/** Says whether there is more to be done than a run had time for. */
export const isWaiting = ({ left, search }: Pick<SweepPass, 'left' | 'search'>): boolean =>
  left !== undefined || search !== undefined;

/** What waits changed before then. */
export const waitingSince = ({ left, search }: Pick<SweepPass, 'left' | 'search'>): string | undefined =>
  left?.foundAt ?? search?.begunAt;

/** Says whether the search has come further than before: to a page behind, or to its end. */
export const isFurther = ({ search }: Pick<SweepPass, 'search'>, before: Pick<SweepPass, 'search'>): boolean =>
  search === undefined ? before.search !== undefined : search.next !== undefined && search.next !== before.search?.next;
