import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openPostMortemHandler } from '../../../functions/open-post-mortem/handler.ts';
import { sweepIncidentsHandler } from '../../../functions/sweep-incidents/handler.ts';
import { type PagerDutyStandIn, startPagerDuty } from '../../../local/stand-ins/pagerduty.ts';
import { CONNECTIONS, SOURCES } from '../../../shared/intake/registry.ts';
import { connectSources, polledSources } from '../../../shared/intake/sources-in-use.ts';
import { acceptDelivery } from '../../../shared/store/inbox/announcements.ts';
import { quarantinedFrom } from '../../../shared/store/inbox/quarantine.ts';
import { engineForThisFile } from '../../support/machine/engine.ts';
import { PAGERDUTY_SITE, pagerDutyRequest } from '../../support/systems/pagerduty.ts';
import {
  CONTEXT,
  PREVIOUS_SECRET,
  sqsEventOf,
  startWorld,
  WEBHOOK_SECRET,
  type World,
} from '../../support/world/world.ts';

const API_TOKEN = 'a-key-of-the-tests';
const endpoint = engineForThisFile();

let world: World;
let pagerDuty: PagerDutyStandIn;
let connectionTo: World['connectionTo'];
let sweep: () => Promise<void>;

async function start(account: object = {}, secrets: readonly string[] = [WEBHOOK_SECRET], apiToken = API_TOKEN) {
  pagerDuty = await startPagerDuty({
    ...{ site: PAGERDUTY_SITE, apiToken: API_TOKEN, secrets },
    now: () => new Date(world.now()),
    deliver: async (body, headers) => (await world.receive(pagerDutyRequest(body, headers))).statusCode ?? 0,
  });
  const acme = { site: PAGERDUTY_SITE, apiUrl: pagerDuty.url, from: 'holdfast@acme.com', ...account };
  world = await startWorld(endpoint(), { incidents: { jira: { projects: [] }, pagerduty: { acme } } });
  const { config, newId } = world;
  connectionTo = connectSources(CONNECTIONS, {
    ...{ config, newId, timeLeftMs: () => 60_000, run: () => undefined },
    credentials: (_source, schema, instance) => schema.parseAsync(instance === 'acme' ? { apiToken } : {}),
    onOdd: (odd) => world.telemetry.warn('odd', odd),
    told: () => Promise.reject(new Error('PagerDuty can be asked')),
  });
  const remember = config.operations.inboxRetention;
  const handler = sweepIncidentsHandler({
    ...world,
    sources: polledSources(SOURCES, connectionTo, config),
    accept: (delivery) => acceptDelivery(world.table, { ...delivery, remember }),
  });
  sweep = async () => {
    await handler({}, CONTEXT);
  };
}
async function restart(...how: Parameters<typeof start>) {
  await pagerDuty.close();
  await world.close();
  await start(...how);
}
beforeEach(() => start());
afterEach(async () => {
  await pagerDuty.close();
  await world.close();
});

const told = async () => (await world.outbox()).filter(({ source }) => source === 'holdfast.pagerduty');

/** Hands all that was told to the worker. @returns how many messages go back to the queue */
async function work(): Promise<number> {
  const open = openPostMortemHandler({ ...world, connectionTo });
  let failed = 0;
  for (const event of await told()) failed += (await open(sqsEventOf(event), CONTEXT)).batchItemFailures.length;
  return failed;
}
const ticketOf = (id: string) =>
  ({
    source: 'pagerduty',
    site: PAGERDUTY_SITE,
    ticketId: id,
    key: `PD-${pagerDuty.incidents.get(id)?.number}`,
  }) as const;
async function recordOf(id: string) {
  const found = await world.store.postMortemOfTicket(ticketOf(id));
  return found === undefined ? undefined : world.store.postMortem(found);
}
const links = (id: string) => pagerDuty.notes.filter((note) => note.incident === id).map(({ content }) => content);

/** An incident that people worked on and resolved. */
async function resolved(how: Parameters<PagerDutyStandIn['trigger']>[0] = {}): Promise<string> {
  const id = pagerDuty.trigger({ priority: 'P2', details: { description: 'Seen: T1566.002' }, ...how });
  world.clock.advance('PT1M');
  pagerDuty.assign(id, 'Lee Turner');
  await pagerDuty.acknowledge(id, 'Lee Turner');
  world.clock.advance('PT1M');
  await pagerDuty.resolve(id, 'Mia Okafor');
  return id;
}

describe('an incident of PagerDuty', () => {
  it('has its record opened when it is resolved, and a note with the link', async () => {
    const id = await resolved();
    const failed = await work();
    const record = await recordOf(id);
    const timeline = record === undefined ? [] : await world.store.wholeTimeline(record.id);
    expect([failed, world.failures]).toEqual([0, []]);
    expect(record).toMatchObject({
      ...{ status: 'open', isLinkedToTicket: true, severity: 'high' },
      incident: { ...ticketOf(id), title: 'Phished', techniques: ['T1566.002'] },
    });
    expect(timeline.map(({ what }) => what)).toEqual([
      'Incident triggered: Phished',
      'Assigned',
      'Acknowledged',
      'Resolved',
    ]);
    expect(links(id)).toEqual([expect.stringContaining(`(holdfast:post-mortem:${record?.id})`)]);
  });

  it('gets one note, also when the answer to it got lost', async () => {
    const id = await resolved();
    const { linkBack } = connectionTo('pagerduty');
    const link = { globalId: 'holdfast:post-mortem:7', url: 'https://holdfast.example.com', title: 'Post-mortem' };
    const outcomes = [await linkBack?.(ticketOf(id), link), await linkBack?.(ticketOf(id), link)];
    pagerDuty.hide(id, true);
    expect([...outcomes, await linkBack?.(ticketOf(id), link), links(id)]).toEqual([
      'linked',
      'linked',
      'gone',
      ['Post-mortem: https://holdfast.example.com (holdfast:post-mortem:7)'],
    ]);
  });

  it('carries its record on when it is reopened, and has no second one when it is resolved again', async () => {
    const id = await resolved();
    await work();
    world.clock.advance('PT1H');
    await pagerDuty.reopen(id, 'Mia Okafor');
    await work();
    const meanwhile = await recordOf(id);
    world.clock.advance('PT1H');
    await pagerDuty.resolve(id);
    await work();
    const opened = (await world.outbox()).filter(({ type }) => type === 'Post-Mortem Opened');
    expect([meanwhile?.carriedOn, (await recordOf(id))?.carriedOn, opened.length]).toEqual([1, 1, 1]);
  });

  it('opens none when it is merged, and one when it is resolved by itself later', async () => {
    const id = pagerDuty.trigger();
    await pagerDuty.resolve(id, 'Mia Okafor', 'QOTHER');
    await work();
    const merged = await recordOf(id);
    world.clock.advance('PT1H');
    await pagerDuty.reopen(id, 'Mia Okafor');
    world.clock.advance('PT1H');
    await pagerDuty.resolve(id, 'Mia Okafor');
    await work();
    expect([merged, (await recordOf(id))?.status]).toEqual([undefined, 'open']);
  });

  it('opens none when it is of another type, or was reopened before anybody looked', async () => {
    const other = await resolved({ type: 'incident_default' });
    const id = await resolved();
    await pagerDuty.reopen(id, 'Mia Okafor');
    await work();
    expect([await recordOf(other), await recordOf(id), world.counted().WebhookIgnoredUnknownType]).toEqual([
      undefined,
      undefined,
      1,
    ]);
  });

  it('of a private team opens a record that only some may read', async () => {
    const id = await resolved({ isOfPrivateTeam: true });
    await work();
    expect((await recordOf(id))?.tlp).toBe('AMBER+STRICT');
  });

  it('is not given up while the key may not see it', async () => {
    const id = await resolved();
    pagerDuty.hide(id, true);
    expect([await work(), String(world.failures[0])]).toEqual([
      1,
      expect.stringContaining('the account may not see it'),
    ]);
    pagerDuty.hide(id, false);
    expect([await work(), (await recordOf(id))?.status]).toEqual([0, 'open']);
  });

  it('is read again when PagerDuty was down', async () => {
    const id = await resolved();
    pagerDuty.setDown(true);
    const failed = await work();
    pagerDuty.setDown(false);
    expect([failed, await work(), (await recordOf(id))?.status]).toEqual([1, 0, 'open']);
  });

  it.each(['429', '500', 'reset', 'late'] as const)('is read at once when a request fails by %s', async (fault) => {
    const id = await resolved();
    pagerDuty.fail(fault);
    expect([await work(), (await recordOf(id))?.status]).toEqual([0, 'open']);
  });

  it('is not read from a page of HTML', async () => {
    await resolved();
    pagerDuty.fail('HTML');
    expect([await work(), String(world.failures[0])]).toEqual([1, expect.stringContaining('no JSON')]);
  });
});

describe('the sweep of PagerDuty', () => {
  const opened = async () => {
    await work();
    return (await world.outbox()).filter(({ type }) => type === 'Post-Mortem Opened').length;
  };

  it('finds what no webhook told: closures, and reopenings', async () => {
    await sweep();
    pagerDuty.loseWebhooks(true);
    const id = await resolved();
    await resolved({ type: 'incident_default' });
    world.clock.advance('PT15M');
    await sweep();
    const first = await opened();
    world.clock.advance('PT15M');
    await pagerDuty.reopen(id, 'Mia Okafor');
    const reopenedAt = world.now();
    world.clock.advance('PT15M');
    await sweep();
    await work();
    const reopening = (await told()).find(({ type }) => type === 'Incident Ticket Reopened');
    expect([first, (await recordOf(id))?.carriedOn, Object(reopening?.data).reopenedAt]).toEqual([1, 1, reopenedAt]);
  });

  it('finds more than a page that were resolved in the same second, each once', async () => {
    await sweep();
    pagerDuty.loseWebhooks(true);
    world.clock.advance('PT1M');
    for (let number = 0; number < 120; number += 1) await pagerDuty.resolve(pagerDuty.trigger(), 'Mia Okafor');
    world.clock.advance('PT15M');
    await sweep();
    const closures = await told();
    world.clock.advance('PT15M');
    await sweep();
    expect([closures.length, (await told()).length]).toEqual([120, 120]);
  });

  it('goes on from its place when PagerDuty was down', async () => {
    await sweep();
    pagerDuty.loseWebhooks(true);
    await resolved();
    pagerDuty.setDown(true);
    world.clock.advance('PT15M');
    await expect(sweep()).rejects.toThrow('closures in pagerduty');
    pagerDuty.setDown(false);
    world.clock.advance('PT3H');
    await sweep();
    expect(await opened()).toBe(1);
  });
});

describe('webhooks of PagerDuty', () => {
  it('are taken while the secret is being changed on either side', async () => {
    await restart({}, ['a secret to come', PREVIOUS_SECRET]);
    await resolved();
    expect([(await told()).length, pagerDuty.sent.length]).toEqual([1, 2]);
  });

  it('are refused with another secret, so that the subscription is switched off', async () => {
    await restart({}, ['a guess']);
    await resolved();
    await resolved();
    expect([pagerDuty.sent.length, await told(), world.counted().WebhookSignatureWrong]).toEqual([3, [], 3]);
  });

  it('count once when they are sent twice with other headers', async () => {
    await resolved();
    const { body = '', headers = {} } = pagerDuty.sent.at(-1) ?? {};
    world.clock.advance('PT47H');
    await world.receive(pagerDutyRequest(body, { ...headers, 'x-webhook-id': 'another' }));
    expect([(await told()).length, world.counted().WebhookRepeated]).toEqual([1, 1]);
  });

  it('are kept aside when they are older than three days', async () => {
    await resolved();
    const { body = '', headers = {} } = pagerDuty.sent.at(-1) ?? {};
    world.clock.advance('P4D');
    await world.receive(pagerDutyRequest(body, headers));
    const [kept] = await quarantinedFrom(world.table, 'pagerduty/acme');
    expect(kept?.because).toContain('in the past, and 259200 are allowed');
  });
});

describe('the doctor', () => {
  const looks = async () =>
    (await connectionTo('pagerduty').check()).map(({ what, problems, unseen }) => [
      what,
      problems.map(({ code }) => code),
      unseen,
    ]);

  it('finds nothing where PagerDuty is as the configuration says', async () => {
    expect(await looks()).toEqual([
      ['incident types, of the instance acme', [], undefined],
      ['priorities, of the instance acme', [], undefined],
      ['webhook subscription, of the instance acme', [], undefined],
    ]);
  });

  it('names types and priorities that are not there, and a subscription that does not send', async () => {
    await restart({ incidentTypes: ['security'], severityBy: { 'SEV-1': 'critical' } });
    pagerDuty.subscription.isActive = false;
    const off = await looks();
    Object.assign(pagerDuty.subscription, { isActive: true, events: ['incident.resolved'] });
    const [, , subscription] = await looks();
    expect([off.map(([, codes]) => codes), subscription?.[1]]).toEqual([
      [['no type security'], ['no severity'], ['no subscription']],
      ['no incident.reopened'],
    ]);
  });

  it('says so when the key is none', async () => {
    await restart({}, [], 'another key');
    expect(await connectionTo('pagerduty').check()).toMatchObject([
      { what: `incidents on ${PAGERDUTY_SITE}`, unseen: expect.stringContaining('401') },
    ]);
  });
});
