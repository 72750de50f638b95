import * as z from 'zod';
import { Instant } from '../../domain/words/identifiers.ts';
import { keys } from '../keys.ts';
import { getItem, putItem, type Table } from '../table.ts';

/** A day longer than a dead-letter queue keeps its messages. */
const KEPT_FOR_MS = 15 * 86_400_000;

/** Why a message could not be handled the last time that it was tried. */
export const MessageFailure = z.object({
  messageId: z.string().min(1),
  worker: z.string(),
  queue: z.string(),
  reason: z.string(),
  at: Instant,
  receiveCount: z.int().positive(),
  /** Missing when the message is no event of ours. */
  eventId: z.string().optional(),
  type: z.string().optional(),
});
export type MessageFailure = z.infer<typeof MessageFailure>;

const FailureItem = z.object({ failure: MessageFailure });

/** Keeps the reason for whoever finds the message in the dead-letter queue: SQS keeps the message's id on the way there. */
export async function rememberFailure(table: Table, failure: MessageFailure): Promise<void> {
  const expiresAt = Math.ceil((Date.parse(failure.at) + KEPT_FOR_MS) / 1_000);
  await putItem(table, { ...keys.failure(failure.messageId), failure, expiresAt });
}

export async function failureOf(table: Table, messageId: string): Promise<MessageFailure | undefined> {
  const item = await getItem(table, keys.failure(messageId));
  return item === undefined ? undefined : FailureItem.parse(item).failure;
}
