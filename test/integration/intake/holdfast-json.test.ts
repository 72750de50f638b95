import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { busDetail } from '../../../shared/domain/events/recorded-event.ts';
import { quarantinedFrom } from '../../../shared/store/inbox/quarantine.ts';
import { unmappedOf } from '../../../shared/store/inbox/unmapped-values.ts';
import { engineForThisFile } from '../../support/machine/engine.ts';
import {
  closedMessage,
  holdfastJsonRequest,
  reopenedMessage,
  SENDER_SITE,
} from '../../support/systems/holdfast-json.ts';
import { PREVIOUS_SECRET, startWorld, type World } from '../../support/world/world.ts';

const endpoint = engineForThisFile();
let world: World;
beforeEach(async () => {
  world = await startWorld(endpoint(), { incidents: { 'holdfast-json': { sites: [SENDER_SITE] } } });
});
afterEach(() => world.close());

const TICKET = { source: 'holdfast-json', site: SENDER_SITE, ticketId: '9f3c', key: 'INC0012345' } as const;
const post = async (message: unknown, secret?: string) =>
  (await world.receive(holdfastJsonRequest(message, { sentAt: world.now(), ...(secret && { secret }) }))).statusCode;
const told = async () => (await world.outbox()).filter(({ source }) => source === 'holdfast.holdfast-json');
const openings = async () => (await world.outbox()).filter(({ type }) => type === 'Post-Mortem Opened').length;
async function record() {
  const id = await world.store.postMortemOfTicket(TICKET);
  return id === undefined ? undefined : world.store.postMortem(id);
}

describe('an incident that another system posts', () => {
  it('opens its record from the message alone', async () => {
    const status = await post(closedMessage());
    await world.deliver();
    const opened = await record();
    const timeline = opened === undefined ? [] : await world.store.wholeTimeline(opened.id);
    expect([status, world.failures, world.simulator.requests()]).toEqual([202, [], []]);
    expect(opened).toMatchObject({
      status: 'open',
      isLinkedToTicket: false,
      incident: { ...TICKET, title: 'Phished', severity: 'high', techniques: ['T1566.002'] },
    });
    expect(timeline.map(({ at, what }) => [at, what])).toEqual([
      ['2026-11-20T08:00:00.000Z', 'Ticket opened: Phished'],
      ['2026-11-21T09:59:00.000Z', 'Ticket closed'],
    ]);
  });

  it('is filed under the category that it tells', async () => {
    const { incident } = closedMessage();
    await post(closedMessage({ incident: { ...incident, category: 'phishing' } }));
    await world.deliver();
    expect([(await record())?.category, world.counted().IncidentValueUnmapped]).toEqual(['phishing', undefined]);
  });

  it('is filed under none when the configuration does not know its category, which is counted', async () => {
    const { incident } = closedMessage();
    await post(closedMessage({ incident: { ...incident, category: 'Poltergeist' } }));
    await world.deliver();
    expect([
      (await record())?.category,
      world.counted().IncidentValueUnmapped,
      await unmappedOf(world.table, 'holdfast-json'),
    ]).toEqual([undefined, 1, [{ what: 'category', value: 'Poltergeist', count: 1, lastDay: '2026-11-21' }]]);
  });

  it('sends none of its words to the bus', async () => {
    await post(closedMessage({ id: 'nightjar-fraud-by-jane-doe' }));
    const [event] = await told();
    const onTheBus = event && busDetail(event);
    expect(onTheBus?.data).toEqual({ ticket: TICKET, closedAt: '2026-11-21T09:59:00.000Z' });
    expect(JSON.stringify(onTheBus)).not.toMatch(/nightjar|jane|mia/i);
  });

  it('carries its record on when it is reopened, and opens no second one when it is closed again', async () => {
    await post(closedMessage());
    await world.deliver();
    const before = await record();
    world.clock.advance('PT30M');
    await post(reopenedMessage({ at: world.now() }));
    await world.deliver();
    const after = await record();
    world.clock.advance('PT1H');
    await post(closedMessage({ id: 'message-3', at: world.now() }));
    await world.deliver();
    expect([before?.carriedOn, after?.carriedOn, (await record())?.id, await openings()]).toEqual([
      0,
      1,
      before?.id,
      1,
    ]);
  });

  it('counts once when the same message comes five times, signed anew each time', async () => {
    for (let time = 0; time < 5; time += 1) {
      await post(closedMessage());
      world.clock.advance('PT1M');
    }
    await world.deliver();
    expect([(await told()).length, await openings(), world.counted()]).toMatchObject([
      1,
      1,
      { WebhookAccepted: 1, WebhookRepeated: 4 },
    ]);
  });

  it('counts once when somebody replays the recorded request, within the window or after it', async () => {
    const request = holdfastJsonRequest(closedMessage(), { sentAt: world.now() });
    const statuses = [];
    for (const later of ['PT0S', 'PT4M', 'PT2M'] as const) {
      world.clock.advance(later);
      statuses.push((await world.receive(request)).statusCode);
    }
    expect([statuses, (await told()).length, world.counted()]).toEqual([
      [202, 202, 202],
      1,
      {
        'WebhookProven.holdfast-json': 3,
        ...{ WebhookAccepted: 1, WebhookRepeated: 1, WebhookOutsideReplayWindow: 1, WebhookKeptAside: 1 },
      },
    ]);
  });

  it('opens nothing when it was reopened before its closure is worked on, in whatever order the two came', async () => {
    await post(reopenedMessage({ at: '2026-11-21T09:59:30.000Z' }));
    await post(closedMessage());
    await world.deliver();
    expect([await openings(), world.counted().ClosureWithoutNewPostMortem]).toEqual([0, 1]);
  });

  it('opens the record when the closure that comes last is the later one', async () => {
    await post(closedMessage());
    await post(reopenedMessage({ at: '2026-11-21T09:59:30.000Z' }));
    await post(closedMessage({ id: 'message-3', at: '2026-11-21T09:59:40.000Z' }));
    await world.deliver();
    expect((await record())?.incident.closedAt).toBe('2026-11-21T09:59:40.000Z');
  });

  it('is two incidents when two systems use the same ids', async () => {
    await world.close();
    const other = 'other.example.com';
    world = await startWorld(endpoint(), { incidents: { 'holdfast-json': { sites: [SENDER_SITE, other] } } });
    await post(closedMessage());
    await post(closedMessage({ ticket: { site: other, id: '9f3c', key: 'INC0012345' } }));
    await world.deliver();
    expect(await openings()).toBe(2);
  });

  it('is taken with the secret before this one, and not with another', async () => {
    expect([await post(closedMessage(), PREVIOUS_SECRET), await post(closedMessage(), 'a guess')]).toEqual([202, 401]);
  });

  it('is put into quarantine, with the reason, when it cannot be read', async () => {
    const status = await post(closedMessage({ version: 2 }));
    const [kept] = await quarantinedFrom(world.table, 'holdfast-json');
    expect([status, kept?.because]).toEqual([202, expect.stringContaining('version: ')]);
  });

  it('is put into quarantine, and not taken in, when it was signed at another time', async () => {
    const request = holdfastJsonRequest(closedMessage(), { sentAt: '2026-11-21T09:00:00.000Z' });
    const { statusCode, body } = await world.receive(request);
    const [kept] = await quarantinedFrom(world.table, 'holdfast-json');
    const because = expect.stringContaining('3600 seconds in the past, and 300 are allowed');
    expect([statusCode, JSON.parse(body ?? ''), kept?.because, await told()]).toEqual([
      202,
      { taken: false, because },
      because,
      [],
    ]);
  });

  it('is not given up when what it told is no longer kept', async () => {
    const event = world.event({ type: 'Incident Ticket Closed', data: { ticket: TICKET, closedAt: world.now() } });
    expect([await world.handOver(event), String(world.failures[0])]).toEqual([
      [event.id],
      expect.stringContaining('what tickets.example.com told of INC0012345 is no longer kept'),
    ]);
  });
});

describe('while no site is configured', () => {
  it('the webhook is not there', async () => {
    await world.close();
    world = await startWorld(endpoint());
    expect([await post(closedMessage()), await told()]).toEqual([404, []]);
  });
});
