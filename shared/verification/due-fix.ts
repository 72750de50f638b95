import * as z from 'zod';
import { PostMortemId, RecommendationId } from '../domain/words/identifiers.ts';

/** Message of a fix to judge. It says which one, and no more: what is to be done is decided by whoever takes it. */
export const DueFix = z.strictObject({ postMortemId: PostMortemId, remediationId: RecommendationId });

/** Due fix as it is sent. Not looked into: one that cannot be read fails alone, at the other end. */
export type SentFix = z.input<typeof DueFix>;

/** Queue of fixes to judge. */
export type DueFixQueue = {
  /** About how many messages wait in it, or are being worked on. */
  waiting: () => Promise<number>;
  /** Sends up to ten. @returns for each whether the queue took it, in order */
  send: (fixes: readonly SentFix[]) => Promise<boolean[]>;
};

/** https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_SendMessageBatch.html */
const MESSAGES_IN_A_CALL = 10;
const TRIES = 3;

/** The queue did not take some, however often it was asked. */
export class FixesNotQueued extends Error {
  constructor(count: number) {
    super(`${count} due fixes were not taken by their queue in ${TRIES} tries; the next run sends them`);
    this.name = 'FixesNotQueued';
  }
}

/**
 * Sends all of them, ten in a call and the calls at once. What the queue does not take is sent again.
 *
 * @throws FixesNotQueued
 */
export async function sendFixes(queue: DueFixQueue, fixes: readonly SentFix[]): Promise<void> {
  let left = [...fixes];
  for (let attempt = 1; left.length > 0; attempt += 1) {
    if (attempt > TRIES) throw new FixesNotQueued(left.length);
    const calls = Array.from({ length: Math.ceil(left.length / MESSAGES_IN_A_CALL) }, (_, index) =>
      left.slice(index * MESSAGES_IN_A_CALL, (index + 1) * MESSAGES_IN_A_CALL),
    );
    const refused = await Promise.all(
      calls.map(async (call) => {
        const taken = await queue.send(call);
        return call.filter((_, index) => taken[index] !== true);
      }),
    );
    left = refused.flat();
  }
}
