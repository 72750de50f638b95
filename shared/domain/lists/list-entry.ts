import type { Severity } from '../words/severity.ts';
import type { Tlp } from '../words/tlp.ts';

/**
 * Name of a list, from what it is of to what all in it have in common: `['fix', 'open', 'messaging']`. Stored names: never change
 * one.
 */
export type ListPath = readonly string[];

/**
 * A thing in a list: its place, by which the list is sorted, and what is shown of it there. `rank`: what a list is gone through by
 * once for each, the severity of a record or the priority of a fix.
 */
export type ListEntry = { list: ListPath; at: string; id: string; line: unknown; rank?: Severity };

/** A thing that is counted, by the mark of its record: a count tells nobody of records that they may not read. */
export type Count = { list: ListPath; tlp: Tlp };

/** All that the lists say of a thing. */
export type Listing = { entries: ListEntry[]; counts: Count[] };

/** The listing of a thing that stands in these lists, and is counted in each of them. */
export const listing = (entries: ListEntry[], tlp: Tlp, counted: readonly ListPath[] = []): Listing => ({
  entries,
  counts: [...entries.map(({ list }) => list), ...counted].map((list) => ({ list, tlp })),
});
