import * as z from 'zod';
import { RecordPath } from '../../domain/record/content/record-path.ts';
import { Instant, type PostMortemId } from '../../domain/words/identifiers.ts';
import { Author } from '../../domain/words/person.ts';
import { keys, partitions } from '../keys.ts';
import { itemsUnder, putItem, type Table } from '../table.ts';

/** Somebody who does not say again within this time that they are there has gone. */
export const PRESENT_FOR_MS = 60_000;

/** Somebody who is at a record, and where in it. */
export const Presence = z.object({ by: Author, path: RecordPath });
export type Presence = z.infer<typeof Presence>;

const PresenceItem = z.object({ presence: Presence, until: Instant });

/** Notes that somebody is there. They are in one place at a time: the one that they said last. */
export function notePresence(table: Table, id: PostMortemId, presence: Presence, now: string): Promise<void> {
  const until = Date.parse(now) + PRESENT_FOR_MS;
  const item = { presence, until: new Date(until).toISOString(), expiresAt: Math.ceil(until / 1_000) };
  return putItem(table, { ...keys.presence(id, presence.by), ...item });
}

/** Everybody who is there, by our clock: DynamoDB deletes within days what expired. */
export async function presentAt(table: Table, id: PostMortemId, now: string): Promise<Presence[]> {
  const items = await itemsUnder(table, partitions.presences(id));
  return items
    .map((item) => PresenceItem.parse(item))
    .filter(({ until }) => until > now)
    .map(({ presence }) => presence);
}
