import * as z from 'zod';
import type { Outcome } from './invocation.ts';
import type { Message, Queue } from './queue.ts';
import type { Topology } from './topology.ts';

const BatchAnswer = z.object({ batchItemFailures: z.array(z.object({ itemIdentifier: z.string() })) });

/** The poller that Lambda keeps for a queue: batches, so many at once, and what is done is removed. */
export function consumeQueue(
  queue: Queue,
  { batchSize, maxConcurrency, reportsItems }: Topology['sources'][number],
  call: (event: unknown, done: (outcome: Outcome) => void) => void,
): void {
  let running = 0;

  function poll(): void {
    if (running >= maxConcurrency) return;
    const batch = queue.receive(batchSize);
    if (batch.length === 0) return;
    running += 1;
    call({ Records: batch.map(recordOf) }, (outcome) => {
      running -= 1;
      const failed = failedOf(batch, outcome, reportsItems);
      for (const message of batch) if (!failed.has(message.id)) queue.remove(message);
      poll();
    });
    poll();
  }

  queue.onVisible(poll);
}

/** https://docs.aws.amazon.com/lambda/latest/dg/services-sqs-errorhandling.html */
function failedOf(batch: readonly Message[], outcome: Outcome, reportsItems: boolean): Set<string> {
  const all = new Set(batch.map(({ id }) => id));
  if (!('value' in outcome)) return all;
  if (!reportsItems) return new Set();
  const answer = BatchAnswer.safeParse(outcome.value);
  if (!answer.success) return new Set();
  const failed = answer.data.batchItemFailures.map(({ itemIdentifier }) => itemIdentifier);
  // A name that Lambda does not know makes it send the whole batch again.
  return failed.every((id) => all.has(id)) ? new Set(failed) : all;
}

function recordOf({ id, body, receives }: Message) {
  return {
    messageId: id,
    receiptHandle: id,
    body,
    attributes: { ApproximateReceiveCount: String(receives) },
    messageAttributes: {},
    eventSource: 'aws:sqs',
    eventSourceARN: `arn:aws:sqs:eu-central-1:000000000000:${id}`,
    awsRegion: 'eu-central-1',
  };
}
