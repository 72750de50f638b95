import type { SQSEvent } from 'aws-lambda';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { receiveBusEventHandler } from '../../../functions/receive-bus-event/handler.ts';
import { isKnownTicket } from '../../../shared/intake/known-ticket.ts';
import { SOURCES } from '../../../shared/intake/registry.ts';
import { busRulesInUse } from '../../../shared/intake/sources-in-use.ts';
import { acceptDelivery } from '../../../shared/store/inbox/announcements.ts';
import { keepTold } from '../../../shared/store/inbox/told-incidents.ts';
import { recordLinks } from '../../../shared/store/records/record-links.ts';
import { engineForThisFile } from '../../support/machine/engine.ts';
import { changedMessage, closedMessage, SENDER_SITE, staticRequest } from '../../support/systems/holdfast-json.ts';
import { CONTEXT, startWorld, type World } from '../../support/world/world.ts';

const endpoint = engineForThisFile();
let world: World;
beforeEach(async () => {
  world = await startWorld(endpoint(), {
    incidents: {
      'holdfast-json': {
        sites: [SENDER_SITE],
        takesStaticSecret: true,
        bus: { source: 'com.example.tickets', accounts: ['111122223333'] },
        severityBy: { 'SEV-1': 'critical' },
      },
    },
  });
});
afterEach(() => world.close());

const TICKET = { source: 'holdfast-json', site: SENDER_SITE, ticketId: '9f3c', key: 'INC0012345' } as const;
let messages = 0;
/** Tells a change that happens now, a minute after the one before. */
async function changed(state: string, changes: Record<string, unknown> = {}): Promise<number | undefined> {
  world.clock.advance('PT1M');
  messages += 1;
  const message = changedMessage(state, { id: `message-${messages}`, at: world.now(), ...changes });
  const { statusCode } = await world.receive(staticRequest(message));
  await world.deliver();
  return statusCode;
}
const told = async () =>
  (await world.outbox())
    .filter(({ source }) => source === 'holdfast.holdfast-json')
    .map(({ type }) => type.replace('Incident Ticket ', ''));
async function record() {
  const id = await world.store.postMortemOfTicket(TICKET);
  return id === undefined ? undefined : world.store.postMortem(id);
}

describe('a sender that tells every change of a ticket', () => {
  it('opens one record at the first closure, and is not heard while the ticket stays closed', async () => {
    const statuses = [];
    for (const state of ['New', 'In Progress', 'Resolved', 'Closed', 'closed']) statuses.push(await changed(state));
    expect([statuses, await told(), (await record())?.carriedOn]).toEqual([Array(5).fill(202), ['Closed'], 0]);
  });

  it('carries the record on once for each reopening, however many changes follow', async () => {
    for (const state of ['Closed', 'In Progress', 'In Progress', 'Waiting', 'Closed', 'Open', 'Open'])
      await changed(state);
    expect([await told(), (await record())?.carriedOn]).toEqual([['Closed', 'Reopened', 'Closed', 'Reopened'], 2]);
  });

  it('opens none for what there is nothing to review of, and one when it is closed in another way after all', async () => {
    await changed('Closed', { reason: 'Duplicate' });
    await changed('Closed', { reason: 'Duplicate' });
    const before = await record();
    await changed('Closed', { reason: 'Solved' });
    expect([before, (await record())?.status, await told()]).toEqual([undefined, 'open', ['Closed', 'Closed']]);
  });

  it('opens none when the ticket is open again before its closure is worked on', async () => {
    world.clock.advance('PT1M');
    const closing = changedMessage('Closed', { id: 'a', at: world.now() });
    world.clock.advance('PT1M');
    const opening = changedMessage('Open', { id: 'b', at: world.now() });
    for (const message of [closing, opening]) await world.receive(staticRequest(message));
    await world.deliver();
    expect(await record()).toBeUndefined();
  });

  it('tells the closure when the first attempt broke off behind what was told', async () => {
    const message = changedMessage('Closed', { id: 'once', at: world.now() });
    const { incident } = closedMessage();
    const remember = world.config.operations.inboxRetention;
    await keepTold(
      world.table,
      {
        state: 'closed',
        ticket: TICKET,
        at: world.now(),
        incident: { ...TICKET, ...incident, severity: 'high', closedAt: world.now(), people: [], techniques: [] },
      },
      { now: world.now(), remember },
    );
    await world.receive(staticRequest(message));
    expect(await told()).toEqual(['Closed']);
  });

  it('has its words for a severity read, and its mark kept', async () => {
    const { incident } = closedMessage();
    await changed('Closed', { incident: { ...incident, severity: 'SEV-1', tlp: 'RED' } });
    const opened = await record();
    expect([opened?.incident.severity, opened?.tlp]).toEqual(['critical', 'RED']);
  });

  it('falls back to a severity for a word that nobody configured', async () => {
    const { incident } = closedMessage();
    await changed('Closed', { incident: { ...incident, severity: 'P7' } });
    expect([(await record())?.incident.severity, world.counted().IncidentValueUnmapped]).toEqual(['medium', 1]);
  });

  it('is refused with another secret', async () => {
    const { statusCode } = await world.receive(staticRequest(changedMessage('Closed'), 'a guess'));
    expect([statusCode, await told()]).toEqual([401, []]);
  });
});

describe('a sender on the bus of the account', () => {
  it('opens the record of its message', async () => {
    const handle = receiveBusEventHandler({
      ...world,
      busRules: busRulesInUse(SOURCES, world.config),
      accept: (delivery) =>
        acceptDelivery(world.table, { ...delivery, remember: world.config.operations.inboxRetention }),
      isKnown: (event) => isKnownTicket(recordLinks(world.table, world.config), event),
      keepTold: (incident) =>
        keepTold(world.table, incident, { now: world.now(), remember: world.config.operations.inboxRetention }),
    });
    const detail = changedMessage('Resolved', { at: world.now() });
    const event = { id: 'event-1', source: 'com.example.tickets', 'detail-type': 'Holdfast Incident', detail };
    const Records = [
      {
        messageId: '1',
        body: JSON.stringify(event),
        eventSourceARN: 'arn:aws:sqs:eu-central-1:000000000000:queue-of-the-tests',
        attributes: { ApproximateReceiveCount: '1' },
        messageAttributes: {},
      },
    ];
    await handle(z.custom<SQSEvent>().parse({ Records }), CONTEXT);
    await world.deliver();
    expect([world.failures, (await record())?.status]).toEqual([[], 'open']);
  });
});
