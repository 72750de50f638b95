import { type DeadLetter, describeDeadLetter, type QueuedMessage } from './dead-letter.ts';
import type { SqsQueue } from './queue.ts';

/** More than anybody reads one by one. */
const SHOWN = 100;
/** Long enough to look at that many. */
const HIDDEN_FOR_SECONDS = 60;

/** Looks into a queue: number of messages, and the first of them in words. They stay where they are. */
export async function lookInto(
  queue: SqsQueue,
  reasonOf: (messageId: string) => Promise<string | undefined>,
): Promise<{ waiting: number; letters: DeadLetter[] }> {
  const waiting = await queue.waiting();
  const held = new Map<string, QueuedMessage>();
  try {
    while (held.size < Math.min(waiting, SHOWN)) {
      const fresh = (await queue.receive(HIDDEN_FOR_SECONDS)).filter(({ messageId }) => !held.has(messageId));
      if (fresh.length === 0) break;
      for (const message of fresh) held.set(message.messageId, message);
    }
  } finally {
    for (const message of held.values()) await queue.giveBack(message);
  }
  const letters: DeadLetter[] = [];
  for (const message of held.values()) letters.push(describeDeadLetter(message, await reasonOf(message.messageId)));
  return { waiting: Math.max(waiting, held.size), letters: letters.toSorted((a, b) => (a.sentAt < b.sentAt ? -1 : 1)) };
}
