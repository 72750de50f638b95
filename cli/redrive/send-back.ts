import { setTimeout as wait } from 'node:timers/promises';
import type { QueuedMessage } from './dead-letter.ts';
import type { SqsQueue } from './queue.ts';

/** Much longer than it takes to send one. */
const HIDDEN_FOR_SECONDS = 120;
const LOOK_AGAIN_MS = 1_000;

/** Errors of a service that cannot move messages by itself: an emulator. */
const CANNOT_MOVE = ['InvalidAction', 'UnsupportedOperation', 'AWS.SimpleQueueService.UnsupportedOperation'];

type Progress = (sent: number) => void;

/** Sends all messages of a dead-letter queue to a work queue. @returns how many */
export async function moveAll(
  from: SqsQueue,
  to: { url: string; queue: SqsQueue },
  progress: Progress,
  pause: () => Promise<unknown> = () => wait(LOOK_AGAIN_MS),
): Promise<number> {
  try {
    await from.startMoveTo(to.url);
  } catch (error) {
    if (!(error instanceof Error && CANNOT_MOVE.includes(error.name))) throw error;
    return oneByOne(from, to.queue.send, progress);
  }
  for (;;) {
    const { isRunning, moved, failure } = await from.move();
    progress(moved);
    if (failure !== undefined) throw new Error(`SQS moved ${moved} messages, and then stopped: ${failure}`);
    if (!isRunning) return moved;
    await pause();
  }
}

/**
 * Hands every message on, one after the other, and removes it only then.
 *
 *     receive ── hand on ── remove      what breaks off in between leaves it in the queue: it may come twice,
 *                                       it is never lost
 *
 * A message that fails again comes back under another id, long after; one that was seen before ends the run, so that the
 * two cannot go in a circle.
 *
 * @returns how many were handed on
 */
export async function oneByOne(
  from: SqsQueue,
  handOn: (message: QueuedMessage) => Promise<void>,
  progress: Progress,
): Promise<number> {
  const seen = new Set<string>();
  for (;;) {
    const fresh = (await from.receive(HIDDEN_FOR_SECONDS)).filter(({ messageId }) => !seen.has(messageId));
    if (fresh.length === 0) return seen.size;
    for (const message of fresh) {
      await handOn(message);
      await from.remove(message);
      seen.add(message.messageId);
      progress(seen.size);
    }
  }
}
