import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { PutCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { canonicalJson } from '../../domain/words/canonical-json.ts';
import { Instant, type PostMortemId } from '../../domain/words/identifiers.ts';
import { sha256 } from '../../sha256.ts';
import { keys, PREFIX } from '../keys.ts';
import { getItem, queryPages, type Table } from '../table.ts';
import { ListPlace } from './after-place.ts';
import { mergedInOrder, type PlacedLine } from './lines.ts';

/** A line in the order of last changes. `queue`: the list, a partition of the index `byDeadline`. `name`: its own of its thing. */
export type ChangedLine = { name: string; queue: string; line: unknown };

/** A thing as it stands in those lists. `sequence`: the last entry of its record's log when it was read. */
type ChangedThing = { id: string; sequence: number; changedAt: string; lines: readonly ChangedLine[] };

const ChangedItem = z.object({
  sequence: z.int().positive(),
  deadlineQueue: z.string(),
  deadlineAt: z.string(),
  line: z.unknown(),
});

/**
 * Writes where a thing stands in the order of last changes, over where it stood. The item is one for good: the index moves it, so that
 * no list fills with places that were left.
 *
 *     read as of entry 7 ── read as of 8 ── 8 written ── 7 ✗ an older state changes nothing
 */
export async function keepChanged(
  table: Table,
  postMortemId: PostMortemId,
  { id, sequence, changedAt, lines }: ChangedThing,
): Promise<void> {
  for (const { name, queue: deadlineQueue, line } of lines) {
    const key = keys.listMark(postMortemId, name);
    const stored = ChangedItem.safeParse(await getItem(table, key)).data;
    const mine = `${changedAt}#${sha256(id).slice(0, 16)}`;
    // It never goes back, also where the clocks of two functions differ: who reads on from above would meet it twice.
    const deadlineAt = stored !== undefined && stored.deadlineAt > mine ? stored.deadlineAt : mine;
    const wanted = { sequence, deadlineQueue, deadlineAt, line };
    if (canonicalJson(stored) === canonicalJson(wanted)) continue;
    await putUnlessNewer(table, { ...key, ...wanted });
  }
}

async function putUnlessNewer({ client, name }: Table, Item: Record<string, unknown>): Promise<void> {
  try {
    await client.send(
      new PutCommand({
        TableName: name,
        Item,
        ConditionExpression: 'attribute_not_exists(pk) OR #sequence <= :sequence',
        ExpressionAttributeNames: { '#sequence': 'sequence' },
        ExpressionAttributeValues: { ':sequence': Item.sequence },
      }),
    );
  } catch (error) {
    if (!(error instanceof ConditionalCheckFailedException)) throw error;
  }
}

/** A page of a query: as many as a page of the answer may need of each list. */
const LEAST_AT_ONCE = 3;
const MOST_AT_ONCE = 25;

const EntryItem = z.looseObject({ deadlineAt: z.string(), line: z.unknown() });

/**
 * Lines of several lists as one, the last change first. What changes meanwhile goes to the beginning: whoever reads on does not
 * meet it again, and meets all that did not change.
 *
 *     page 1: a b │ page 2: c d          c changed in between: page 2: d, and c is the first of the next walk
 */
export async function* changedLines<Line>(
  table: Table,
  queues: readonly string[],
  shape: z.ZodType<Line>,
  after: ListPlace | undefined,
): AsyncGenerator<PlacedLine<Line & { changedAt: string }>> {
  const atOnce = Math.max(LEAST_AT_ONCE, Math.ceil(MOST_AT_ONCE / queues.length));
  const shown = new Set<string>();
  const readers = queues.map((queue) => entriesOf(table, queue, after, atOnce));
  for await (const { sk, line } of mergedInOrder(readers, true)) {
    const [at = '', mark = ''] = sk.split('#');
    // It moved from one list into another while both were read.
    if (shown.has(mark)) continue;
    shown.add(mark);
    const changedAt = Instant.parse(at);
    yield { line: { ...shape.parse(line), changedAt }, place: ListPlace.parse({ at: changedAt, mark }) };
  }
}

async function* entriesOf(
  table: Table,
  queue: string,
  after: ListPlace | undefined,
  atOnce: number,
): AsyncGenerator<{ sk: string; line: unknown }, undefined> {
  const input = {
    IndexName: 'byDeadline',
    KeyConditionExpression: `deadlineQueue = :queue${after === undefined ? '' : ' AND deadlineAt < :place'}`,
    ExpressionAttributeValues: {
      ':queue': queue,
      ...(after === undefined ? {} : { ':place': `${after.at}#${after.mark}` }),
    },
    ScanIndexForward: false,
    Limit: atOnce,
  };
  for await (const page of queryPages(table, input)) {
    for (const item of page) {
      const { deadlineAt, line } = EntryItem.parse(item);
      yield { sk: deadlineAt, line };
    }
  }
  return undefined;
}

const LogItem = z.object({
  event: z.object({
    type: z.string(),
    occurredAt: Instant,
    data: z.looseObject({
      remediationId: z.string().optional(),
      recommendation: z.looseObject({ id: z.string() }).optional(),
    }),
  }),
});
/** The newest entry is the one, as a rule. */
const ENTRIES_AT_ONCE = 5;

/**
 * When a record or a fix changed last, from the end of the log. Fixes keep the time beside them, all but those that last changed
 * before it was kept: there are many in one log.
 *
 * @param fix whose changes are meant; undefined: those of the record
 */
export async function lastChangeInLog(
  table: Table,
  postMortemId: PostMortemId,
  counting: readonly string[],
  fix?: string,
): Promise<string | undefined> {
  const pages = queryPages(table, {
    ConsistentRead: true,
    KeyConditionExpression: 'pk = :pk AND begins_with(sk, :event)',
    ExpressionAttributeValues: { ':pk': keys.record(postMortemId).pk, ':event': PREFIX.event },
    ScanIndexForward: false,
    Limit: ENTRIES_AT_ONCE,
  });
  for await (const page of pages) {
    for (const item of page) {
      const { type, occurredAt, data } = LogItem.parse(item).event;
      if (!counting.includes(type)) continue;
      if (fix === undefined || (data.remediationId ?? data.recommendation?.id) === fix) return occurredAt;
    }
  }
  return undefined;
}
