import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openPostMortemHandler } from '../../../functions/open-post-mortem/handler.ts';
import { sweepIncidentsHandler } from '../../../functions/sweep-incidents/handler.ts';
import type { startServiceNow } from '../../../local/stand-ins/servicenow.ts';
import type { SentRequest } from '../../../local/stand-ins/servicenow-scripts.ts';
import type { LongSearch } from '../../../shared/domain/ticket/long-search.ts';
import { CONNECTIONS, SOURCES } from '../../../shared/intake/registry.ts';
import type { MovedTicket, PolledScope } from '../../../shared/intake/source.ts';
import { connectSources, polledSources } from '../../../shared/intake/sources-in-use.ts';
import { acceptDelivery } from '../../../shared/store/inbox/announcements.ts';
import { engineForThisFile } from '../../support/machine/engine.ts';
import {
  resolvedChange,
  SERVICENOW_SITE,
  serviceNowHeaders,
  serviceNowRequest,
} from '../../support/systems/servicenow.ts';
import { bothTables, serviceNowTools, startInstance } from '../../support/systems/servicenow-instance.ts';
import { CONTEXT, sqsEventOf, startWorld, type World } from '../../support/world/world.ts';

const endpoint = engineForThisFile();
let world: World;
let instance: Awaited<ReturnType<typeof startServiceNow>>;
let tools: ReturnType<typeof serviceNowTools>;
let open: ReturnType<typeof openPostMortemHandler>;
let sweep: () => Promise<void>;
/** Statuses and bodies of the webhooks that the scripts sent. */
let statuses: number[];
let bodies: string[];
let timeLeftMs: number;

beforeEach(async () => {
  statuses = [];
  bodies = [];
  timeLeftMs = 60_000;
  const receive = async ({ headers, body }: SentRequest): Promise<number> => {
    const { statusCode = 500 } = await world.receive(serviceNowRequest(body, { ...headers }));
    statuses.push(statusCode);
    bodies.push(body);
    return statusCode;
  };
  instance = await startInstance(() => world.clock.date(), receive);
  world = await startWorld(endpoint(), bothTables(instance.url));
  tools = serviceNowTools(bothTables(instance.url), { timeLeftMs: () => timeLeftMs });
  const connectionTo = connectSources({ ...CONNECTIONS, jira: () => world.connectionTo('jira') }, tools.tools);
  const remember = world.config.operations.inboxRetention;
  open = openPostMortemHandler({ ...world, connectionTo });
  const handler = sweepIncidentsHandler({
    ...world,
    sources: polledSources(SOURCES, connectionTo, world.config).filter(({ name }) => name === 'servicenow'),
    accept: (delivery) => acceptDelivery(world.table, { ...delivery, remember }),
  });
  sweep = async () => {
    await handler({}, CONTEXT);
  };
});
afterEach(async () => {
  await world.close();
  await instance.close();
});

const told = async () => (await world.outbox()).filter(({ source }) => source === 'holdfast.servicenow');

/** Hands what was told to the function that opens records. @returns messages that go back to their queue */
async function openAll(): Promise<number> {
  let failed = 0;
  for (const event of await told()) {
    const { batchItemFailures } = await open(sqsEventOf(event), CONTEXT);
    failed += batchItemFailures.length;
  }
  return failed;
}

const ticketOf = (sysId: string, key: string) => ({
  ...{ source: 'servicenow' as const, site: SERVICENOW_SITE, ticketId: sysId, key },
});
async function recordOf({ sysId, number }: { sysId: string; number: string }) {
  const id = await world.store.postMortemOfTicket(ticketOf(sysId, number));
  return id === undefined ? undefined : world.store.postMortem(id);
}
const RESOLVED = { state: '6', close_code: 'Solution provided' };

describe('an incident of ServiceNow', () => {
  it('has its record opened by the script that is shipped, and the link written back once', async () => {
    const made = await instance.create('incident', { short_description: 'Phished 🔥' });
    world.clock.advance('PT5M');
    await instance.update(made.number, RESOLVED);
    await openAll();
    await openAll();
    const record = await recordOf(made);
    const notes = instance.data.listOf('sys_journal_field').map(({ value }) => value);
    expect([statuses, world.failures, tools.odd]).toEqual([[202, 202], [], []]);
    expect(record).toMatchObject({
      status: 'open',
      isLinkedToTicket: true,
      incident: { title: 'Phished 🔥', severity: 'high' },
    });
    expect(notes).toEqual([
      expect.stringMatching(new RegExp(`/post-mortems/${record?.id}\n\\[holdfast:post-mortem:${record?.id}\\]$`)),
    ]);
  });

  it('has no second link where the first answer was lost', async () => {
    const made = await instance.create('incident');
    await instance.update(made.number, RESOLVED);
    await openAll();
    const { linkBack } = tools.connection;
    const id = (await recordOf(made))?.id;
    const link = { globalId: `holdfast:post-mortem:${id}`, url: 'https://holdfast.example.com', title: 'Post-mortem' };
    expect([
      await linkBack?.(ticketOf(made.sysId, made.number), link),
      instance.data.listOf('sys_journal_field').length,
    ]).toEqual(['linked', 1]);
  });

  it('carries its record on when it is opened again, and has no second one when it is closed again', async () => {
    const made = await instance.create('incident');
    await instance.update(made.number, RESOLVED);
    await openAll();
    world.clock.advance('PT1H');
    await instance.update(made.number, { state: '2', reopened_time: '2026-11-21 11:00:00' });
    await instance.update(made.number, { state: '3' });
    await openAll();
    const carriedOn = (await recordOf(made))?.carriedOn;
    world.clock.advance('PT1H');
    await instance.update(made.number, RESOLVED);
    await openAll();
    const opened = (await world.outbox()).filter(({ type }) => type === 'Post-Mortem Opened');
    expect([carriedOn, (await recordOf(made))?.carriedOn, opened.length]).toEqual([1, 1, 1]);
  });

  it('opens none when it is a duplicate, and one when it is closed in another way', async () => {
    const made = await instance.create('incident');
    await instance.update(made.number, { state: '7', close_code: 'Duplicate' });
    await openAll();
    const before = await recordOf(made);
    world.clock.advance('PT1H');
    await instance.update(made.number, { close_code: 'Solution provided' });
    await openAll();
    expect([before, (await recordOf(made))?.incident.key]).toEqual([undefined, made.number]);
  });

  it('opens a record that is marked when it is a security incident, which waits for its review', async () => {
    const made = await instance.create('sn_si_incident', { short_description: 'CFO phished' });
    await instance.update(made.number, { state: '100' });
    await openAll();
    const [note] = instance.data.listOf('sys_journal_field');
    expect((await recordOf(made))?.tlp).toBe('AMBER+STRICT');
    expect(note?.value).not.toContain('CFO');
  });

  it('is not given up while it is hidden from the account', async () => {
    const made = await instance.create('sn_si_incident');
    instance.account.hidden.add(made.sysId);
    await instance.update(made.number, { state: '3' });
    expect([await openAll(), String(world.failures[0])]).toEqual([1, expect.stringContaining('sn_si.read')]);
    instance.account.hidden.delete(made.sysId);
    expect([await openAll(), (await recordOf(made))?.incident.key]).toEqual([0, made.number]);
  });

  it.each(['429', '503', 'HTML with 200', 'cut off'] as const)(
    'is read again when the instance answers %s',
    async (fault) => {
      const made = await instance.create('incident');
      await instance.update(made.number, RESOLVED);
      timeLeftMs = 1_300;
      instance.faults.push(...Array.from({ length: 20 }, () => fault));
      expect([await openAll(), await recordOf(made)]).toEqual([1, undefined]);
      instance.faults.splice(0);
      timeLeftMs = 60_000;
      expect([await openAll(), (await recordOf(made))?.incident.key]).toEqual([0, made.number]);
    },
  );
});

describe('a webhook of ServiceNow', () => {
  const post = async (secret?: string, instanceKey = 'acme', message: unknown = resolvedChange()) => {
    const body = JSON.stringify(message);
    return (await world.receive(serviceNowRequest(body, serviceNowHeaders(body, world.now(), secret), instanceKey)))
      .statusCode;
  };

  it('is refused with another secret, and at another instance', async () => {
    expect([await post('a guess'), await post(undefined, 'emea'), await told()]).toEqual([401, 404, []]);
  });

  it('is taken in once when it comes twice, signed anew', async () => {
    await post();
    world.clock.advance('PT1M');
    await post();
    expect([(await told()).length, world.counted()]).toMatchObject([1, { WebhookAccepted: 1, WebhookRepeated: 1 }]);
  });

  it('is ignored, and counted, when the state is called otherwise', async () => {
    const state = { from: '2', from_name: 'In Bearbeitung', to: '6', to_name: 'Gelöst' };
    expect([await post(undefined, 'acme', resolvedChange({ state })), world.counted()]).toMatchObject([
      202,
      { WebhookIgnoredUnknownState: 1 },
    ]);
  });

  it('is sent again by the script, signed anew, until it is taken', async () => {
    const { receive } = world;
    world.receive = () => Promise.resolve({ statusCode: 503 });
    const { number } = await instance.create('incident');
    const tries = [await instance.repeat(), await instance.repeat()];
    world.receive = receive;
    world.clock.advance('PT10M');
    tries.push(await instance.repeat(), await instance.repeat());
    expect([tries, statuses, instance.data.find(number).record.state]).toEqual([
      [1, 1, 1, 0],
      [503, 503, 503, 202],
      '1',
    ]);
  });

  it('is proven whatever characters the incident has, since the script sends none beyond ASCII', async () => {
    await instance.create('incident', { category: 'Sécurité 🔥 \ud83d' });
    expect([statuses, world.counted()]).toMatchObject([[202], { 'WebhookProven.servicenow/acme': 1 }]);
    expect(bodies.join('')).toMatch(/^[\x20-\x7e]+$/);
  });

  it('is given up by the script after five tries', async () => {
    world.receive = () => Promise.resolve({ statusCode: 503 });
    await instance.create('incident');
    let tries = 1;
    while ((await instance.repeat()) > 0) tries += 1;
    expect(tries).toBe(5);
  });
});

describe('the sweep of ServiceNow', () => {
  beforeEach(() => instance.setScripts(false));

  it('finds a closure that no webhook told, and a reopening', async () => {
    await sweep();
    const [incident, security] = [await instance.create('incident'), await instance.create('sn_si_incident')];
    world.clock.advance('PT5M');
    await instance.update(incident.number, RESOLVED);
    await instance.update(security.number, { state: '100' });
    world.clock.advance('PT10M');
    await sweep();
    await openAll();
    const opened = [(await recordOf(incident))?.incident.key, (await recordOf(security))?.incident.key];
    world.clock.advance('PT1H');
    await instance.update(security.number, { state: '16' });
    world.clock.advance('PT10M');
    await sweep();
    await openAll();
    expect([opened, (await recordOf(security))?.carriedOn, tools.odd, world.failures]).toEqual([
      [incident.number, security.number],
      1,
      [],
      [],
    ]);
  });

  it('asks one table on when the account may not read the other', async () => {
    instance.account.refusedTables.add('sn_si_incident');
    const made = await instance.create('incident');
    await instance.update(made.number, RESOLVED);
    await expect(sweep()).rejects.toThrow('acme: sn_si_incident');
    expect((await told()).map(({ data }) => Object(data).ticket.key)).toEqual([made.number]);
  });

  it('tells a state that it does not know, and guesses nothing', async () => {
    const made = await instance.create('incident');
    await instance.update(made.number, { state: '4', active: 'false' });
    await sweep();
    expect([await told(), tools.odd.map(({ kind, id }) => [kind, id])]).toEqual([[], [['incident', made.number]]]);
  });
});

describe('a window of the sweep of ServiceNow', () => {
  const SINCE = '2026-11-21T10:00:00.000Z';
  const scopeOf = (): PolledScope => {
    const found = tools.connection.poll?.scopes.find(({ name }) => name === 'acme: incident');
    if (found === undefined) throw new Error('incidents are polled');
    return found;
  };

  /** Incidents that were resolved at one instant. */
  async function manyResolved(count: number): Promise<string[]> {
    instance.setScripts(false);
    const keys = [];
    for (let number = 0; number < count; number += 1) {
      const made = await instance.create('incident', { state: '6', resolved_at: '2026-11-21 10:00:00' });
      keys.push(made.number);
    }
    return keys;
  }
  const window = () => ({ closedSince: SINCE, changedSince: SINCE, now: world.now() });
  const keysIn = (found: readonly MovedTicket[]) => found.map(({ ticket: { key } }) => key);

  it('has all that changed at one instant, over several pages, while some are changed and deleted', async () => {
    const keys = await manyResolved(450);
    const [changed = ''] = keys;
    const begun = window();
    const found: string[] = [];
    let pages = 0;
    for await (const page of scopeOf().moves(begun)) {
      found.push(...keysIn(page));
      pages += 1;
      if (pages === 1) for (const key of keys.slice(-5)) instance.data.remove(key);
      if (pages > 1) continue;
      world.clock.advance('PT1S');
      // It moves from the last page to the first one, which was read: the next window begins before this.
      await instance.update(changed, { priority: '1' });
    }
    const next: string[] = [];
    for await (const page of scopeOf().moves({ ...begun, changedSince: begun.now })) next.push(...keysIn(page));
    const missing = keys.filter((key) => !found.includes(key));
    expect([missing, next.includes(changed), pages >= 3]).toEqual([[changed], true, true]);
  });

  it('goes on behind the last sys_id in a later run, over a page that is hidden in part', async () => {
    const keys = await manyResolved(450);
    const hidden = keys.slice(150, 250);
    for (const key of hidden) instance.account.hidden.add(instance.data.find(key).record.sys_id ?? '');
    const found: string[] = [];
    let search: LongSearch | undefined = { since: SINCE, begunAt: world.now() };
    for (let run = 0; search !== undefined && run < 10; run += 1) {
      for await (const page of scopeOf().movesSince(search, SINCE)) {
        found.push(...keysIn(page.found));
        search = page.next === undefined ? undefined : { since: SINCE, begunAt: search.begunAt, next: page.next };
        // A run has time for one page.
        break;
      }
    }
    const inOneRun: string[] = [];
    for await (const page of scopeOf().movesSince({ since: SINCE, begunAt: world.now() }, SINCE)) {
      inOneRun.push(...keysIn(page.found));
    }
    expect(inOneRun).toEqual(found);
    expect([search, found.toSorted()]).toEqual([undefined, keys.filter((key) => !hidden.includes(key)).toSorted()]);
  });

  it('has nothing that changed before, nor what was closed before', async () => {
    instance.setScripts(false);
    const early = await instance.create('incident', { state: '6', sys_updated_on: '2026-11-21 09:59:59' });
    const closedEarly = await instance.create('incident', { state: '6', resolved_at: '2026-11-20 10:00:00' });
    const late = await instance.create('incident', { state: '6', resolved_at: '2026-11-21 10:00:00' });
    const found: string[] = [];
    for await (const page of scopeOf().moves(window())) found.push(...keysIn(page));
    for await (const page of scopeOf().movesSince({ since: SINCE, begunAt: SINCE }, SINCE))
      found.push(...keysIn(page.found));
    expect([found, [early, closedEarly].length]).toEqual([[late.number, late.number], 2]);
  });
});

describe('what doctor sees of ServiceNow', () => {
  const looks = async () =>
    (await tools.connection.check()).map(({ what, problems, unseen }) => [
      what,
      problems.map(({ code }) => code),
      unseen,
    ]);

  it('is nothing wrong with an instance as it is shipped', async () => {
    for (const table of ['incident', 'sn_si_incident'] as const) {
      const { number } = await instance.create(table);
      await instance.update(number, { state: table === 'incident' ? '2' : '16' });
      instance.data.addNote(number, 'comments', 'We are on it', 'sam');
    }
    expect(await looks()).toEqual([
      ['incidents in the table sn_si_incident, of the instance acme', [], undefined],
      ['incidents in the table incident, of the instance acme', [], undefined],
      ['entries of the table sys_journal_field, of the instance acme', [], undefined],
      ['entries of the table sys_audit, of the instance acme', [], undefined],
    ]);
  });

  it('is what the account may not read, and states and priorities that are called otherwise', async () => {
    instance.account.refusedTables.add('sn_si_incident').add('sys_audit');
    for (const choice of instance.data.listOf('sys_choice')) {
      if (choice.label === 'Resolved') choice.label = 'Gelöst';
      if (choice.label === '5 - Planning') choice.label = '5 - Planung';
    }
    expect(await looks()).toEqual([
      [expect.any(String), [], expect.stringContaining('403')],
      [
        expect.any(String),
        [
          'none shown',
          'no state of opens: 6 or Resolved',
          'no state of nothingToReview: 6 or Resolved',
          'no severity of 5',
        ],
        undefined,
      ],
      [expect.any(String), ['no journal'], undefined],
      [expect.any(String), ['no audit'], undefined],
    ]);
  });

  it('is one line while the instance does not know us', async () => {
    const { connection } = serviceNowTools(bothTables(instance.url), {
      credentials: (_source, schema) => Promise.resolve(schema.parse({ username: 'holdfast', password: 'wrong' })),
    });
    expect(await connection.check()).toMatchObject([
      { what: `incidents on ${SERVICENOW_SITE}`, unseen: expect.stringContaining('401') },
    ]);
  });
});
