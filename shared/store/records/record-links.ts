import * as z from 'zod';
import type { RecordEvent } from '../../domain/record/events/record-events.ts';
import { isOfExistingTicket, isTicketed, type Remediation } from '../../domain/remediation/remediation.ts';
import type { TicketRef } from '../../domain/ticket/incident-ticket.ts';
import { PostMortemId, RecommendationId } from '../../domain/words/identifiers.ts';
import { keys } from '../keys.ts';
import { getItem, type Item, type Key, type Table } from '../table.ts';
import { isRemoved } from './append.ts';
import { issueKeys, type KnownSites, ticketKeys } from './site-names.ts';

const TicketPointer = z.object({ postMortemId: PostMortemId });
const JiraPointer = z.object({ postMortemId: PostMortemId, remediationId: RecommendationId });

/** From a ticket to its record, and from an issue to its remediation, whatever its site was called then. */
export function recordLinks(table: Table, sites: KnownSites) {
  return {
    async postMortemOfTicket(ticket: TicketRef): Promise<PostMortemId | undefined> {
      const item = await firstOf(table, ticketKeys(ticket, sites));
      return item === undefined ? undefined : TicketPointer.parse(item).postMortemId;
    },

    async postMortemOfKey(source: string, key: string): Promise<PostMortemId | undefined> {
      const item = await getItem(table, keys.ticketByKey(source, key));
      return item === undefined ? undefined : TicketPointer.parse(item).postMortemId;
    },

    async remediationOfIssue(site: string, issueId: string): Promise<z.infer<typeof JiraPointer> | undefined> {
      const item = await firstOf(table, issueKeys(site, issueId, sites));
      return item === undefined ? undefined : JiraPointer.parse(item);
    },
  };
}

/** The item of the first key that has one. */
async function firstOf(table: Table, wanted: readonly Key[]): Promise<Record<string, unknown> | undefined> {
  for (const key of wanted) {
    const item = await getItem(table, key);
    if (item !== undefined && !isRemoved(item)) return item;
  }
  return undefined;
}

/** A ticket whose record was merged into this one, by itself or in another one, leads here from now on. */
export function absorbedTicketPointers(
  postMortemId: PostMortemId,
  events: readonly RecordEvent[],
  sites: KnownSites,
): Item[] {
  return events
    .filter((event) => event.type === 'Post-Mortem Absorbed')
    .flatMap(({ data }) => [data.ticket, ...(data.alsoTickets ?? []).map(({ ticket }) => ticket)])
    .flatMap((ticket) => [...ticketKeys(ticket, sites), keys.ticketByKey(ticket.source, ticket.key)])
    .map((key) => ({ ...key, postMortemId }));
}

/** The issue id points back to its remediation from the moment that it is known. */
export function newIssuePointers(before: Remediation | undefined, after: Remediation, sites: KnownSites): Item[] {
  const isNew = (before === undefined || !isTicketed(before)) && isTicketed(after);
  if (!isNew) return [];
  const { postMortemId, id: remediationId, ticket } = after;
  return issueKeys(ticket.site, ticket.issueId, sites).map((key) => ({ ...key, postMortemId, remediationId }));
}

/** Pointers of a ticket that was there before its fix: once the fix is cancelled, another one may take it. */
export function freedIssuePointers(before: Remediation | undefined, after: Remediation, sites: KnownSites): Key[] {
  if (before === undefined || !isTicketed(before) || !isOfExistingTicket(before)) return [];
  return after.state === 'cancelled' ? issueKeys(before.ticket.site, before.ticket.issueId, sites) : [];
}
