import type { Cause, ChainedEvent } from '../../domain/events/recorded-event.ts';
import { GENESIS } from '../../domain/history/audit-chain.ts';
import { FIX_CHANGES, lastChange } from '../../domain/lists/changes.ts';
import { applyToPostMortem } from '../../domain/record/apply-post-mortem.ts';
import { mustFit } from '../../domain/record/decide/record-size.ts';
import type { RecordEvent } from '../../domain/record/events/record-events.ts';
import type { PostMortem } from '../../domain/record/post-mortem.ts';
import { applyToRemediation } from '../../domain/remediation/apply-remediation.ts';
import type { TicketRef } from '../../domain/ticket/incident-ticket.ts';
import type { PostMortemId } from '../../domain/words/identifiers.ts';
import { NotFound } from '../errors.ts';
import { keys } from '../keys.ts';
import { noteSubjects } from '../queues/subjects-asked-for.ts';
import type { Item } from '../table.ts';
import { append, type Change } from './append.ts';
import { chainEvents } from './chain-events.ts';
import { commentChanges } from './comment-items.ts';
import { listItems } from './listings.ts';
import { headFields, partsOf, reviewDeadline } from './record-items.ts';
import { absorbedTicketPointers } from './record-links.ts';
import { type LoadedRecord, loadRecord } from './record-reads.ts';
import { remediationItem } from './remediation-item.ts';
import { retryRace } from './retry-race.ts';
import { type KnownSites, ticketKeys } from './site-names.ts';
import type { StoreDependencies } from './store-dependencies.ts';
import { timelineChanges } from './timeline-items.ts';

/**
 * Opens the record of an incident ticket.
 *
 * @param once written with it, where nothing stands: a second call with the same one is refused
 * @throws AlreadyExists when the ticket has one, or `once` is there
 */
export async function openRecord(
  deps: StoreDependencies,
  id: PostMortemId,
  ticket: TicketRef,
  events: readonly RecordEvent[],
  cause: Cause,
  once: readonly Item[],
): Promise<PostMortem> {
  const record = fold(undefined, events);
  await append(deps.table, {
    postMortemId: id,
    expectedSequence: undefined,
    events: chainEvents({ sequence: 0, lastHash: GENESIS }, id, events, cause, [record.tlp], deps),
    head: { ...headFields(record), ...reviewDeadline(record) },
    items: [
      ...partsOf(record).values(),
      ...listItems(undefined, record),
      ...timelineChanges(id, events).items,
      // What people say. Not unique: a project that is made again counts its keys from 1 again.
      { ...keys.ticketByKey(ticket.source, ticket.key), postMortemId: id },
    ],
    removals: [],
    pointers: [...ticketKeys(ticket, deps.rules).map((key) => ({ ...key, postMortemId: id })), ...once],
  });
  return record;
}

/**
 * Changes a record: reads it, asks `decide` what happens, and appends that. `decide` runs again when somebody else
 * was faster, so it must not do anything itself. What it reads, it reads after the head: whatever is newer than the head
 * makes the append fail.
 *
 * @param once written with it, where nothing stands: a second call with the same one is refused
 * @returns the record as it is now
 * @throws NotFound, AlreadyExists, whatever `decide` throws, Refusal when the record grows too large, VersionConflict after too many lost races
 */
export function changeRecord(
  deps: StoreDependencies,
  id: PostMortemId,
  decide: (record: PostMortem) => Promise<RecordEvent[]>,
  cause: Cause,
  once: readonly Item[] = [],
): Promise<PostMortem> {
  const { table, rules, backOff } = deps;
  return retryRace(backOff, async () => {
    const loaded = await loadRecord(table, id);
    if (loaded === undefined) throw new NotFound(`post-mortem ${id}`);
    const events = await decide(loaded.record);
    const changed = fold(loaded.record, events);
    mustFit(loaded.record, changed, events);
    const log = chainEvents(loaded.head, id, events, cause, [loaded.record.tlp, changed.tlp], deps);
    await noteSubjects(table, loaded.record, changed);
    const change = recordChange(loaded, changed, events, log, rules);
    const fixes = newRemediations(events, lastChange(FIX_CHANGES, log), rules);
    await append(table, { ...change, items: [...change.items, ...fixes], pointers: once });
    return changed;
  });
}

function fold(state: PostMortem | undefined, events: readonly RecordEvent[]): PostMortem {
  const record = events.reduce<PostMortem | undefined>(applyToPostMortem, state);
  if (record === undefined) throw new Error('a record begins with the event that opens it');
  return record;
}

function recordChange(
  before: LoadedRecord,
  after: PostMortem,
  events: readonly RecordEvent[],
  log: readonly ChainedEvent[],
  sites: KnownSites,
): Change {
  const old = partsOf(before.record);
  const parts = partsOf(after);
  const deadline = reviewDeadline(after);
  const timeline = timelineChanges(after.id, events);
  const comments = commentChanges(after.id, events);
  return {
    postMortemId: after.id,
    expectedSequence: before.head.sequence,
    events: log,
    head: { ...headFields(after), deadlineQueue: deadline?.deadlineQueue, deadlineAt: deadline?.deadlineAt },
    items: [
      ...[...parts]
        .filter(([name, item]) => JSON.stringify(old.get(name)) !== JSON.stringify(item))
        .map(([, item]) => item),
      ...listItems(before.record, after),
      ...timeline.items,
      ...comments.items,
      ...absorbedTicketPointers(after.id, events, sites),
    ],
    removals: [
      ...[...old].filter(([name]) => !parts.has(name)).map(([, { pk, sk }]) => ({ pk, sk })),
      ...timeline.removals,
      ...comments.removals,
    ],
    pointers: [],
  };
}

/** An approval brings its remediations with it, in the same transaction: none can get lost on the way to Jira. */
function newRemediations(
  events: readonly RecordEvent[],
  changedAt: string | undefined,
  rules: StoreDependencies['rules'],
): Item[] {
  return events
    .filter((event) => event.type === 'Recommendation Approved')
    .map((event) => applyToRemediation(undefined, event))
    .flatMap((remediation) => (remediation === undefined ? [] : [remediationItem(remediation, rules, changedAt)]));
}
