import * as z from 'zod';
import { parseEvent } from '../../domain/events/events.ts';
import { ChainedEvent } from '../../domain/events/recorded-event.ts';
import { changedPaths } from '../../domain/record/changed-paths.ts';
import { isLookEvent } from '../../domain/record/events/look-events.ts';
import { isRecordEvent } from '../../domain/record/events/record-events.ts';
import type { PostMortemHead } from '../../domain/record/post-mortem.ts';
import type { PostMortemId } from '../../domain/words/identifiers.ts';
import { NotFound } from '../errors.ts';
import { keys } from '../keys.ts';
import { getItem, queryPage, type Table } from '../table.ts';
import { HeadItem } from './read-record.ts';

/** Entries of the log that are read at once. Who was away for longer reads the record anew. */
export const ENTRIES_LOOKED_AT = 200;

const EventItem = z.object({ event: ChainedEvent });

/**
 * Paths of a record that changed after a revision, from the end of its log. Each fact of a record, but for looks, is one revision:
 *
 *     … fix opened ─ 7 written ─ look ─ 8 written ─ look     head: revision 8
 *                       since 7 ◀────────── 8 ◀──────┘
 *
 * @returns `isWhole` false when the log was not read as far back as that
 */
export async function changedSince(
  table: Table,
  id: PostMortemId,
  since: number,
): Promise<{ head: PostMortemHead; changed: string[]; isWhole: boolean }> {
  const item = await getItem(table, keys.record(id));
  if (item === undefined) throw new NotFound(`post-mortem ${id}`);
  const { head, sequence } = HeadItem.parse(item);
  const { items } = await queryPage(table, {
    ConsistentRead: true,
    KeyConditionExpression: 'pk = :pk AND sk BETWEEN :first AND :last',
    ExpressionAttributeValues: {
      ':pk': keys.record(id).pk,
      ':first': keys.event(id, 1).sk,
      ':last': keys.event(id, sequence).sk,
    },
    ScanIndexForward: false,
    Limit: ENTRIES_LOOKED_AT,
  });
  const changed = new Set<string>();
  let { revision } = head;
  for (const { event } of items.map((one) => EventItem.parse(one))) {
    if (revision <= since) break;
    const fact = parseEvent(event.type, event.data);
    if (!isRecordEvent(fact) || isLookEvent(fact)) continue;
    for (const path of changedPaths(fact)) changed.add(path);
    revision -= 1;
  }
  return { head, changed: [...changed].toSorted(), isWhole: revision <= since };
}
