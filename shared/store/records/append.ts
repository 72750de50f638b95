import { TransactionCanceledException } from '@aws-sdk/client-dynamodb';
import type { ChainedEvent } from '../../domain/events/recorded-event.ts';
import type { PostMortemId } from '../../domain/words/identifiers.ts';
import { AlreadyExists, VersionConflict } from '../errors.ts';
import { keys } from '../keys.ts';
import { type Item, isConflict, type Key, type Table, transact, type Write } from '../table.ts';
import { changedHeadItem } from './changed-heads.ts';

export type Change = {
  postMortemId: PostMortemId;
  /** Entries of the log after this one are new; undefined opens the record. */
  expectedSequence: number | undefined;
  events: readonly ChainedEvent[];
  /** Fields of the head to set; undefined fields are removed. */
  head: Record<string, unknown>;
  /** Written as they are, over what stood there. */
  items: readonly Item[];
  /** Keys of what is taken out. */
  removals: readonly Key[];
  /** Written only where nothing stands, or a pointer to a fix was taken out: uniqueness. */
  pointers: readonly Item[];
};

/**
 * Tombstone in the place of a part that was taken out. No function may delete an item: whoever could, could take an
 * entry out of a log.
 */
const REMOVED = { removed: true } as const;

export const isRemoved = (item: Record<string, unknown>): boolean => item.removed === true;

/**
 * One change is one transaction: the head under its version condition, the parts, the pointers, the events, which are
 * the audit log, the outbox and the history at once, and the day's entry for the anchors. All of it is there, or none.
 *
 *     writer A: read head 7 ───────────── write 8 if head is 7 ✓
 *     writer B: read head 7 ── decide ── write 8 if head is 7 ✗ VersionConflict: read again
 *
 * @throws VersionConflict when the record was changed in between
 * @throws AlreadyExists when a pointer is taken
 */
export async function append(table: Table, change: Change): Promise<void> {
  const last = change.events.at(-1);
  if (last === undefined) return;
  const writes: Write[] = [
    headUpdate(table, change, last),
    ...change.pointers.map((item) => putIfFree(table, item)),
    ...change.items.map((Item) => ({ Put: { TableName: table.name, Item } })),
    ...change.removals.map(({ pk, sk }) => ({ Put: { TableName: table.name, Item: { pk, sk, ...REMOVED } } })),
    ...change.events.map((event) =>
      putIfNew(table, { ...keys.event(change.postMortemId, event.sequence), outbox: true, event }),
    ),
    { Put: { TableName: table.name, Item: changedHeadItem(last) } },
  ];
  try {
    await transact(table, writes);
  } catch (error) {
    throw explained(error, change);
  }
}

function headUpdate({ name: TableName }: Table, change: Change, last: ChainedEvent): Write {
  const fields = Object.entries({ ...change.head, sequence: last.sequence, lastHash: last.hash });
  const set = fields.filter(([, value]) => value !== undefined).map(([name]) => `#${name} = :${name}`);
  const remove = fields.filter(([, value]) => value === undefined).map(([name]) => `#${name}`);
  const isNew = change.expectedSequence === undefined;
  return {
    Update: {
      TableName,
      Key: keys.record(change.postMortemId),
      UpdateExpression: `SET ${set.join(', ')}${remove.length === 0 ? '' : ` REMOVE ${remove.join(', ')}`}`,
      ConditionExpression: isNew ? 'attribute_not_exists(pk)' : '#sequence = :expectedSequence',
      ExpressionAttributeNames: Object.fromEntries(fields.map(([name]) => [`#${name}`, name])),
      ExpressionAttributeValues: {
        ...Object.fromEntries(fields.filter(([, value]) => value !== undefined).map(([k, v]) => [`:${k}`, v])),
        ...(isNew ? {} : { ':expectedSequence': change.expectedSequence }),
      },
    },
  };
}

function putIfNew({ name }: Table, Item: Item): Write {
  return { Put: { TableName: name, Item, ConditionExpression: 'attribute_not_exists(pk)' } };
}

/** A pointer to a fix that was taken out has its tombstone, and may be written anew. */
function putIfFree(table: Table, item: Item): Write {
  if (!('remediationId' in item)) return putIfNew(table, item);
  return { Put: { TableName: table.name, Item: item, ConditionExpression: 'attribute_not_exists(remediationId)' } };
}

/**
 * The reasons stand in the order of the writes: the head first, then the pointers. Where the head moved on, all else was
 * decided on an old state, a taken pointer included: it may be this very change, made by somebody faster.
 */
function explained(error: unknown, change: Change): unknown {
  if (!(error instanceof TransactionCanceledException)) return error;
  const reasons = error.CancellationReasons ?? [];
  const hasMovedOn = change.expectedSequence !== undefined && reasons[0]?.Code === 'ConditionalCheckFailed';
  if (hasMovedOn) return new VersionConflict(change.postMortemId);
  const pointerReasons = reasons.slice(1, 1 + change.pointers.length);
  const taken = pointerReasons.findIndex(({ Code }) => Code === 'ConditionalCheckFailed');
  const pointer = change.pointers[taken];
  if (pointer !== undefined) return new AlreadyExists(pointer.pk);
  const isRace = reasons.some(({ Code }) => Code === 'ConditionalCheckFailed') || isConflict(error);
  return isRace ? new VersionConflict(change.postMortemId) : error;
}
