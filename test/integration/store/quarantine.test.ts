import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import * as z from 'zod';
import type { Installation } from '../../../cli/installation.ts';
import { run } from '../../../cli/program.ts';
import { quarantine } from '../../../shared/store/inbox/quarantine.ts';
import { engineForThisFile } from '../../support/machine/engine.ts';
import { NO_SIGN_IN } from '../../support/machine/no-sign-in.ts';
import { testTerminal } from '../../support/machine/test-terminal.ts';
import { webhookRequest } from '../../support/world/stories.ts';
import { startWorld, type World } from '../../support/world/world.ts';

const endpoint = engineForThisFile();
let world: World;
beforeEach(async () => {
  world = await startWorld(endpoint());
});
afterEach(() => world.close());

/** A closure as Jira tells it, of an incident as the configuration of this checkout knows them. */
const closure = {
  timestamp: Date.parse('2026-11-21T09:59:00.000Z'),
  webhookEvent: 'jira:issue_updated',
  issue: {
    id: '10040',
    key: 'SEC-41',
    fields: {
      description: null,
      project: { key: 'SEC' },
      issuetype: { name: 'Security Incident' },
      status: { name: 'Done', statusCategory: { key: 'done' } },
      created: '2026-11-20T10:00:00.000+0000',
      updated: '2026-11-21T09:59:00.000+0000',
      statuscategorychangedate: '2026-11-21T09:59:00.000+0000',
    },
  },
  changelog: { items: [{ field: 'status', fieldId: 'status', from: '1', to: '2' }] },
};

/** Webhook that an older version could not read. */
const kept = (body: unknown, source = 'jira') =>
  quarantine(world.table, {
    source,
    id: 'abc123',
    body: Buffer.from(JSON.stringify(body)),
    because: 'changelog: Invalid input',
    at: world.now(),
    remember: world.config.operations.inboxRetention,
  });

async function holdfast(...args: string[]) {
  const { terminal, out, err } = testTerminal();
  const installation = z.custom<Installation>().parse({ table: world.table });
  const exitCode = await run(args, {
    terminal,
    connect: () => Promise.resolve(installation),
    signIn: NO_SIGN_IN,
    now: world.now,
  });
  return { exitCode, out: out(), err: err() };
}
const published = async () =>
  (await world.outbox()).map(({ type, source, correlationId }) => [type, source, correlationId]);

describe('holdfast quarantine', () => {
  it('says so when nothing is in quarantine', async () => {
    expect(await holdfast('quarantine')).toEqual({ exitCode: 0, out: 'nothing is in quarantine\n', err: '' });
  });

  it('is still found under its former name', async () => {
    expect(await holdfast('aside')).toEqual(await holdfast('quarantine'));
  });

  it('lists what could not be read, and why', async () => {
    await world.receive(webhookRequest({ hello: 'world' }));
    const { exitCode, out } = await holdfast('quarantine');
    expect([exitCode, out]).toEqual([
      1,
      expect.stringMatching(
        /^[0-9a-f]{64} {2}jira, 2026-11-21T10:00:00.000Z, 17 bytes\n {4}timestamp: .*\n\n1 webhook in quarantine, 1 not sent back\n/,
      ),
    ]);
    expect(JSON.parse((await holdfast('quarantine', '--json')).out)).toMatchObject({
      asides: [{ bytes: 17, isCut: false }],
    });
  });

  it('shows what came in at any address, unless it is asked for one', async () => {
    await kept(closure, 'holdfast-json');
    const [all, one, other] = [
      await holdfast('quarantine'),
      await holdfast('quarantine', '--source', 'holdfast-json'),
      await holdfast('quarantine', '--source', 'jira'),
    ];
    expect([all.out, one.out === all.out, other.out]).toEqual([
      expect.stringContaining('abc123  holdfast-json, 2026-11-21'),
      true,
      'nothing is in quarantine\n',
    ]);
  });

  it('takes in what this version can read, as receive-webhook does, once however often it is told', async () => {
    await kept(closure);
    const first = await holdfast('quarantine', '--send-back', 'abc123');
    const second = await holdfast('quarantine', '--send-back', 'abc123');
    expect([first.out, second.out, (await holdfast('quarantine')).exitCode, await published()]).toEqual([
      'abc123: taken in; its event is on its way\n',
      'abc123: was taken in before\n',
      0,
      [['Incident Ticket Closed', 'holdfast.jira', expect.stringMatching(/^jira:[0-9a-f]{64}$/)]],
    ]);
  });

  it('does not take in again what Jira has repeated in the meantime', async () => {
    await kept(closure);
    await world.receive(webhookRequest(closure));
    expect([(await holdfast('quarantine', '--send-back', 'abc123')).out, (await published()).length]).toEqual([
      'abc123: was taken in before\n',
      1,
    ]);
  });

  it('leaves in quarantine what can be read and means nothing here: elsewhere it may', async () => {
    await kept({ ...closure, webhookEvent: 'comment_created' });
    const { exitCode, out } = await holdfast('quarantine', '--send-back', 'abc123');
    expect([exitCode, out, (await holdfast('quarantine')).out]).toEqual([
      0,
      expect.stringContaining('it stays in quarantine until it expires'),
      expect.stringContaining('1 webhook in quarantine, 1 not sent back'),
    ]);
  });

  it('says what is wrong when it still cannot be read, is not there, or was cut', async () => {
    await kept({ hello: 'world' });
    const unreadable = await holdfast('quarantine', '--send-back', 'abc123');
    const unknown = await holdfast('quarantine', '--send-back', 'nope');
    expect([unreadable.exitCode, unreadable.err, unknown.exitCode, unknown.err, await published()]).toEqual([
      1,
      expect.stringContaining('it still cannot be read: timestamp'),
      1,
      expect.stringContaining('there is no nope in quarantine'),
      [],
    ]);
  });
});
