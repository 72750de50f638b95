import type { EventData } from '../domain/events/events.ts';
import type { Cause } from '../domain/events/recorded-event.ts';
import type { HoldfastConfig } from '../domain/policy/policy.ts';
import { carryOn, linkTicket, openPostMortem } from '../domain/record/decide/open-record.ts';
import { recordUrlOf } from '../domain/record/record-url.ts';
import type { TicketRef } from '../domain/ticket/incident-ticket.ts';
import { whyNoRecord } from '../domain/ticket/opens-no-record.ts';
import { shortUnmapped, type UnmappedValue } from '../domain/ticket/unmapped-value.ts';
import { PostMortemId } from '../domain/words/identifiers.ts';
import { isRestricted } from '../domain/words/tlp.ts';
import { AlreadyExists } from '../store/errors.ts';
import { keepClosure } from '../store/inbox/closures-without-record.ts';
import { countUnmapped } from '../store/inbox/unmapped-values.ts';
import type { RecordStore } from '../store/records/record-store.ts';
import type { Table } from '../store/table.ts';
import { withKeptPeople } from './kept-people.ts';
import type { IncidentDetails } from './source.ts';
import type { ConnectionTo } from './sources-in-use.ts';

export type OpenDependencies = {
  store: RecordStore;
  table: Table;
  connectionTo: ConnectionTo;
  config: HoldfastConfig;
  /** Told of what a ticket says and the configuration maps to nothing, when its record is opened. */
  onUnmapped: (facts: { source: string; values: readonly UnmappedValue[] }) => void;
  now: () => string;
  newId: () => string;
};

export type OpenOutcome =
  | 'opened'
  | 'known'
  | 'no longer closed'
  /** By the policy. `isNews`: false when this closure was told before. */
  | { readonly opensNone: string; readonly isNews: boolean };

/**
 * Opens the post-mortem of a closed incident, once for each ticket, and links the ticket to it. One that was closed as a duplicate,
 * cancelled or a false positive, or that is less severe than the policy wants, opens none: closed again in another way, it does.
 *
 * The record comes first and the link after: if the source fails in between, the repeat finds the record and makes
 * up for the link.
 */
export async function openPostMortemOf(deps: OpenDependencies, ticket: TicketRef, cause: Cause): Promise<OpenOutcome> {
  const known = await deps.store.postMortemOfTicket(ticket);
  if (known !== undefined) return linked(deps, known, cause);
  const readAt = deps.now();
  const details = await deps.connectionTo(ticket.source).details(ticket);
  if (details === undefined) return 'no longer closed';
  const { incident, closedAs } = details;
  const because = whyNoRecord(incident, closedAs, deps.config.incidents);
  if (because !== undefined) {
    const isNews = await keepClosure(deps.table, ticket, { closedAt: incident.closedAt, because, readAt });
    // A priority that nobody mapped may be why.
    if (isNews) await tellUnmapped(deps, ticket.source, details);
    return { opensNone: because, isNews };
  }
  const id = PostMortemId.parse(deps.newId());
  const kept = withKeptPeople(incident, deps.config);
  const events = openPostMortem(id, kept, details.timeline, deps.now(), deps.config, details);
  try {
    await deps.store.open(id, ticket, events, cause);
  } catch (error) {
    // Another worker was faster with the same closure. Its record is the record.
    if (error instanceof AlreadyExists) return openPostMortemOf(deps, ticket, cause);
    throw error;
  }
  await tellUnmapped(deps, ticket.source, details);
  await linked(deps, id, cause);
  return 'opened';
}

async function tellUnmapped(
  { table, config, onUnmapped, now }: OpenDependencies,
  source: string,
  { category, unmapped = [] }: IncidentDetails,
): Promise<void> {
  const isUnknown = category !== undefined && !config.postMortem.categories.includes(category);
  const values = shortUnmapped([...unmapped, ...(isUnknown ? [{ what: 'category' as const, value: category }] : [])]);
  if (values.length === 0) return;
  onUnmapped({ source, values });
  await countUnmapped(table, source, values, now());
}

/**
 * The incident is being worked on again. Its record, when it has one, is carried on; the next closure finds it open. A ticket
 * that came from a status of which the news does not say that it was done is looked up: from To Do to In Progress is nothing.
 *
 * @returns whether there is a record of a reopened incident
 */
export async function carryOnPostMortemOf(
  { store, connectionTo, config, now }: Pick<OpenDependencies, 'store' | 'connectionTo' | 'config' | 'now'>,
  { ticket, reopenedAt, leftStatus }: EventData<'Incident Ticket Reopened'>,
  cause: Cause,
): Promise<boolean> {
  const id = await store.postMortemOfTicket(ticket);
  if (id === undefined) return false;
  if (leftStatus !== undefined && (await connectionTo(ticket.source).wasClosed?.(ticket, leftStatus)) === false)
    return false;
  await store.changePostMortem(id, (record) => carryOn(record, ticket, reopenedAt, now(), config), cause);
  return true;
}

async function linked(
  { store, connectionTo, config }: OpenDependencies,
  id: PostMortemId,
  cause: Cause,
): Promise<'known'> {
  const record = await store.postMortem(id);
  if (record === undefined || record.isLinkedToTicket) return 'known';
  const { linkBack } = connectionTo(record.incident.source);
  const outcome = await linkBack?.(record.incident, {
    globalId: `holdfast:post-mortem:${id}`,
    url: recordUrlOf(config.postMortem, id),
    title: isRestricted(record.tlp) ? 'Post-mortem' : `Post-mortem: ${record.incident.title}`,
  });
  if (outcome === 'linked') await store.changePostMortem(id, linkTicket, cause);
  return 'known';
}
