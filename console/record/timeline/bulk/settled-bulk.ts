import type { Entry } from '../entries.ts';
import { writtenOf } from '../written-of.ts';
import type { BulkDeed } from './bulk-deed.ts';
import { type BulkDone, type BulkFailure, type BulkOutcome, changedBy } from './run-bulk.ts';

/**
 * What became of a change of many once the timeline is read again: an entry that says by now what was wanted is done, though
 * its answer was lost. Done again, it would be moved twice; and an undo would leave it out.
 *
 * @param now the timeline as it was read last; undefined where it was not
 */
export function settledBulk(outcome: BulkOutcome, deed: BulkDeed, now: readonly Entry[] | undefined): BulkOutcome {
  if (now === undefined) return outcome;
  const done: BulkDone[] = [...outcome.done];
  const failed: BulkFailure[] = [];
  let { same } = outcome;
  for (const failure of outcome.failed) {
    const { entry, isOpen = false } = failure;
    const there = now.find(({ id }) => id === entry.id);
    if (deed.act === 'remove') {
      if (there !== undefined) failed.push(failure);
      else if (isOpen) done.push({ before: entry });
      // Somebody else took it out: it is not for this one to bring back.
      else same += 1;
    } else if (there !== undefined && says(there) === JSON.stringify(changedBy(writtenOf(entry), deed))) {
      done.push({ before: entry, now: there });
    } else failed.push(failure);
  }
  return { ...outcome, done, failed, same };
}

const says = (entry: Entry): string => JSON.stringify(writtenOf(entry));
