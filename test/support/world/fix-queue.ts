import type { Context, SQSBatchResponse, SQSEvent, SQSRecord } from 'aws-lambda';
import * as z from 'zod';
import { QUEUE_TRIES } from '../../../shared/domain/remediation/decide/retry.ts';
import type { DueFixQueue } from '../../../shared/verification/due-fix.ts';

type Message = { readonly messageId: string; readonly body: string; receives: number };
type Worker = (event: SQSEvent, context: Context) => Promise<SQSBatchResponse>;

/** As the stack has them: `infra/capabilities/remediation-workers.ts`. */
const BATCH_SIZE = 10;
const AT_ONCE = 4;

/** Queue of due fixes with a worker behind it. What fails comes again, and is set aside in the end. */
export function fixQueue(worker: Worker, context: Context) {
  let waiting: Message[] = [];
  let sent = 0;
  const deadLetters: string[] = [];

  const queue: DueFixQueue = {
    waiting: () => Promise.resolve(waiting.length),
    send(fixes) {
      for (const fix of fixes) {
        sent += 1;
        waiting.push({ messageId: `message-${sent}`, body: JSON.stringify(fix), receives: 0 });
      }
      return Promise.resolve(fixes.map(() => true));
    },
  };

  async function handOver(batch: Message[]): Promise<void> {
    const { batchItemFailures } = await worker({ Records: batch.map(recordOf) }, context);
    const failed = new Set(batchItemFailures.map(({ itemIdentifier }) => itemIdentifier));
    for (const message of batch.filter(({ messageId }) => failed.has(messageId))) {
      message.receives += 1;
      if (message.receives < QUEUE_TRIES) waiting.push(message);
      else deadLetters.push(message.body);
    }
  }

  return {
    queue,
    deadLetters,
    sent: () => sent,
    waiting: () => waiting.map(({ body }) => body),
    /** Loses all that wait: SQS does not, people who purge a queue do. */
    lose(): void {
      waiting = [];
    },
    /** Hands every message out once more, as SQS may. */
    repeat(): void {
      waiting = waiting.flatMap((message) => [message, { ...message }]);
    },
    /** Hands out messages until the queue is empty, or so many were. */
    async work(most = Number.POSITIVE_INFINITY): Promise<void> {
      for (let left = most; left > 0 && waiting.length > 0; ) {
        const taken = waiting.slice(0, Math.min(left, BATCH_SIZE * AT_ONCE));
        waiting = waiting.slice(taken.length);
        left -= taken.length;
        const batches = Array.from({ length: Math.ceil(taken.length / BATCH_SIZE) }, (_, index) =>
          taken.slice(index * BATCH_SIZE, (index + 1) * BATCH_SIZE),
        );
        await Promise.all(batches.map(handOver));
      }
    },
  };
}

function recordOf({ messageId, body, receives }: Message): SQSRecord {
  return z.custom<SQSRecord>().parse({
    ...{ messageId, body },
    eventSourceARN: 'arn:aws:sqs:eu-central-1:000000000000:due-fixes',
    attributes: { ApproximateReceiveCount: String(receives + 1) },
    messageAttributes: {},
  });
}
