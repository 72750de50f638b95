import * as z from 'zod';
import { Instant } from '../words/identifiers.ts';
import { LongSearch } from './long-search.ts';
import { SourceName } from './source-names.ts';

/** Most closures of a source that are told in a minute, whoever asks and from wherever. Each opens a record with four calls of its system, or so. */
export const BACKFILL_PER_MINUTE = 30;

/** How far a backfill has come in one scope. */
const ScopePlace = z.object({
  /** Absent before the first page. */
  search: LongSearch.optional(),
  /** Ids of the tickets of the next page that were looked at. The page is read again for the others. */
  lookedAt: z.array(z.string()).prefault([]),
  isDone: z.boolean().prefault(false),
});
export type ScopePlace = z.infer<typeof ScopePlace>;

/** How far a backfill has come: by name of the scope. */
export const BackfillPlace = z.record(z.string(), ScopePlace);
export type BackfillPlace = z.infer<typeof BackfillPlace>;

/** What `holdfast backfill` asks of `sweep-incidents`: as much as fits into one portion. */
export const BackfillRequest = z.strictObject({
  source: SourceName,
  /** Closures at this time or later. */
  since: Instant,
  /** Only those before this time. */
  until: Instant.optional(),
  /** Tells nothing and keeps nothing. */
  isDryRun: z.boolean(),
  /** Most closures that this portion tells. */
  atMost: z.int().positive().optional(),
  /** Where a dry run goes on: it has no place of its own in the table. */
  place: BackfillPlace.optional(),
});
export type BackfillRequest = z.infer<typeof BackfillRequest>;

const count = z.int().nonnegative();

/** What a portion did in one scope. */
export const BackfilledScope = z.object({
  name: z.string(),
  /** Incidents, open ones and those of other days among them. */
  looked: count,
  /** Closures that were told, or would be in a dry run. */
  told: count,
  /** Closures that an earlier portion told, and that have no record yet. */
  waiting: count,
  /** Closures with a record. */
  recorded: count,
  /** Closures of which it was read that they open no record. */
  opensNone: count,
  /** Incidents that could not be told, by their keys as logs name them. */
  failed: z.array(z.object({ ticket: z.string(), because: z.string() })),
  /** Incidents that the system shows and nobody can read, by their ids. */
  unread: z.array(z.object({ id: z.string(), because: z.string() })),
  isDone: z.boolean(),
  /** Why the scope could not be asked, or not to its end. The next portion tries again. */
  because: z.string().optional(),
});
export type BackfilledScope = z.infer<typeof BackfilledScope>;

/** Answer of `sweep-incidents`. */
export const BackfillPortion = z.discriminatedUnion('outcome', [
  z.object({ outcome: z.literal('cannot be asked') }),
  z.object({
    outcome: z.literal('looked'),
    scopes: z.array(BackfilledScope),
    isDone: z.boolean(),
    /** Milliseconds in which the next portion would do nothing, by the clock of the installation; absent when it may begin at once. */
    goesOnInMs: z.int().positive().optional(),
    /** Of a dry run. */
    place: BackfillPlace.optional(),
  }),
]);
export type BackfillPortion = z.infer<typeof BackfillPortion>;
