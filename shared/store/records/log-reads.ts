import * as z from 'zod';
import { type DomainEvent, parseEvent } from '../../domain/events/events.ts';
import { ChainedEvent } from '../../domain/events/recorded-event.ts';
import type { PostMortemId } from '../../domain/words/identifiers.ts';
import { keys, PREFIX } from '../keys.ts';
import { itemsUnder, queryPage, type Table } from '../table.ts';
import { isRemoved } from './append.ts';

const EventItem = z.object({ event: ChainedEvent });

/** The audit log of a record, in order. */
export function logReads(table: Table) {
  return {
    /**
     * A page of the audit log, in order.
     *
     * @param after the sequence of the last entry of the page before, 0 for none
     * @param until the sequence of the last entry that is wanted; without it, all that there are
     */
    async eventsPage(
      id: PostMortemId,
      { after, limit, until = Number.POSITIVE_INFINITY }: { after: number; limit: number; until?: number | undefined },
    ): Promise<{ events: ChainedEvent[]; next: number | undefined }> {
      if (after >= until) return { events: [], next: undefined };
      const { items, next } = await queryPage(table, {
        ConsistentRead: true,
        KeyConditionExpression: 'pk = :pk AND sk BETWEEN :first AND :last',
        ExpressionAttributeValues: {
          ':pk': keys.record(id).pk,
          ':first': keys.event(id, after + 1).sk,
          ':last': keys.event(id, Math.min(after + limit + 1, until)).sk,
        },
      });
      const events = items.slice(0, limit).map((item) => EventItem.parse(item).event);
      // A page that is cut at DynamoDB's 1 MB just ends sooner.
      const isLast = items.length <= limit && next === undefined;
      return { events, next: isLast ? undefined : events.at(-1)?.sequence };
    },

    /** The audit log, in order. */
    events: (id: PostMortemId): Promise<ChainedEvent[]> => chainedEvents(table, id),
  };
}

async function chainedEvents(table: Table, id: PostMortemId): Promise<ChainedEvent[]> {
  const items = await itemsUnder(table, keys.record(id).pk, PREFIX.event);
  return items.filter((item) => !isRemoved(item)).map((item) => EventItem.parse(item).event);
}

/** The events of the audit log, in order, without their place in the chain. */
export async function loggedEvents(table: Table, id: PostMortemId): Promise<DomainEvent[]> {
  return (await chainedEvents(table, id)).map(({ type, data }) => parseEvent(type, data));
}
