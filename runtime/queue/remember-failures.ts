import type { SQSRecord } from 'aws-lambda';
import * as z from 'zod';
import { jsonIn } from '../../shared/domain/words/well-formed.ts';
import { type MessageFailure, rememberFailure } from '../../shared/store/inbox/failures.ts';
import type { Table } from '../../shared/store/table.ts';
import type { FunctionName } from '../function-names.ts';
import type { Telemetry } from '../telemetry.ts';
import { reasonOf } from './reason-of.ts';

/** Keeps why a message failed, so that it can be told when the message lies in the dead-letter queue. Never throws. */
export type Remember = (record: SQSRecord, error: unknown) => Promise<void>;

type RememberDependencies = {
  table: Table;
  telemetry: Pick<Telemetry, 'warn'>;
  now: () => string;
};

/** The reason is a convenience: where it cannot be kept, the message goes back to its queue all the same. */
export function rememberFailures(worker: FunctionName, { table, telemetry, now }: RememberDependencies): Remember {
  return async (record, error) => {
    try {
      await rememberFailure(table, failureOf(record, worker, error, now()));
    } catch (because) {
      telemetry.warn('why a message failed was not kept', { messageId: record.messageId, because: String(because) });
    }
  };
}

/** Description of a message that may be anything. */
const Named = z.object({
  'detail-type': z.string(),
  detail: z.object({ metadata: z.object({ id: z.string() }) }),
});

function failureOf(record: SQSRecord, worker: FunctionName, error: unknown, at: string): MessageFailure {
  const { messageId, eventSourceARN, attributes } = record;
  const named = Named.safeParse(jsonIn(record.body));
  return {
    messageId,
    worker,
    queue: eventSourceARN.split(':').at(-1) ?? '',
    reason: reasonOf(error),
    at,
    receiveCount: Number(attributes.ApproximateReceiveCount),
    ...(named.success ? { eventId: named.data.detail.metadata.id, type: named.data['detail-type'] } : {}),
  };
}
