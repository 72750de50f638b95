import { BatchProcessor, EventType as BatchType, processPartialResponse } from '@aws-lambda-powertools/batch';
import type { Context, SQSBatchResponse, SQSEvent, SQSRecord } from 'aws-lambda';
import { parseJson } from '../../shared/domain/words/well-formed.ts';
import type { Telemetry } from '../telemetry.ts';
import { type Pause, withinTime } from '../time-left.ts';
import type { Remember } from './remember-failures.ts';

export type QueueDependencies = {
  telemetry: Pick<Telemetry, 'failed'>;
  remember: Remember;
  /** Real time, unless a test plays it. */
  pause?: Pause;
};

/**
 * A handler for a queue of JSON messages. Every message stands for itself: one that fails goes back to the queue alone,
 * and in the end to the dead-letter queue, while the others are done. So does one that takes longer than the run has.
 */
export function onMessages(
  { telemetry, remember, pause }: QueueDependencies,
  work: (body: unknown) => Promise<void>,
): (event: SQSEvent, context: Context) => Promise<SQSBatchResponse> {
  const handleOne = async (record: SQSRecord, context: Context): Promise<void> => {
    try {
      const body = parseJson(record.body);
      await withinTime(context, () => work(body), pause);
    } catch (error) {
      telemetry.failed(`message ${record.messageId} goes back to the queue`, error);
      await remember(record, error);
      throw error;
    }
  };
  return (event, context) =>
    processPartialResponse(
      event,
      (record: SQSRecord) => handleOne(record, context),
      new BatchProcessor(BatchType.SQS),
      {
        context,
        processInParallel: true,
        // A batch in which all fail is no failure of the function: each message has its own count of tries.
        throwOnFullBatchFailure: false,
      },
    );
}
