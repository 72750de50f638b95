import { randomBytes, randomInt } from 'node:crypto';
import { QueryCommand } from '@aws-sdk/lib-dynamodb';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { quarantinedFrom } from '../../../shared/store/inbox/quarantine.ts';
import { WEBHOOK_SAMPLES } from '../../support/jira/jira-webhook-samples.ts';
import { engineForThisFile } from '../../support/machine/engine.ts';
import { webhookRequest } from '../../support/world/stories.ts';
import { PREVIOUS_SECRET, startWorld, type World } from '../../support/world/world.ts';

const endpoint = engineForThisFile();
let world: World;
beforeEach(async () => {
  world = await startWorld(endpoint(), {
    incidents: { jira: { projects: [{ project: 'TES', issueTypes: ['story'] }] } },
  });
});
afterEach(() => world.close());

/** A webhook as Jira Cloud sends it today. */
function moved({
  from,
  to,
  category,
  at,
  categoryChangedAt = at,
  project = 'TES',
  resolution,
}: {
  from: string;
  to: string;
  category: string;
  at: string;
  categoryChangedAt?: string;
  project?: string;
  resolution?: { from: string | null; to: string | null };
}) {
  const status = {
    field: 'status',
    fieldtype: 'jira',
    fieldId: 'status',
    from: '1',
    fromString: from,
    to: '2',
    toString: to,
  };
  return {
    timestamp: Date.parse(at),
    webhookEvent: 'jira:issue_updated',
    user: { accountId: 'mia', displayName: 'Mia' },
    issue: {
      id: '10040',
      key: `${project}-41`,
      fields: {
        summary: 'Phished',
        description: null,
        project: { key: project },
        issuetype: { name: 'Story' },
        status: { name: to, statusCategory: { key: category } },
        labels: [],
        created: '2026-11-20T10:00:00.000+0000',
        updated: at.replace('Z', '+0000'),
        statuscategorychangedate: categoryChangedAt.replace('Z', '+0000'),
      },
    },
    changelog: {
      id: '1',
      items: [status, ...(resolution ? [{ field: 'resolution', fieldId: 'resolution', ...resolution }] : [])],
    },
  };
}
const closure = moved({ from: 'In Progress', to: 'Done', category: 'done', at: '2026-11-21T09:59:00.000Z' });
const published = async () => (await world.outbox()).map(({ type, source, data }) => ({ type, source, data }));

/** Characters of three bytes each, in no order that a packer could make use of. */
const scribble = (length: number): string =>
  Array.from({ length }, () => String.fromCharCode(0x800 + randomInt(0xd000))).join('');

describe('receive-webhook', () => {
  it('keeps a closure as an event, once, when the same delivery comes five times', async () => {
    const answers = await Promise.all(
      Array.from({ length: 5 }, () => world.receive(webhookRequest(closure, { id: 'delivery-1' }))),
    );
    expect(answers.map(({ statusCode }) => statusCode)).toEqual([202, 202, 202, 202, 202]);
    expect(await published()).toEqual([
      {
        type: 'Incident Ticket Closed',
        source: 'holdfast.jira',
        data: {
          ticket: { source: 'jira', site: new URL(world.simulator.url).host, ticketId: '10040', key: 'TES-41' },
          closedAt: '2026-11-21T09:59:00.000Z',
          closedBy: { accountId: 'mia', name: 'Mia' },
        },
      },
    ]);
    expect(world.counted()).toEqual({ 'WebhookProven.jira': 5, WebhookAccepted: 1, WebhookRepeated: 4 });
  });

  it.each<[string, ReturnType<typeof webhookRequest>, Record<string, number>?]>([
    [
      'a wrong secret',
      webhookRequest(closure, { secret: 'guess' }),
      { 'WebhookUnproven.jira': 1, 'WebhookProven.jira': 0 },
    ],
    ['no signature', { ...webhookRequest(closure), headers: {} }],
    [
      'a signature of another body',
      { ...webhookRequest(closure), body: '{}' },
      { 'WebhookUnproven.jira': 1, 'WebhookProven.jira': 0 },
    ],
    ['a signature of another algorithm', { ...webhookRequest(closure), headers: { 'x-hub-signature': 'sha1=abc' } }],
  ])('answers 401 to %s, and leaves no trace but a metric', async (_, request, more = {}) => {
    const answer = await world.receive(request);
    expect([answer.statusCode, await published(), world.counted(), world.failures]).toEqual([
      401,
      [],
      { WebhookSignatureWrong: 1, ...more },
      [],
    ]);
  });

  it.each([
    ['is no JSON', '{', 'the body is not JSON'],
    ['is no webhook', { hello: 'world' }, 'timestamp: Invalid input: expected number, received undefined'],
    [
      'lacks the fields of an issue',
      { ...closure, issue: { id: '1', key: 'TES-1', fields: {} } },
      'status: Invalid input: expected object, received undefined',
    ],
  ])('answers 202 with the reason to a signed body that %s, and takes nothing in', async (_, body, reason) => {
    const answer = await world.receive(webhookRequest(body));
    expect([answer.statusCode, answer.headers, JSON.parse(answer.body ?? ''), await published()]).toEqual([
      202,
      { 'content-type': 'application/json' },
      { taken: false, because: expect.stringContaining(reason) },
      [],
    ]);
  });

  it('puts a signed body that it cannot read into quarantine, once', async () => {
    await world.receive(webhookRequest({ hello: 'world' }));
    world.clock.advance('PT1M');
    await world.receive(webhookRequest({ hello: 'world' }));
    const { Items } = await world.table.client.send(
      new QueryCommand({
        TableName: world.table.name,
        KeyConditionExpression: 'pk = :pk',
        ExpressionAttributeValues: { ':pk': 'ASIDE#jira' },
      }),
    );
    expect(Items).toEqual([
      expect.objectContaining({
        body: '{"hello":"world"}',
        because: expect.stringContaining('timestamp: '),
        at: '2026-11-21T10:00:00.000Z',
      }),
    ]);
  });

  it.each([
    ['long', JSON.stringify({ hello: 'x'.repeat(450_000) }), 450_012, false],
    ['too long for an item even when packed', randomBytes(360_000).toString('base64'), 480_000, true],
    ['too long even when packed, in a script of many bytes', scribble(170_000), 510_000, true],
  ])(
    'answers 202 to a signed body that it cannot read and that is %s, and puts it into quarantine',
    async (_, body, bytes, isCut) => {
      const answer = await world.receive(webhookRequest(body));
      const [kept] = await quarantinedFrom(world.table, 'jira');
      expect([answer.statusCode, kept?.bytes, kept?.isCut]).toEqual([202, bytes, isCut]);
      const length = isCut ? 350_000 : bytes;
      expect(kept?.body.equals(Buffer.from(body).subarray(0, length))).toBe(true);
    },
  );

  it('puts what has a thousand wrong fields into quarantine with a short reason', async () => {
    const items = Array.from({ length: 5_000 }, () => ({ field: 7 }));
    const answer = await world.receive(webhookRequest({ ...closure, changelog: { items } }));
    const [kept] = await quarantinedFrom(world.table, 'jira');
    expect([answer.statusCode, kept?.because.split('; ').length]).toEqual([202, 20]);
  });

  it('keeps a closure by somebody whose name ends in half of a character', async () => {
    const user = { accountId: 'mia', displayName: 'Mia \ud83d' };
    const answer = await world.receive(webhookRequest({ ...closure, user }));
    expect([answer.statusCode, (await published()).map(({ data }) => Object(data).closedBy?.name)]).toEqual([
      202,
      ['Mia \ufffd'],
    ]);
  });

  it('answers 413 to a stranger with a body over the limit, and keeps nothing of it', async () => {
    const answer = await world.receive(webhookRequest('x'.repeat(512_001), { secret: 'guess' }));
    expect([answer.statusCode, world.counted(), await quarantinedFrom(world.table, 'jira')]).toEqual([
      413,
      { 'WebhookUnproven.jira': 1, 'WebhookProven.jira': 0, WebhookTooLarge: 1 },
      [],
    ]);
  });

  it('answers 202 to a signed body over the limit, and keeps what an item can hold of it', async () => {
    const answer = await world.receive(webhookRequest(randomBytes(600_000).toString('base64')));
    const [kept] = await quarantinedFrom(world.table, 'jira');
    expect([answer.statusCode, kept?.bytes, kept?.isCut, kept?.because, world.counted()]).toEqual([
      202,
      800_000,
      true,
      'it has 800000 bytes, and the limit is 512000 (ingress.maxBodyBytes)',
      { 'WebhookProven.jira': 1, WebhookTooLarge: 1, WebhookKeptAside: 1 },
    ]);
  });

  it('answers 404 for a ticketing system that it does not know', async () => {
    expect((await world.receive(webhookRequest(closure, { source: 'trello' }))).statusCode).toBe(404);
  });

  it('ignores and counts a project that has no incidents', async () => {
    const other = moved({
      from: 'To Do',
      to: 'Done',
      category: 'done',
      at: '2026-11-21T09:59:00.000Z',
      project: 'OPS',
    });
    const answer = await world.receive(webhookRequest(other));
    expect([answer.statusCode, await published(), world.counted()]).toEqual([
      202,
      [],
      { 'WebhookProven.jira': 1, WebhookIgnoredUnknownProject: 1 },
    ]);
  });

  it('sees no second closure in a move from done to done', async () => {
    const archived = moved({
      from: 'Done',
      to: 'Archived',
      category: 'done',
      at: '2026-11-21T09:59:00.000Z',
      categoryChangedAt: '2026-11-20T17:00:00.000Z',
    });
    await world.receive(webhookRequest(archived));
    expect([await published(), world.counted()]).toEqual([
      [],
      { 'WebhookProven.jira': 1, WebhookIgnoredNoStatusChange: 1 },
    ]);
  });

  it('tells of a reopened ticket, but not of one that was never closed', async () => {
    const back = { from: 'Done', to: 'In Progress', category: 'indeterminate', at: '2026-11-21T09:59:00.000Z' };
    await world.receive(webhookRequest(moved({ ...back, resolution: { from: '10000', to: null } })));
    await world.receive(webhookRequest(moved({ ...back, from: 'To Do' })));
    expect((await published()).map(({ type }) => type)).toEqual(['Incident Ticket Reopened']);
  });

  it('takes an incident for an incident, whatever labels people put on it', async () => {
    const labelled = {
      ...closure,
      issue: { ...closure.issue, fields: { ...closure.issue.fields, labels: ['holdfast'] } },
    };
    await world.receive(webhookRequest(labelled));
    expect((await published()).map(({ type }) => type)).toEqual(['Incident Ticket Closed']);
  });

  it('sees the closure in a webhook that was read from an issue edited since', async () => {
    const edited = { ...closure.issue.fields, updated: '2026-11-21T10:30:00.000+0000' };
    await world.receive(webhookRequest({ ...closure, issue: { ...closure.issue, fields: edited } }));
    expect((await published()).map(({ type }) => type)).toEqual(['Incident Ticket Closed']);
  });

  it('takes a webhook that is signed with the secret before this one', async () => {
    expect((await world.receive(webhookRequest(closure, { secret: PREVIOUS_SECRET }))).statusCode).toBe(202);
  });

  it.each(WEBHOOK_SAMPLES)('reads the whole webhook of "$name"', async ({ body, told, counted }) => {
    world.clock.turnTo(new Date(JSON.parse(body).timestamp).toISOString());
    const { statusCode } = await world.receive(webhookRequest(body));
    const events = (await published()).map(({ type, data }) => [
      type,
      Object(data).closedAt ?? Object(data).reopenedAt,
    ]);
    expect([statusCode, events, world.counted()]).toEqual([
      202,
      told === undefined ? [] : [told],
      { 'WebhookProven.jira': 1, [counted]: 1 },
    ]);
  });
});
