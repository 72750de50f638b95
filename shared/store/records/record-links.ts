import * as z from 'zod';
import type { RecordEvent } from '../../domain/record/events/record-events.ts';
import { isTicketed, type Remediation } from '../../domain/remediation/remediation.ts';
import type { TicketRef } from '../../domain/ticket/incident-ticket.ts';
import { PostMortemId, RecommendationId } from '../../domain/words/identifiers.ts';
import { keys } from '../keys.ts';
import { getItem, type Item, type Table } from '../table.ts';

const TicketPointer = z.object({ postMortemId: PostMortemId });
const JiraPointer = z.object({ postMortemId: PostMortemId, remediationId: RecommendationId });

/** From a ticket to its record, and from an issue to its remediation. */
export function recordLinks(table: Table) {
  return {
    async postMortemOfTicket(ticket: TicketRef): Promise<PostMortemId | undefined> {
      const item = await getItem(table, keys.ticketById(ticket));
      return item === undefined ? undefined : TicketPointer.parse(item).postMortemId;
    },

    async postMortemOfKey(source: string, key: string): Promise<PostMortemId | undefined> {
      const item = await getItem(table, keys.ticketByKey(source, key));
      return item === undefined ? undefined : TicketPointer.parse(item).postMortemId;
    },

    async remediationOfIssue(site: string, issueId: string): Promise<z.infer<typeof JiraPointer> | undefined> {
      const item = await getItem(table, keys.jiraIssue(site, issueId));
      return item === undefined ? undefined : JiraPointer.parse(item);
    },
  };
}

/** A ticket whose record was merged into this one, by itself or in another one, leads here from now on. */
export function absorbedTicketPointers(postMortemId: PostMortemId, events: readonly RecordEvent[]): Item[] {
  return events
    .filter((event) => event.type === 'Post-Mortem Absorbed')
    .flatMap(({ data }) => [data.ticket, ...(data.alsoTickets ?? []).map(({ ticket }) => ticket)])
    .flatMap((ticket) => [
      { ...keys.ticketById(ticket), postMortemId },
      { ...keys.ticketByKey(ticket.source, ticket.key), postMortemId },
    ]);
}

/** The issue id points back to its remediation from the moment that it is known. */
export function newIssuePointer(before: Remediation | undefined, after: Remediation): Item[] {
  const isNew = (before === undefined || !isTicketed(before)) && isTicketed(after);
  if (!isNew) return [];
  const { postMortemId, id: remediationId, ticket } = after;
  return [{ ...keys.jiraIssue(ticket.site, ticket.issueId), postMortemId, remediationId }];
}
