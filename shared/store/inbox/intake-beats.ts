import { ConditionalCheckFailedException, TransactionCanceledException } from '@aws-sdk/client-dynamodb';
import { PutCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import type { RecordedEvent } from '../../domain/events/recorded-event.ts';
import { downBetween, IntakeDown } from '../../domain/verification/intake-down.ts';
import type { Downtime } from '../../domain/verification/verdict/downtime.ts';
import { Instant } from '../../domain/words/identifiers.ts';
import { keys } from '../keys.ts';
import { getItem, type Item, putNew, type Table, transact, type Write } from '../table.ts';

/** The newest beat of the intake of evidence, and the times before it in which there was none. */
export const IntakeBeats = z.object({
  lastAt: Instant,
  downs: z.array(IntakeDown),
});
export type IntakeBeats = z.infer<typeof IntakeBeats>;

const BeatsItem = z.object({ beats: IntakeBeats });

/** @returns undefined before the first beat: nothing is known of the intake */
export async function readBeats(table: Table): Promise<IntakeBeats | undefined> {
  const item = await getItem(table, keys.intakeBeats());
  return item === undefined ? undefined : BeatsItem.parse(item).beats;
}

/**
 * Writes the newest beat over the one that was read, with the event of an end that it brought.
 *
 * @returns false when another one was written since
 */
export async function writeBeats(
  table: Table,
  before: IntakeBeats | undefined,
  beats: IntakeBeats,
  ended: { from: string; event: RecordedEvent } | undefined,
): Promise<boolean> {
  const item: Item = { ...keys.intakeBeats(), lastBeatAt: beats.lastAt, beats };
  if (before === undefined) return (await putNew(table, item)) === undefined;
  const write = {
    TableName: table.name,
    Item: item,
    ConditionExpression: 'lastBeatAt = :before',
    ExpressionAttributeValues: { ':before': before.lastAt },
  };
  try {
    if (ended === undefined) await table.client.send(new PutCommand(write));
    else await transact(table, [{ Put: write }, announcement(table, ended)]);
    return true;
  } catch (error) {
    if (isOfAnother(error)) return false;
    throw error;
  }
}

const isOfAnother = (error: unknown): boolean =>
  error instanceof ConditionalCheckFailedException || error instanceof TransactionCanceledException;

const announcement = ({ name }: Table, { from, event }: { from: string; event: RecordedEvent }): Write => ({
  Put: {
    TableName: name,
    Item: { ...keys.intakeDown(from), outbox: true, event },
    ConditionExpression: 'attribute_not_exists(pk)',
  },
});

/**
 * Times in which the intake was down, the time since the newest beat among them. None while nothing is known of it.
 *
 * @param isInUse false when no program may send signals any more: then nothing beats, and nothing is down
 */
export async function intakeDowns(table: Table, now: string, isInUse: boolean): Promise<Downtime[]> {
  const beats = await readBeats(table);
  if (beats === undefined) return [];
  const { lastAt, downs } = beats;
  const isUnconfirmed = downBetween(lastAt, now) === undefined;
  const sinceLast: Downtime = { from: Date.parse(lastAt), to: Number.POSITIVE_INFINITY, isUnconfirmed };
  return [
    ...downs.map(({ from, to }) => ({ from: Date.parse(from), to: Date.parse(to) })),
    ...(isInUse && Date.parse(lastAt) < Date.parse(now) ? [sinceLast] : []),
  ];
}
