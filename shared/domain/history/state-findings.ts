import type { RecordComment } from '../record/content/comment.ts';
import type { TimelineEntry } from '../record/content/timeline.ts';
import type { PostMortem } from '../record/post-mortem.ts';
import { isWatched, type Remediation } from '../remediation/remediation.ts';
import { canonicalJson } from '../words/canonical-json.ts';
import type { PostMortemId } from '../words/identifiers.ts';
import type { Sha256 } from './audit-chain.ts';
import { itemNames } from './item-names.ts';
import type { RecordFinding } from './record-finding.ts';
import { entryHash, type StateSoFar } from './state-so-far.ts';

/** What is stored of a record, without its log and its timeline. What may have been changed by another hand is unknown. */
export type StoredState = {
  record: PostMortem | Unreadable | undefined;
  comments: readonly RecordComment[] | Unreadable;
  remediations: readonly (Remediation | Unreadable)[];
};

export type Unreadable = { where: string; unreadable: string };

/** Differences between a record that is stored and what its log tells. Both are of one moment. */
export function stateFindings(id: PostMortemId, stored: StoredState, told: StateSoFar): RecordFinding[] {
  if (told.failed !== undefined) {
    const what = `the log cannot be replayed: ${told.failed}`;
    return [{ kind: 'state', where: itemNames.record(id), what }];
  }
  const remediations = new Map<string, Remediation | Unreadable>(
    stored.remediations.map((one) => ['unreadable' in one ? one.where : remediationKey(one.id), one]),
  );
  const expected = new Map(told.remediations.map((one) => [remediationKey(one.id), one]));
  return [
    ...difference(itemNames.head, stored.record, told.record),
    ...commentFindings(stored.comments, told.comments),
    ...[...new Set([...remediations.keys(), ...expected.keys()])]
      .toSorted()
      .flatMap((key) => difference(key, remediations.get(key), expected.get(key))),
  ];
}

/** Differences between entries of a timeline that are stored and what the log tells. Both are of one moment. */
export function timelineFindings(
  stored: readonly TimelineEntry[],
  { timeline }: Pick<StateSoFar, 'timeline'>,
  sha256: Sha256,
): RecordFinding[] {
  const told = new Map(timeline);
  return stored
    .filter((entry) => told.get(entry.id) !== entryHash(entry, sha256))
    .map(({ id }) =>
      told.has(id) ? `entry ${id} is not what the log says` : `no entry of the log tells of entry ${id}`,
    )
    .map((what) => ({ kind: 'state', where: itemNames.timeline, what }));
}

/** Entries of the timeline that the log tells of, and that were not found. */
export function lostEntries({ timeline }: Pick<StateSoFar, 'timeline'>, found: ReadonlySet<string>): RecordFinding[] {
  return timeline
    .filter(([id]) => !found.has(id))
    .map(([id]) => ({ kind: 'state', where: itemNames.timeline, what: `entry ${id} is gone` }));
}

/** Comments are many: each is told by its id. */
function commentFindings(
  stored: readonly RecordComment[] | Unreadable,
  expected: readonly RecordComment[],
): RecordFinding[] {
  if ('unreadable' in stored) return [{ kind: 'unreadable', where: stored.where, what: stored.unreadable }];
  const byId = new Map(stored.map((one) => [one.id, one]));
  const known = new Set(expected.map(({ id }) => id));
  const changed = expected
    .filter((one) => canonicalJson(byId.get(one.id)) !== canonicalJson(one))
    .map(({ id }) => (byId.has(id) ? `comment ${id} is not what the log says` : `comment ${id} is gone`));
  const added = stored.filter(({ id }) => !known.has(id)).map(({ id }) => `no entry of the log tells of comment ${id}`);
  return [...changed, ...added].map((what) => ({ kind: 'state', where: itemNames.comments, what }));
}

function difference(
  where: string,
  stored: PostMortem | Remediation | Unreadable | undefined,
  expected: PostMortem | Remediation | undefined,
): RecordFinding[] {
  if (stored !== undefined && 'unreadable' in stored) {
    return [{ kind: 'unreadable', where: stored.where, what: stored.unreadable }];
  }
  if (stored === undefined && expected === undefined) return [];
  if (stored === undefined) return [{ kind: 'state', where, what: 'the log tells of it, the table does not have it' }];
  if (expected === undefined) return [{ kind: 'state', where, what: 'no entry of the log tells of it' }];
  const isFromBefore = (field: string) => YOUNGER_FIELDS.has(field) && !(field in stored);
  const isNoFact = (field: string) => field === NEXT_LOOK && isUnderWatch(stored) && isUnderWatch(expected);
  const fields = Object.keys({ ...stored, ...expected }).filter(
    (field) =>
      !isFromBefore(field) &&
      !isNoFact(field) &&
      canonicalJson(Object(stored)[field]) !== canonicalJson(Object(expected)[field]),
  );
  if (fields.length === 0) return [];
  return [{ kind: 'state', where, what: `not what the log says: ${fields.join(', ')}` }];
}

/** Time of the next look at a watched fix. It follows from facts, and moves without an event: decision 0019. */
const NEXT_LOOK = 'nextCheckAt';

const isUnderWatch = (one: PostMortem | Remediation): boolean => 'state' in one && isWatched(one);

/** Kept since version 0.2. What was last written before that lacks them, and gets them with a later change. */
const YOUNGER_FIELDS: ReadonlySet<string> = new Set([
  'writtenRevision',
  'judgedRevision',
  'carriedOnRevision',
  'acceptanceCount',
  'overdueTold',
  'lastClaimAt',
]);

const { remediation: remediationKey } = itemNames;
