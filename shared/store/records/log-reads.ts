import * as z from 'zod';
import { ChainedEvent } from '../../domain/events/recorded-event.ts';
import { ChainHead } from '../../domain/history/audit-chain.ts';
import type { PostMortemId } from '../../domain/words/identifiers.ts';
import { keys, PREFIX } from '../keys.ts';
import { getItem, itemsUnder, type Key, queryPage, type Table } from '../table.ts';
import { isRemoved } from './append.ts';

const EventItem = z.object({ event: ChainedEvent });

/**
 * Part of a chain of entries that is wanted.
 *
 * @property after the sequence of the last entry of the page before, 0 for none
 * @property until the sequence of the last entry that is wanted; without it, all that there are
 */
export type WantedEntries = { after: number; limit: number; until?: number | undefined };
export type EntriesPage = { events: ChainedEvent[]; next: number | undefined };

/** The audit log of a record, in order. */
export function logReads(table: Table) {
  return {
    /** A page of the audit log, in order. */
    eventsPage: (id: PostMortemId, wanted: WantedEntries): Promise<EntriesPage> =>
      chainPage(table, (sequence) => keys.event(id, sequence), wanted),

    /** Where its head says that it ends; undefined where there is no head. */
    logHead: async (id: PostMortemId): Promise<ChainHead | undefined> =>
      ChainHead.safeParse(await getItem(table, keys.record(id))).data,

    /** The audit log, in order. */
    events: (id: PostMortemId): Promise<ChainedEvent[]> => chainedEvents(table, id, PREFIX.event),
  };
}

/** A page of a chain, in order. A page that is cut at DynamoDB's 1 MB just ends sooner. */
export async function chainPage(
  table: Table,
  keyOf: (sequence: number) => Key,
  { after, limit, until = Number.POSITIVE_INFINITY }: WantedEntries,
): Promise<EntriesPage> {
  if (after >= until) return { events: [], next: undefined };
  const first = keyOf(after + 1);
  const { items, next } = await queryPage(table, {
    ConsistentRead: true,
    KeyConditionExpression: 'pk = :pk AND sk BETWEEN :first AND :last',
    ExpressionAttributeValues: {
      ':pk': first.pk,
      ':first': first.sk,
      ':last': keyOf(Math.min(after + limit + 1, until)).sk,
    },
  });
  const events = items.slice(0, limit).map((item) => EventItem.parse(item).event);
  const isLast = items.length <= limit && next === undefined;
  return { events, next: isLast ? undefined : events.at(-1)?.sequence };
}

/** A chain of a record, in order. */
export async function chainedEvents(table: Table, id: PostMortemId, prefix: string): Promise<ChainedEvent[]> {
  const items = await itemsUnder(table, keys.record(id).pk, prefix);
  return items.filter((item) => !isRemoved(item)).map((item) => EventItem.parse(item).event);
}
