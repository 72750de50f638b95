import { createHmac } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { type JiraSimulator, startJiraSimulator } from '../../../local/jira-simulator/simulator.ts';
import { STARTS_OF_WORK } from '../../support/jira/jira-webhook-samples.ts';

type Received = { readonly headers: IncomingHttpHeaders; readonly raw: string; readonly event: string };

const eventSchema = z.looseObject({ webhookEvent: z.string() });

/** Keeps what arrives and answers with the statuses given, then with 200. `hangUp` cuts the connection instead. */
async function startReceiver() {
  const received: Received[] = [];
  const answers: (number | 'hangUp')[] = [];
  const receive = async (request: IncomingMessage, response: ServerResponse) => {
    const raw = await text(request);
    received.push({ headers: request.headers, raw, event: eventSchema.parse(JSON.parse(raw)).webhookEvent });
    const answer = answers.shift() ?? 200;
    if (answer === 'hangUp') response.socket?.destroy();
    else response.writeHead(answer).end();
  };
  const server = createServer((request, response) => void receive(request, response));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The receiver listens on TCP.');
  const close = async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  };
  return { url: `http://127.0.0.1:${address.port}/hook`, received, answers, close };
}

describe('the webhooks of the Jira simulator', () => {
  let receiver: Awaited<ReturnType<typeof startReceiver>>;
  let jira: JiraSimulator;

  beforeEach(async () => {
    let lastId = 0;
    receiver = await startReceiver();
    jira = await startJiraSimulator({
      webhookSecret: 'secret',
      webhooks: [{ url: receiver.url }],
      clock: () => new Date('2026-11-21T10:00:00.000Z'),
      newId: () => `delivery-${++lastId}`,
      webhookRetryDelayMs: 0,
    });
  });

  afterEach(async () => {
    await jira.close();
    await receiver.close();
  });

  const createIncident = () =>
    jira.createIssue({ project: 'SEC', issueType: 'Security Incident', summary: 'Leak', description: 'A key leaked.' });
  const eventsReceived = () => receiver.received.map(({ event }) => event);

  it('sign the raw body and name the delivery', async () => {
    createIncident();
    await jira.settled();

    const expected = receiver.received.map(({ raw }) => ({
      'x-hub-signature': `sha256=${createHmac('sha256', 'secret').update(raw).digest('hex')}`,
      'x-atlassian-webhook-identifier': 'delivery-1',
      'content-type': 'application/json; charset=utf-8',
    }));
    expect(receiver.received.map(({ headers }) => headers)).toMatchObject(expected);
  });

  it('tell a transition with its changelog, in the older shape of the API', async () => {
    const { key } = createIncident();
    await jira.settled();
    receiver.received.length = 0;
    jira.transition(key, 'Done', { by: 'Amara Silva' });
    await jira.settled();

    expect(receiver.received.map(({ raw }) => JSON.parse(raw))).toMatchObject([
      {
        timestamp: Date.parse('2026-11-21T10:00:00.000Z'),
        webhookEvent: 'jira:issue_updated',
        issue_event_type_name: 'issue_generic',
        user: { accountId: '712020:amara', displayName: 'Amara Silva' },
        issue: {
          id: '10000',
          key: 'SEC-1',
          self: `${jira.url}/rest/api/2/issue/10000`,
          fields: {
            description: 'A key leaked.',
            status: { name: 'Done', statusCategory: { id: 3, key: 'done' } },
            resolution: { name: 'Done' },
            resolutiondate: '2026-11-21T10:00:00.000+0000',
          },
        },
        changelog: {
          id: '10001',
          items: [
            { field: 'resolution', fieldId: 'resolution', from: null, fromString: null, to: '10000', toString: 'Done' },
            { field: 'status', fieldId: 'status', from: '10000', fromString: 'To Do', to: '10002', toString: 'Done' },
          ],
        },
      },
    ]);
  });

  it('tell of everything that people and programs do, in order', async () => {
    const { key } = createIncident();
    jira.assign(key, 'Mia Okafor');
    jira.editIssue(key, { priority: 'High' });
    jira.addComment(key, 'On it');
    const moved = jira.moveIssue(key, 'IAM');
    jira.deleteIssue(moved.key);
    await jira.settled();

    expect(
      receiver.received.map(({ raw }) => {
        const { webhookEvent, issue_event_type_name, issue } = JSON.parse(raw);
        return [webhookEvent, issue_event_type_name, issue.key];
      }),
    ).toEqual([
      ['jira:issue_created', 'issue_created', 'SEC-1'],
      ['jira:issue_updated', 'issue_assigned', 'SEC-1'],
      ['jira:issue_updated', 'issue_updated', 'SEC-1'],
      ['comment_created', undefined, 'SEC-1'],
      ['jira:issue_updated', 'issue_moved', 'IAM-1'],
      ['jira:issue_deleted', undefined, 'IAM-1'],
    ]);
  });

  it('go to those who asked for the event, and to who joins later', async () => {
    jira.removeWebhook(receiver.url);
    jira.addWebhook({ url: receiver.url, events: ['comment_created'], secret: 'another' });
    const { key } = createIncident();
    jira.addComment(key, 'On it');
    await jira.settled();

    expect(receiver.received).toMatchObject(
      receiver.received.slice(0, 1).map(({ raw }) => ({
        event: 'comment_created',
        headers: { 'x-hub-signature': `sha256=${createHmac('sha256', 'another').update(raw).digest('hex')}` },
      })),
    );
  });

  it('are repeated under the same identifier while the receiver fails', async () => {
    receiver.answers.push(503, 429, 'hangUp', 200);
    createIncident();
    await jira.settled();

    expect(
      receiver.received.map(({ headers }) => [
        headers['x-atlassian-webhook-identifier'],
        headers['x-atlassian-webhook-retry'],
      ]),
    ).toEqual([
      ['delivery-1', undefined],
      ['delivery-1', '1'],
      ['delivery-1', '2'],
      ['delivery-1', '3'],
    ]);
  });

  it('are given up after five retries, and at once when the receiver refuses', async () => {
    receiver.answers.push(500, 500, 500, 500, 500, 500, 400);
    createIncident();
    await jira.settled();
    createIncident();
    await jira.settled();

    expect(jira.deliveries().map(({ identifier, retry, outcome }) => [identifier, retry, outcome])).toEqual([
      ...[0, 1, 2, 3, 4, 5].map((retry) => ['delivery-1', retry, 500]),
      ['delivery-2', 0, 400],
    ]);
  });

  it('can be lost, repeated, late and out of order', async () => {
    jira.faults.add({ kind: 'webhook-lost', webhookEvent: 'jira:issue_created' });
    jira.faults.add({ kind: 'webhook-repeated', webhookEvent: 'jira:issue_deleted', copies: 2 });
    jira.faults.add({ kind: 'webhook-late', webhookEvent: 'comment_created' });
    jira.faults.add({ kind: 'webhook-reordered', webhookEvent: 'jira:issue_updated' });
    const { key } = createIncident();
    jira.addComment(key, 'Late');
    jira.transition(key, 'Done');
    jira.transition(key, 'To Do');
    jira.deleteIssue(key);
    await jira.settled();
    const beforeRelease = receiver.received.map(({ raw, event }) => [event, JSON.parse(raw).issue.fields.status.name]);
    jira.releaseWebhooks();
    await jira.settled();

    expect({ beforeRelease, last: eventsReceived().at(-1) }).toEqual({
      beforeRelease: [
        ['jira:issue_updated', 'To Do'],
        ['jira:issue_updated', 'Done'],
        ['jira:issue_deleted', 'To Do'],
        ['jira:issue_deleted', 'To Do'],
        ['jira:issue_deleted', 'To Do'],
      ],
      last: 'comment_created',
    });
  });

  it('leave nothing behind when the simulator stops during a delivery', async () => {
    receiver.answers.push(500, 500, 500);
    createIncident();
    await jira.close();

    await expect(jira.settled()).resolves.toBeUndefined();
  });

  it.each(STARTS_OF_WORK)('carry what the webhook of "$name" carries', async ({ body }) => {
    const { key } = createIncident();
    await jira.settled();
    jira.transition(key, 'In Progress');
    await jira.settled();
    const isOfAccountsIn2019 = (path: string) => /(user|creator|reporter)\.(name|key)$/.test(path);
    const ours: unknown = JSON.parse(receiver.received.at(-1)?.raw ?? '{}');
    const absent = absentPaths(JSON.parse(body), ours).filter((path) => !isOfAccountsIn2019(path));
    // Times, votes and watchers: what our site has no use for.
    expect(absent.map((path) => path.replace('issue.fields.', '')).toSorted()).toEqual([
      'aggregateprogress',
      'aggregatetimeestimate',
      'aggregatetimeoriginalestimate',
      'aggregatetimespent',
      'environment',
      'lastViewed',
      'progress',
      'security',
      'timeestimate',
      'timeoriginalestimate',
      'timespent',
      'timetracking',
      'votes',
      'watches',
      'workratio',
    ]);
  });
});

function absentPaths(real: unknown, ours: unknown, path = ''): string[] {
  const [wanted, given] = [real, ours].map((value) => z.looseObject({}).safeParse(value).data);
  if (wanted === undefined) return [];
  return Object.entries(wanted).flatMap(([name, value]) => {
    if (name.startsWith('customfield_')) return [];
    const at = path === '' ? name : `${path}.${name}`;
    return given !== undefined && name in given ? absentPaths(value, given[name], at) : [at];
  });
}
