import { BACKFILL_PER_MINUTE } from '../../shared/domain/ticket/backfill.ts';
import type { BackfillSum } from './backfilled-so-far.ts';

/**
 * Calls of the system and write units of the table that one record takes, of a ticket with a few comments, with its lines in the lists
 * and in the search: test/integration/intake/backfilled-records.test.ts measures them.
 */
export const COST_PER_RECORD = { calls: 4, writeUnits: 60 };

export type BackfillEstimate = {
  /** Closures that a run would tell. Each opens a record, unless its ticket says that there is to be none. */
  readonly toTell: number;
  readonly minutes: number;
  readonly calls: number;
  readonly writeUnits: number;
};

/** What the run would take of which this was the dry run. */
export function estimateOf({ told }: Pick<BackfillSum, 'told'>, atMost = Number.POSITIVE_INFINITY): BackfillEstimate {
  const toTell = Math.min(told, atMost);
  return {
    toTell,
    minutes: Math.ceil(toTell / BACKFILL_PER_MINUTE),
    calls: toTell * COST_PER_RECORD.calls,
    writeUnits: toTell * COST_PER_RECORD.writeUnits,
  };
}
