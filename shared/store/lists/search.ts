import { PostMortemId } from '../../domain/words/identifiers.ts';
import { keys, partitions } from '../keys.ts';
import { isRemoved } from '../records/append.ts';
import { getItem, queryPage, type Table } from '../table.ts';

/** Places of one word that a search looks at. */
const PLACES_LOOKED_AT = 500;
/** Of a record: how its words are stored. */
const RECORD = 'RECORD';

/** A record that has the words, without a look at it. */
export type Hit = { id: PostMortemId; openedAt: string };

type Places = { word: string; hits: Map<string, Hit>; isWhole: boolean };

/**
 * Records that have all the words, or words that begin with them, the newest first. The rarest word is read whole where it can be; of one
 * that more records have than are looked at, each of the others' records is asked for by itself, as it is spelt.
 *
 * @returns `isWhole` false when there may be more than were looked at
 */
export async function recordsWithWords(
  table: Table,
  words: readonly string[],
): Promise<{ hits: Hit[]; isWhole: boolean }> {
  const places = await Promise.all(words.map((word) => placesOf(table, word)));
  const [rarest, ...others] = places.toSorted(
    (a, b) => Number(b.isWhole) - Number(a.isWhole) || a.hits.size - b.hits.size,
  );
  if (rarest === undefined) return { hits: [], isWhole: true };
  const found: Hit[] = [];
  for (const hit of rarest.hits.values()) {
    const has = await Promise.all(others.map((other) => hasWord(table, other, hit)));
    if (has.every(Boolean)) found.push(hit);
  }
  const hits = found.toSorted((a, b) =>
    a.openedAt === b.openedAt ? (a.id < b.id ? 1 : -1) : a.openedAt < b.openedAt ? 1 : -1,
  );
  return { hits, isWhole: rarest.isWhole };
}

async function placesOf(table: Table, word: string): Promise<Places> {
  const { items, next } = await queryPage(table, {
    KeyConditionExpression: 'pk = :pk AND begins_with(sk, :word)',
    ExpressionAttributeValues: { ':pk': partitions.searchWords(word), ':word': word },
    ProjectionExpression: 'sk, removed',
    ScanIndexForward: false,
    Limit: PLACES_LOOKED_AT,
  });
  const hits = new Map<string, Hit>();
  for (const item of items) {
    if (isRemoved(item)) continue;
    const [, openedAt = '', id = ''] = String(item.sk).split('#');
    hits.set(id, { id: PostMortemId.parse(id), openedAt });
  }
  return { word, hits, isWhole: next === undefined };
}

async function hasWord(table: Table, { word, hits, isWhole }: Places, { id, openedAt }: Hit): Promise<boolean> {
  if (hits.has(id) || isWhole) return hits.has(id);
  const item = await getItem(table, keys.searchWord(word, openedAt, id, RECORD));
  return item !== undefined && !isRemoved(item);
}
