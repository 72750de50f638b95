import type { Schemas } from '../data/api.ts';

type LogEntry = Schemas['AuditEntry'];
type Me = Pick<Schemas['Author'], 'kind' | 'id'> | undefined;

/** From which revision on something is new to the reader, and what they did then. */
export type Since = { revision: number; because: 'you approved' | 'you returned it' | 'it was submitted'; at: string };

const isBy = ({ actor }: LogEntry, me: Me): boolean => me !== undefined && actor.kind === me.kind && actor.id === me.id;

const revisionIn = ({ data }: LogEntry): number | undefined => {
  const { revision } = data as { revision?: number };
  return typeof revision === 'number' ? revision : undefined;
};

/**
 * The reader's own last approval or return; without one, the last submission, and everything is to be read. A return names no
 * revision: what it judged is what was submitted before it.
 */
export function sinceWhen(log: readonly LogEntry[], me: Me): Since | undefined {
  const isWord = ({ type }: LogEntry) =>
    ['Approval Given', 'Post-Mortem Approved', 'Post-Mortem Returned'].includes(type);
  const own = log.findLast((entry) => isWord(entry) && isBy(entry, me));
  const submittedBefore = (sequence: number) =>
    log.findLast((entry) => entry.type === 'Post-Mortem Submitted' && entry.sequence < sequence);
  if (own !== undefined) {
    const isReturn = own.type === 'Post-Mortem Returned';
    const revision = isReturn ? revisionOfSubmission(submittedBefore(own.sequence)) : revisionIn(own);
    const because = isReturn ? 'you returned it' : 'you approved';
    if (revision !== undefined) return { revision, because, at: own.occurredAt };
  }
  const submission = submittedBefore(Number.POSITIVE_INFINITY);
  const revision = revisionOfSubmission(submission);
  if (submission === undefined || revision === undefined) return undefined;
  return { revision, because: 'it was submitted', at: submission.occurredAt };
}

/** The submission itself is a change, the one after what it names. */
function revisionOfSubmission(submission: LogEntry | undefined): number | undefined {
  const revision = submission === undefined ? undefined : revisionIn(submission);
  return revision === undefined ? undefined : revision + 1;
}

/** How often the record was handed in, the present time included. */
export const roundOf = (log: readonly LogEntry[]): number =>
  log.filter(({ type }) => type === 'Post-Mortem Submitted').length;

/** How many more have to approve a record in review after the words that were given for it, as far as the log tells. */
export function stillNeededIn(
  log: readonly LogEntry[],
  { status, approvals }: Pick<Schemas['Record'], 'status' | 'approvals'>,
): number | undefined {
  if (status !== 'in review' || approvals.length === 0) return undefined;
  const last = log.findLast(({ type }) => type === 'Approval Given' || type === 'Post-Mortem Submitted');
  if (last?.type !== 'Approval Given') return undefined;
  const { stillNeeded } = last.data as { stillNeeded?: number };
  return stillNeeded;
}

const WRITES = new Set<LogEntry['type']>([
  'Section Written',
  'Timeline Entry Added',
  'Timeline Entries Added',
  'Timeline Entry Changed',
  'Timeline Entry Removed',
  'Root Cause Added',
  'Contributing Factor Added',
  'Recommendation Proposed',
  'Part Added',
  'Part Changed',
  'Part Removed',
  'Hints Dismissed',
  'Post-Mortem Submitted',
]);

/** The last thing that a person wrote in the record. */
export function ownHandIn(log: readonly LogEntry[], me: Me): { place: string; at: string } | undefined {
  const last = log.findLast((entry) => WRITES.has(entry.type) && isBy(entry, me));
  return last === undefined ? undefined : { place: placeOfWriting(last), at: last.occurredAt };
}

function placeOfWriting({ type, data }: LogEntry): string {
  const { section, part, kind } = data as { section?: string; part?: { kind?: string }; kind?: string };
  if (type === 'Post-Mortem Submitted') return '';
  if (section !== undefined) return section.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
  if (type.startsWith('Timeline')) return 'timeline';
  if (type === 'Hints Dismissed') return 'hints';
  const plain = part?.kind ?? kind ?? type.replace(/ (Added|Proposed)$/, '').toLowerCase();
  return `${plain}s`;
}
