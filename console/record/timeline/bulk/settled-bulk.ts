import type { Entry } from '../entries.ts';
import { saysSame, writtenOf } from '../written-of.ts';
import type { BulkDeed } from './bulk-deed.ts';
import { type BulkDone, type BulkOutcome, changedBy } from './run-bulk.ts';

/**
 * What became of a change of many once the timeline is read again: an entry that says by now what was wanted is done, where an
 * answer was lost. Done again, it would be moved twice; and an undo would leave it out. Where none was lost, somebody else did it,
 * and it is not for this one to take back.
 *
 * @param now the timeline as it was read last; undefined where it was not
 */
export function settledBulk(outcome: BulkOutcome, deed: BulkDeed, now: readonly Entry[] | undefined): BulkOutcome {
  if (now === undefined) return outcome;
  const done: BulkDone[] = [...outcome.done];
  const open = new Set(outcome.open);
  let { same } = outcome;
  const isThrough = (entry: Entry): boolean => {
    const there = now.find(({ id }) => id === entry.id);
    if (!isDone(entry, there, deed)) return false;
    if (open.delete(entry.id)) done.push({ before: entry, ...(there === undefined ? {} : { now: there }) });
    else same += 1;
    return true;
  };
  const failed = outcome.failed.filter(({ entry }) => !isThrough(entry));
  // Some were sent in an earlier try.
  const untried = outcome.untried.filter((entry) => !isThrough(entry));
  return { done, failed, same, untried, open };
}

const isDone = (before: Entry, there: Entry | undefined, deed: BulkDeed): boolean =>
  deed.act === 'remove'
    ? there === undefined
    : there !== undefined && saysSame(there, changedBy(writtenOf(before), deed));
