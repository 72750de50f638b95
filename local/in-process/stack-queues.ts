import * as z from 'zod';
import { shortened } from '../../shared/domain/words/shorten.ts';
import { type StackTemplate, Text } from '../aws-model/stack-template.ts';
import { type QueueMessage, type WorkQueue, workQueue } from '../aws-model/work-queue.ts';
import type { StackFunctions } from './stack-functions.ts';

const Mapping = z.object({
  EventSourceArn: Text,
  FunctionName: Text,
  BatchSize: z.number(),
  ScalingConfig: z.object({ MaximumConcurrency: z.number() }).optional(),
});
const Queue = z.object({ RedrivePolicy: z.object({ maxReceiveCount: z.number() }).optional() });

const PartialFailure = z.object({ batchItemFailures: z.array(z.object({ itemIdentifier: z.string() })) });

/** AWS hides a failed message for six times the function's time-out, in case it still runs. Here it is known to have ended. */
const RETRY_AFTER_MS = 1_000;

export type StackQueues = {
  /** @throws Error when no function works on that queue */
  send: (queue: string, body: string) => void;
  stop: () => void;
};

/**
 * The queues on which functions work, with the batches, limits and attempts of the stack.
 *
 * @param setAside told of each message that failed for the last time
 */
export function stackQueues(
  template: StackTemplate,
  functions: StackFunctions,
  setAside: (what: string) => void,
): StackQueues {
  const settings = template.resources('AWS::SQS::Queue', Queue);
  const queues = new Map<string, WorkQueue>();
  for (const mapping of template.resources('AWS::Lambda::EventSourceMapping', Mapping).values()) {
    const { EventSourceArn: name, FunctionName: worker, BatchSize: batchSize, ScalingConfig } = mapping;
    const redrive = settings.get(name)?.RedrivePolicy;
    if (redrive === undefined) continue;
    const limits = {
      batchSize,
      maxConcurrency: ScalingConfig?.MaximumConcurrency ?? 1,
      attemptLimit: redrive.maxReceiveCount,
      retryAfterMs: RETRY_AFTER_MS,
    };
    const queue = workQueue(limits, {
      handOver: async (batch) => {
        const answer = PartialFailure.parse(await functions.invoke(worker, sqsEvent(name, batch)));
        return answer.batchItemFailures.map(({ itemIdentifier }) => itemIdentifier);
      },
      setAside: ({ body, receives }, reason) =>
        setAside(`${worker} failed ${receives} times (${reason}) with ${shortened(body, 500)}`),
    });
    queues.set(name, queue);
  }
  return {
    send(queue, body) {
      const found = queues.get(queue);
      if (found === undefined) throw new Error(`no function works on the queue ${queue}`);
      found.send(body);
    },
    stop() {
      for (const queue of queues.values()) queue.stop();
    },
  };
}

function sqsEvent(queue: string, batch: readonly QueueMessage[]) {
  return {
    Records: batch.map(({ messageId, body, receives }) => ({
      messageId,
      body,
      receiptHandle: messageId,
      attributes: { ApproximateReceiveCount: String(receives) },
      messageAttributes: {},
      md5OfBody: '',
      eventSource: 'aws:sqs',
      eventSourceARN: queue,
      awsRegion: 'eu-central-1',
    })),
  };
}
