import { unmarshall } from '@aws-sdk/util-dynamodb';
import type { DynamoDBBatchResponse, DynamoDBRecord, DynamoDBStreamEvent } from 'aws-lambda';
import type { Telemetry } from '../../runtime/telemetry.ts';
import { busDetail, type RecordedEvent } from '../../shared/domain/events/recorded-event.ts';
import { OutboxItem } from '../../shared/store/outbox.ts';

/** https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_PutEvents.html */
const ENTRIES_IN_A_CALL = 10;

export type BusEntry = { source: string; detailType: string; time: Date; detail: string };

export type PublishEventsDependencies = {
  /** Puts up to ten entries on the bus. @returns for each entry whether the bus took it, in order */
  put: (entries: readonly BusEntry[]) => Promise<boolean[]>;
  telemetry: Telemetry;
};

/**
 * Carries the outbox to the bus, in the order of the stream. At the first entry that the bus does not take, it stops
 * and asks for the stream again from there: some may come twice, none is passed over.
 */
export function publishEventsHandler({ put, telemetry }: PublishEventsDependencies) {
  return async ({ Records }: DynamoDBStreamEvent): Promise<DynamoDBBatchResponse> => {
    const outbox = Records.flatMap((record) => readable(record, telemetry));
    for (let start = 0; start < outbox.length; start += ENTRIES_IN_A_CALL) {
      const chunk = outbox.slice(start, start + ENTRIES_IN_A_CALL);
      const taken = await put(chunk.map(({ event }) => entryOf(event)));
      const firstFailed = chunk.find((_, index) => taken[index] !== true);
      if (firstFailed !== undefined) {
        telemetry.count('EventNotPublished');
        return { batchItemFailures: [{ itemIdentifier: firstFailed.sequenceNumber }] };
      }
    }
    return { batchItemFailures: [] };
  };
}

type Outgoing = { event: RecordedEvent; sequenceNumber: string };

/**
 * An item of the outbox that is none, which only another hand can have written, would hold up its shard for hours. It is
 * passed over, and an alarm says so; it is still in the table.
 */
function readable({ dynamodb }: DynamoDBRecord, telemetry: Telemetry): Outgoing[] {
  const item: unknown = unmarshall(JSON.parse(JSON.stringify(dynamodb?.NewImage ?? {})));
  const parsed = OutboxItem.safeParse(item);
  if (parsed.success) return [{ event: parsed.data.event, sequenceNumber: dynamodb?.SequenceNumber ?? '' }];
  telemetry.count('OutboxItemUnreadable');
  telemetry.failed(`the outbox item ${JSON.stringify(dynamodb?.Keys)} cannot be read`, parsed.error);
  return [];
}

function entryOf(event: RecordedEvent): BusEntry {
  return {
    source: event.source,
    detailType: event.type,
    time: new Date(event.occurredAt),
    detail: JSON.stringify(busDetail(event)),
  };
}
