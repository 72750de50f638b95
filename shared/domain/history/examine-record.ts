import { parseEvent } from '../events/events.ts';
import type { ChainedEvent } from '../events/recorded-event.ts';
import type { RecordComment } from '../record/content/comment.ts';
import type { TimelineEntry } from '../record/content/timeline.ts';
import type { PostMortem } from '../record/post-mortem.ts';
import { isWatched, type Remediation } from '../remediation/remediation.ts';
import { canonicalJson } from '../words/canonical-json.ts';
import type { PostMortemId } from '../words/identifiers.ts';
import type { ChainHead, Sha256 } from './audit-chain.ts';
import { examineChain, type RecordFinding, type Witness } from './examine-chain.ts';
import { itemNames } from './item-names.ts';
import { type Replayed, replay } from './replay.ts';

/** Everything that is stored of a record, as it was at one moment. What may have been changed by another hand is unknown. */
export type StoredRecord = {
  id: PostMortemId;
  /** Undefined when there is none. */
  head: ChainHead | undefined;
  log: readonly unknown[];
  looks: { head: ChainHead | undefined; entries: readonly unknown[] };
  record: PostMortem | Unreadable | undefined;
  /** By time. */
  timeline: readonly TimelineEntry[] | Unreadable;
  comments: readonly RecordComment[] | Unreadable;
  remediations: readonly (Remediation | Unreadable)[];
};
export type Witnesses = { log: readonly Witness[]; looks: readonly Witness[] };
export const NO_WITNESSES: Witnesses = { log: [], looks: [] };

export type Unreadable = { where: string; unreadable: string };

/**
 * Looks for anything that shows that a record was changed past its log: the chain of the log, the head, what witnesses
 * say, and the state, which must be the replay of the log; and the chain of looks beside it.
 *
 * The state is compared only with a log whose chain is whole: nothing can be said by one that was changed.
 *
 * @param witnesses heads of its log and of its looks, the oldest first
 */
export function examineRecord(stored: StoredRecord, witnesses: Witnesses, sha256: Sha256): RecordFinding[] {
  if (stored.head === undefined && stored.log.length === 0) return missing(stored, witnesses.log);
  const { id, head, log, looks } = stored;
  const changes = { id, head, entries: log, names: { head: itemNames.head, entry: itemNames.event } };
  const { findings, whole } = examineChain(changes, witnesses.log, sha256);
  const seen = { id, ...looks, names: { head: itemNames.looks, entry: itemNames.look } };
  return [
    ...findings,
    ...(whole === undefined ? [] : stateFindings(stored, whole)),
    ...examineChain(seen, witnesses.looks, sha256).findings,
  ];
}

function missing({ id }: StoredRecord, witnesses: readonly Witness[]): RecordFinding[] {
  const last = witnesses.at(-1);
  if (last === undefined) return [];
  const what = `${last.where} says that it had ${last.sequence} entries; the table has nothing of it`;
  return [{ kind: 'missing record', where: itemNames.record(id), what }];
}

function stateFindings(
  { id, record, timeline, comments, remediations }: StoredRecord,
  log: readonly ChainedEvent[],
): RecordFinding[] {
  let replayed: Replayed;
  try {
    replayed = replay(log.map(({ type, data }) => parseEvent(type, data)));
  } catch (error) {
    const what = `the log cannot be replayed: ${error instanceof Error ? error.message : String(error)}`;
    return [{ kind: 'state', where: itemNames.record(id), what }];
  }
  const stored = new Map<string, Remediation | Unreadable>(
    remediations.map((one) => ['unreadable' in one ? one.where : remediationKey(one.id), one]),
  );
  const expected = new Map([...replayed.remediations].map(([key, one]) => [remediationKey(key), one]));
  return [
    ...difference(itemNames.head, record, replayed.record),
    ...listFindings(itemNames.timeline, 'entry', timeline, replayed.timeline),
    ...listFindings(itemNames.comments, 'comment', comments, replayed.comments),
    ...[...new Set([...stored.keys(), ...expected.keys()])]
      .toSorted()
      .flatMap((key) => difference(key, stored.get(key), expected.get(key))),
  ];
}

/** For the timeline and the comments, whose items are many: each is told by its id. */
function listFindings(
  where: string,
  kind: 'entry' | 'comment',
  stored: readonly { id: string }[] | Unreadable,
  expected: readonly { id: string }[],
): RecordFinding[] {
  if ('unreadable' in stored) return [{ kind: 'unreadable', where: stored.where, what: stored.unreadable }];
  const byId = new Map(stored.map((one) => [one.id, one]));
  const known = new Set(expected.map(({ id }) => id));
  const changed = expected
    .filter((one) => canonicalJson(byId.get(one.id)) !== canonicalJson(one))
    .map(({ id }) => (byId.has(id) ? `${kind} ${id} is not what the log says` : `${kind} ${id} is gone`));
  const added = stored.filter(({ id }) => !known.has(id)).map(({ id }) => `no entry of the log tells of ${kind} ${id}`);
  return [...changed, ...added].map((what) => ({ kind: 'state', where, what }));
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

/** Kept since version 0.2. What was last written before that lacks them, and gets them with its next change. */
const YOUNGER_FIELDS: ReadonlySet<string> = new Set([
  'writtenRevision',
  'judgedRevision',
  'carriedOnRevision',
  'acceptanceCount',
  'overdueTold',
]);

const { remediation: remediationKey } = itemNames;
