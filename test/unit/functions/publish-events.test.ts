import { marshall } from '@aws-sdk/util-dynamodb';
import type { DynamoDBStreamEvent } from 'aws-lambda';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { type BusEntry, publishEventsHandler } from '../../../functions/publish-events/handler.ts';
import { recorded } from '../../../shared/domain/events/recorded-event.ts';
import { testIds } from '../../support/world/ids.ts';
import { ANNA } from '../../support/world/people.ts';
import { aPostMortemId, NOW } from '../../support/world/records.ts';
import { testTelemetry } from '../../support/world/telemetry.ts';

const newId = testIds();
const cause = { actor: ANNA, correlationId: 'api:1', hops: 0 };
const event = (reason: string) =>
  recorded(
    { type: 'Post-Mortem Returned', data: { postMortemId: aPostMortemId(), reason, by: ANNA } },
    'holdfast',
    cause,
    { now: () => NOW, newId },
  );

/** A batch of the stream: each item with its place as the sequence number. */
const batch = (items: unknown[]): DynamoDBStreamEvent =>
  z.custom<DynamoDBStreamEvent>().parse({
    Records: items.map((item, place) => ({
      eventName: 'INSERT',
      dynamodb: {
        SequenceNumber: String(place),
        Keys: marshall({ pk: 'PM#1' }),
        NewImage: marshall(item, { removeUndefinedValues: true }),
      },
    })),
  });

/** A bus that takes what `takes` says, and remembers the calls. */
function bus(takes: (entry: BusEntry) => boolean = () => true) {
  const calls: string[][] = [];
  const { telemetry, counted } = testTelemetry();
  const handler = publishEventsHandler({
    telemetry,
    put: (entries) => {
      calls.push(entries.map(({ detail }) => String(JSON.parse(detail).data.reason)));
      return Promise.resolve(entries.map(takes));
    },
  });
  return { handler, calls, counted };
}
const items = (count: number) =>
  Array.from({ length: count }, (_, place) => ({ outbox: true, event: event(`reason ${place}`) }));

describe('publish-events', () => {
  it('carries every item to the bus, ten in a call, in order', async () => {
    const { handler, calls } = bus();
    expect(await handler(batch(items(23)))).toEqual({ batchItemFailures: [] });
    expect(calls.map((call) => call.length)).toEqual([10, 10, 3]);
    expect(calls.flat()).toEqual(Array.from({ length: 23 }, (_, place) => `reason ${place}`));
  });

  it('asks for the stream again from the first entry that the bus did not take', async () => {
    const { handler, calls, counted } = bus(({ detail }) => !/reason 1[26]"/.test(detail));
    expect(await handler(batch(items(23)))).toEqual({ batchItemFailures: [{ itemIdentifier: '12' }] });
    expect([calls.length, counted()]).toEqual([2, { EventNotPublished: 1 }]);
  });

  it('passes over what is no event, says so, and does not let it hold up the others', async () => {
    const { handler, calls, counted } = bus();
    expect(await handler(batch([{ outbox: true, event: 'hello' }, ...items(1)]))).toEqual({ batchItemFailures: [] });
    expect([calls, counted()]).toEqual([[['reason 0']], { OutboxItemUnreadable: 1 }]);
  });
});
