import * as z from 'zod';
import type { ModelQueue, QueueMessage } from './queue.ts';

const BatchAnswer = z.object({ batchItemFailures: z.array(z.object({ itemIdentifier: z.string() })) });

export type ConsumerSettings = {
  /** Number of messages that one invocation gets at most. */
  batchSize: number;
  /** How long a batch that is not full is gathered, from the first message that may be taken. */
  gathersMs: number;
  /** Number of invocations that run at once. */
  maxConcurrency: number;
  /** True when an answer names what failed. Without it, an answer is a success of all. */
  reportsItems: boolean;
  /** Shows what failed again so soon; without it when its time of being hidden is over, as SQS does. */
  retryAfterMs?: number;
};

/** How a run ended: with an answer, or without one. */
export type RunOutcome = { readonly value: unknown } | { readonly error: unknown } | { readonly died: string };

/** The poller that Lambda keeps for a queue: batches, so many at once, and what is done is removed. */
export function consumeQueue(
  queue: ModelQueue,
  { batchSize, gathersMs, maxConcurrency, reportsItems, retryAfterMs }: ConsumerSettings,
  call: (batch: readonly QueueMessage[], done: (outcome: RunOutcome) => void) => void,
): void {
  let running = 0;
  let isGathering = false;

  function poll(): void {
    if (gathersMs === 0 || queue.visible() >= batchSize) take();
    else if (!isGathering && queue.visible() > 0) {
      isGathering = true;
      queue.later(gathersMs, () => {
        isGathering = false;
        take();
      });
    }
  }

  function take(): void {
    if (running >= maxConcurrency) return;
    const batch = queue.receive(batchSize);
    if (batch.length === 0) return;
    running += 1;
    call(batch, (outcome) => {
      running -= 1;
      const failed = failedOf(batch, outcome, reportsItems);
      for (const message of batch) {
        if (!failed.has(message.messageId)) queue.remove(message);
        else if (retryAfterMs !== undefined) queue.showAfter(message, retryAfterMs);
      }
      poll();
    });
    poll();
  }

  queue.onVisible(poll);
}

/** https://docs.aws.amazon.com/lambda/latest/dg/services-sqs-errorhandling.html */
function failedOf(batch: readonly QueueMessage[], outcome: RunOutcome, reportsItems: boolean): Set<string> {
  const all = new Set(batch.map(({ messageId }) => messageId));
  if (!('value' in outcome)) return all;
  if (!reportsItems) return new Set();
  const answer = BatchAnswer.safeParse(outcome.value);
  if (!answer.success) return new Set();
  const failed = answer.data.batchItemFailures.map(({ itemIdentifier }) => itemIdentifier);
  // A name that Lambda does not know makes it send the whole batch again.
  return failed.every((id) => all.has(id)) ? new Set(failed) : all;
}

/** The event that a function behind a queue gets. */
export function sqsEvent(queue: string, batch: readonly QueueMessage[]) {
  return {
    Records: batch.map(({ messageId, body, receives }) => ({
      messageId,
      receiptHandle: messageId,
      body,
      attributes: { ApproximateReceiveCount: String(receives) },
      messageAttributes: {},
      md5OfBody: '',
      eventSource: 'aws:sqs',
      eventSourceARN: `arn:aws:sqs:eu-central-1:000000000000:${queue}`,
      awsRegion: 'eu-central-1',
    })),
  };
}
