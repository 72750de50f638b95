import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openPostMortemHandler } from '../../../functions/open-post-mortem/handler.ts';
import { sweepIncidentsHandler } from '../../../functions/sweep-incidents/handler.ts';
import { type IncidentIoStandIn, startIncidentIo } from '../../../local/stand-ins/incident-io.ts';
import { CONNECTIONS, SOURCES } from '../../../shared/intake/registry.ts';
import { connectSources, polledSources } from '../../../shared/intake/sources-in-use.ts';
import { acceptDelivery } from '../../../shared/store/inbox/announcements.ts';
import { engineForThisFile } from '../../support/machine/engine.ts';
import { INCIDENT_IO_SITE, incidentIoRequest } from '../../support/systems/incident-io.ts';
import { CONTEXT, sqsEventOf, startWorld, WEBHOOK_SECRET, type World } from '../../support/world/world.ts';

const API_KEY = 'a-key-of-the-tests';
/** The key behind `whsec_` is what the Base64 of the secret says. */
const SECRET = `whsec_${WEBHOOK_SECRET}`;
const [LEARNING, CLOSED, LIVE, MERGED] = [
  { category: 'learning', name: 'Post-incident' },
  { category: 'closed', name: 'Closed' },
  { category: 'live', name: 'Fixing' },
  { category: 'merged', name: 'Merged' },
];

const endpoint = engineForThisFile();
let world: World;
let incidentIo: IncidentIoStandIn;
let connectionTo: World['connectionTo'];
let sweep: () => Promise<void>;

async function start(organisation: object = {}, secret = SECRET, apiKey = API_KEY) {
  incidentIo = await startIncidentIo({
    ...{ apiKey: API_KEY, secret, now: () => new Date(world.now()) },
    deliver: async (body, headers) => (await world.receive(incidentIoRequest(body, headers))).statusCode ?? 0,
  });
  const acme = { site: INCIDENT_IO_SITE, apiUrl: incidentIo.url, ...organisation };
  world = await startWorld(endpoint(), { incidents: { jira: { projects: [] }, 'incident-io': { acme } } });
  const { config, newId } = world;
  connectionTo = connectSources(CONNECTIONS, {
    ...{ config, newId, timeLeftMs: () => 60_000, run: () => undefined },
    credentials: (_source, schema) => schema.parseAsync({ apiKey }),
    onOdd: (odd) => world.telemetry.warn('odd', odd),
    told: () => Promise.reject(new Error('incident.io can be asked')),
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
  await incidentIo.close();
  await world.close();
  await start(...how);
}
beforeEach(() => start());
afterEach(async () => {
  await incidentIo.close();
  await world.close();
});

const told = async () => (await world.outbox()).filter(({ source }) => source === 'holdfast.incident-io');
async function work(): Promise<number> {
  const open = openPostMortemHandler({ ...world, connectionTo });
  let failed = 0;
  for (const event of await told()) failed += (await open(sqsEventOf(event), CONTEXT)).batchItemFailures.length;
  return failed;
}
async function recordOf(ticketId: string) {
  const key = `INC-${incidentIo.incidents.get(ticketId)?.number}`;
  const found = await world.store.postMortemOfTicket({ source: 'incident-io', site: INCIDENT_IO_SITE, ticketId, key });
  return found === undefined ? undefined : world.store.postMortem(found);
}
const openings = async () => (await world.outbox()).filter(({ type }) => type === 'Post-Mortem Opened').length;

/** An incident that is over. */
async function learnedFrom(how: Parameters<IncidentIoStandIn['open']>[0] = {}): Promise<string> {
  const id = incidentIo.open(how);
  world.clock.advance('PT1M');
  await incidentIo.change(id, LEARNING, 'Mia Okafor', 'Sessions ended');
  return id;
}

describe('an incident of incident.io', () => {
  it('has its record opened when the phase for learning begins, with who, when and what was said', async () => {
    const id = await learnedFrom();
    const failed = await work();
    const record = await recordOf(id);
    const timeline = record === undefined ? [] : await world.store.wholeTimeline(record.id);
    expect([failed, world.failures]).toEqual([0, []]);
    expect(record).toMatchObject({
      ...{ status: 'open', severity: 'high' },
      incident: {
        ...{
          key: 'INC-1',
          title: 'Phished',
          url: 'https://app.incident.io/acme/incidents/1',
          techniques: ['T1566.002'],
        },
        people: [
          { role: 'closer', person: { accountId: '01MIAOKAFOR', name: 'Mia Okafor' } },
          { role: 'reporter', person: { name: 'Lee Turner' } },
          { role: 'assignee', person: { name: 'Mia Okafor' } },
          { role: 'commenter' },
          { role: 'commenter' },
        ],
      },
    });
    expect(timeline.map(({ what }) => what)).toEqual([
      'Incident opened: Phished',
      'Status: Investigating',
      'Status: Post-incident',
      'Sessions ended',
    ]);
  });

  it('has one record when it is closed later, and carries it on when it is reopened', async () => {
    const id = await learnedFrom();
    await work();
    world.clock.advance('P7D');
    await incidentIo.change(id, CLOSED, 'Mia Okafor', null);
    await work();
    const before = await recordOf(id);
    world.clock.advance('PT1H');
    await incidentIo.change(id, LIVE, 'Mia Okafor', null);
    await work();
    expect([before?.carriedOn, (await recordOf(id))?.carriedOn, await openings()]).toEqual([0, 1, 1]);
  });

  it('opens none when it is merged, is of another type, or is live again before anybody looked', async () => {
    const merged = incidentIo.open();
    await incidentIo.change(merged, MERGED, 'Mia Okafor', null);
    const other = await learnedFrom({ type: 'Default' });
    const live = await learnedFrom();
    await incidentIo.change(live, LIVE, 'Mia Okafor', null);
    await work();
    expect([await openings(), await recordOf(other), world.counted().WebhookIgnoredUnknownType]).toEqual([
      0,
      undefined,
      1,
    ]);
  });

  it('is not given up while it is hidden, or incident.io is down', async () => {
    const id = await learnedFrom();
    incidentIo.hide(id, true);
    const whileHidden = await work();
    incidentIo.hide(id, false);
    incidentIo.setDown(true);
    const whileDown = await work();
    incidentIo.setDown(false);
    expect([whileHidden, whileDown, await work(), (await recordOf(id))?.status]).toEqual([1, 1, 0, 'open']);
  });
});

describe('the sweep of incident.io', () => {
  it('finds private incidents, of which no webhook says more than the id, and marks their records', async () => {
    await sweep();
    const id = await learnedFrom({ isPrivate: true });
    const before = await openings();
    world.clock.advance('PT15M');
    await sweep();
    await work();
    expect([before, (await recordOf(id))?.tlp]).toEqual([0, 'AMBER+STRICT']);
  });

  it('finds lost closures and reopenings, on more than one page', async () => {
    await sweep();
    incidentIo.loseWebhooks(true);
    // The list begins with the latest: this one is on its last page.
    const id = await learnedFrom();
    for (let number = 0; number < 255; number += 1)
      await incidentIo.change(incidentIo.open({ type: 'Default' }), CLOSED, 'Mia', null);
    world.clock.advance('PT15M');
    await sweep();
    await work();
    world.clock.advance('PT15M');
    await incidentIo.change(id, LIVE, 'Mia Okafor', null);
    world.clock.advance('PT15M');
    await sweep();
    await work();
    expect([await openings(), (await recordOf(id))?.carriedOn]).toEqual([1, 1]);
  });
});

describe('webhooks of incident.io', () => {
  it('are refused with another secret', async () => {
    await restart({}, `whsec_${Buffer.from('a guess').toString('base64')}`);
    await learnedFrom();
    expect([await told(), world.counted().WebhookSignatureWrong]).toEqual([[], 3]);
  });

  it('count once when they are sent twice, and are kept aside when somebody sends them again later', async () => {
    await learnedFrom();
    const { body = '', headers = {} } = incidentIo.sent.at(-1) ?? {};
    await world.receive(incidentIoRequest(body, headers));
    world.clock.advance('PT6M');
    await world.receive(incidentIoRequest(body, headers));
    expect([(await told()).length, world.counted()]).toMatchObject([
      1,
      { WebhookRepeated: 1, WebhookOutsideReplayWindow: 1 },
    ]);
  });
});

describe('the doctor of incident.io', () => {
  const looks = async () =>
    (await connectionTo('incident-io').check()).map(
      ({ problems, unseen }) => unseen ?? problems.map(({ code }) => code),
    );

  it('names types and severities that are not there, and a key that is none', async () => {
    const fine = await looks();
    await restart({ incidentTypes: ['Secret'], severityBy: { SEV1: 'critical' } });
    const wrong = await looks();
    await restart({}, SECRET, 'another key');
    expect([fine, wrong, await looks()]).toEqual([
      [[], []],
      [['no type Secret'], ['no severity']],
      [expect.stringContaining('401')],
    ]);
  });
});
