import * as z from 'zod';
import { shortened } from '../../shared/domain/words/shorten.ts';
import { jsonIn } from '../../shared/domain/words/well-formed.ts';
import { DueFix } from '../../shared/verification/due-fix.ts';

/** A message of a dead-letter queue, in words. */
export type DeadLetter = {
  messageId: string;
  /** The event's type, or what kind of message it is. */
  type: string;
  /** The ticket, record or part of the stream that it is about. */
  subject: string;
  eventId: string | undefined;
  /** Time at which it was first sent. */
  sentAt: string;
  reason: string;
};

/** A message as SQS holds it. */
export type QueuedMessage = {
  messageId: string;
  receiptHandle: string;
  body: string;
  sentAt: string;
  /** Message attributes, their string values. */
  attributes: Record<string, string>;
};

const BusEvent = z.object({
  'detail-type': z.string(),
  detail: z.looseObject({
    metadata: z.looseObject({ id: z.string() }).optional(),
    data: z.record(z.string(), z.unknown()).default({}),
  }),
});

/** Names in an event by which people know its subject, the best one first. */
const Named = z.object({
  ticket: z.object({ key: z.string() }).optional().catch(undefined),
  key: z.string().optional().catch(undefined),
  recommendation: z.object({ title: z.string() }).optional().catch(undefined),
  remediationId: z.string().optional().catch(undefined),
  postMortemId: z.string().optional().catch(undefined),
  kind: z.string().optional().catch(undefined),
});

/** https://docs.aws.amazon.com/lambda/latest/dg/invocation-async-retain-records.html */
const FailedRun = z.object({
  requestContext: z.object({ requestId: z.string(), condition: z.string() }),
  responsePayload: z.object({ errorType: z.string().optional(), errorMessage: z.string().optional() }).optional(),
});

/** https://docs.aws.amazon.com/lambda/latest/dg/services-dynamodb-errors.html */
const FailedBatch = z.object({
  requestContext: z.object({ condition: z.string() }),
  DDBStreamBatchInfo: z.object({
    shardId: z.string(),
    startSequenceNumber: z.string(),
    endSequenceNumber: z.string(),
    approximateArrivalOfFirstRecord: z.string(),
    batchSize: z.int(),
  }),
});

/** Notification of S3 about a new file: https://docs.aws.amazon.com/AmazonS3/latest/userguide/notification-content-structure.html */
const Upload = z.object({ Records: z.tuple([z.object({ s3: z.object({ object: z.object({ key: z.string() }) }) })]) });

/** @param reason why its worker failed, where that was remembered */
export function describeDeadLetter(message: QueuedMessage, reason: string | undefined): DeadLetter {
  const { messageId, sentAt, attributes } = message;
  const why = reason ?? deliveryError(attributes);
  const body = jsonIn(message.body);
  const letter = (type: string, subject: string, fallback: string, eventId?: string): DeadLetter => ({
    messageId,
    type,
    subject,
    eventId,
    sentAt,
    reason: why ?? fallback,
  });

  const event = BusEvent.safeParse(body).data;
  if (event !== undefined) {
    return letter(event['detail-type'], subjectOf(event.detail.data), UNKNOWN, event.detail.metadata?.id);
  }
  const upload = Upload.safeParse(body).data;
  if (upload !== undefined) return letter('upload', upload.Records[0].s3.object.key, UNKNOWN);
  const due = DueFix.safeParse(body).data;
  if (due !== undefined) return letter('due fix', due.remediationId, UNKNOWN);
  const batch = FailedBatch.safeParse(body).data;
  if (batch !== undefined) {
    const { shardId, startSequenceNumber, batchSize, approximateArrivalOfFirstRecord } = batch.DDBStreamBatchInfo;
    const subject = `${batchSize} from ${startSequenceNumber} in ${shardId}, ${approximateArrivalOfFirstRecord}`;
    return letter('part of the stream', subject, batch.requestContext.condition);
  }
  const run = FailedRun.safeParse(body).data;
  if (run !== undefined) {
    const { errorType = run.requestContext.condition, errorMessage = '' } = run.responsePayload ?? {};
    return letter('failed run', run.requestContext.requestId, `${errorType}: ${errorMessage}`);
  }
  return letter('unknown', shortened(message.body, 60), UNKNOWN);
}

const UNKNOWN = 'not remembered: see the log of the function';

/** EventBridge and the Scheduler write into the message why they could not deliver it. */
function deliveryError({ ERROR_CODE, ERROR_MESSAGE }: Record<string, string>): string | undefined {
  return ERROR_CODE === undefined ? undefined : `not delivered: ${ERROR_CODE}: ${ERROR_MESSAGE ?? ''}`;
}

function subjectOf(data: unknown): string {
  const { ticket, key, recommendation, remediationId, postMortemId, kind } = Named.parse(data);
  return ticket?.key ?? key ?? recommendation?.title ?? remediationId ?? postMortemId ?? kind ?? '';
}
