import { unmarshall } from '@aws-sdk/util-dynamodb';
import type { DynamoDBBatchResponse, DynamoDBRecord, DynamoDBStreamEvent } from 'aws-lambda';
import type { Telemetry } from '../../runtime/telemetry.ts';
import { busDetail, type RecordedEvent } from '../../shared/domain/recorded-event.ts';
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
export function publishEvents({ put, telemetry }: PublishEventsDependencies) {
  return async ({ Records }: DynamoDBStreamEvent): Promise<DynamoDBBatchResponse> => {
    for (let start = 0; start < Records.length; start += ENTRIES_IN_A_CALL) {
      const records = Records.slice(start, start + ENTRIES_IN_A_CALL);
      const taken = await put(records.map((record) => entryOf(outboxEvent(record))));
      const firstFailed = records.find((_, index) => taken[index] !== true);
      if (firstFailed !== undefined) {
        telemetry.count('EventNotPublished');
        return { batchItemFailures: [{ itemIdentifier: firstFailed.dynamodb?.SequenceNumber ?? '' }] };
      }
    }
    return { batchItemFailures: [] };
  };
}

/** @throws ZodError when the item is no outbox item: the stream's filter and the store disagree */
function outboxEvent({ dynamodb }: DynamoDBRecord): RecordedEvent {
  return OutboxItem.parse(unmarshall(JSON.parse(JSON.stringify(dynamodb?.NewImage ?? {})))).event;
}

function entryOf(event: RecordedEvent): BusEntry {
  return {
    source: event.source,
    detailType: event.type,
    time: new Date(event.occurredAt),
    detail: JSON.stringify(busDetail(event)),
  };
}
