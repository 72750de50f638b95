import type { SQSEvent } from 'aws-lambda';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { receiveBusEventHandler } from '../../../functions/receive-bus-event/handler.ts';
import { acceptDelivery } from '../../../shared/store/inbox/announcements.ts';
import { engineForThisFile } from '../../support/machine/engine.ts';
import { BUS_RULES } from '../../support/systems/bus-source.ts';
import { CONTEXT, startWorld, type World } from '../../support/world/world.ts';

const endpoint = engineForThisFile();
let world: World;
beforeEach(async () => {
  world = await startWorld(endpoint());
});
afterEach(() => world.close());

const closed = {
  id: 'event-1',
  source: 'test.cases',
  'detail-type': 'Case Closed',
  time: '2026-11-21T09:59:00Z',
  detail: { caseId: '4711' },
};

/** @returns the ids of messages that go back to the queue */
async function hear(...events: object[]): Promise<string[]> {
  const remember = world.config.operations.inboxRetention;
  const handle = receiveBusEventHandler({
    ...world,
    busRules: BUS_RULES,
    accept: (delivery) => acceptDelivery(world.table, { ...delivery, remember }),
    isKnown: () => Promise.reject(new Error('nobody asks for it')),
    keepTold: () => Promise.reject(new Error('nothing was told')),
  });
  const Records = events.map((event, index) => ({
    messageId: String(index),
    body: JSON.stringify(event),
    eventSourceARN: 'arn:aws:sqs:eu-central-1:000000000000:queue-of-the-tests',
    attributes: { ApproximateReceiveCount: '1' },
    messageAttributes: {},
  }));
  const { batchItemFailures } = await handle(z.custom<SQSEvent>().parse({ Records }), CONTEXT);
  return batchItemFailures.map(({ itemIdentifier }) => itemIdentifier);
}

describe('a source that is heard on the bus of the account', () => {
  it('tells a closure once, however often its event is delivered', async () => {
    const back = [await hear(closed), await hear(closed)].flat();
    expect([
      back,
      (await world.outbox()).map(({ type, source, data }) => [type, source, data]),
      world.counted(),
    ]).toEqual([
      [],
      [
        [
          'Incident Ticket Closed',
          'holdfast.holdfast-json',
          {
            ticket: { source: 'holdfast-json', site: 'cases.example.com', ticketId: '4711', key: '4711' },
            closedAt: '2026-11-21T09:59:00.000Z',
          },
        ],
      ],
      { BusEventAccepted: 1, BusEventRepeated: 1 },
    ]);
  });

  it('tells that a case changed of which its event does not say how, once', async () => {
    const updated = { ...closed, 'detail-type': 'Case Updated' };
    await hear(updated);
    await hear(updated);
    expect((await world.outbox()).map(({ type, data }) => [type, data])).toEqual([
      [
        'Incident Ticket Changed',
        {
          ticket: { source: 'holdfast-json', site: 'cases.example.com', ticketId: '4711', key: '4711' },
          at: '2026-11-21T09:59:00.000Z',
        },
      ],
    ]);
  });

  it('counts what means nothing to us', async () => {
    expect([await hear({ ...closed, 'detail-type': 'Case Viewed' }), world.counted()]).toEqual([
      [],
      { BusEventIgnoredOtherEvent: 1 },
    ]);
  });

  it('gives back what cannot be read, and what nobody hears, and takes in the rest', async () => {
    const back = await hear({ ...closed, detail: {} }, { ...closed, source: 'test.others' }, closed);
    // Messages are worked on at the same time, so failures come in any order.
    expect([back.toSorted(), (await world.outbox()).length, world.failures.map(String).toSorted()]).toEqual([
      ['0', '1'],
      1,
      [
        expect.stringContaining('cannot read event event-1 of holdfast-json: detail.caseId'),
        expect.stringContaining('no source of incidents hears test.others'),
      ],
    ]);
  });
});
