import { createHmac } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import { receiveWebhookHandler } from '../../../functions/receive-webhook/handler.ts';
import { markSentBack, quarantinedFrom } from '../../../shared/store/inbox/quarantine.ts';
import { closedMessage, holdfastJsonRequest, SENDER_SITE } from '../../support/systems/holdfast-json.ts';
import { closureOf, webhookDoor } from '../../support/systems/webhook-door.ts';
import { webhookRequest } from '../../support/world/stories.ts';
import { PREVIOUS_SECRET, WEBHOOK_SECRET } from '../../support/world/world.ts';

const NOW = '2026-11-21T10:00:00.000Z';
let now: string;
let door: ReturnType<typeof webhookDoor>;
beforeEach(() => {
  now = NOW;
  door = webhookDoor({ incidents: { 'holdfast-json': { sites: [SENDER_SITE] } } }, () => now);
});

const keptAside = async (source = 'jira') => (await quarantinedFrom(door.table, source)).map(({ because }) => because);

/** Issue with other members than that of the closure. */
const about = (issue: object) => ({ ...closureOf(NOW), issue: { ...closureOf(NOW).issue, ...issue } });
/** Signed request of Jira with any bytes. */
const jiraRequest = (body: Buffer) => ({
  ...webhookRequest(''),
  headers: { 'x-hub-signature': `sha256=${createHmac('sha256', WEBHOOK_SECRET).update(body).digest('hex')}` },
  body: body.toString('base64'),
  isBase64Encoded: true,
});
const nonsense = 'x'.repeat(3_000);

describe('what receive-webhook makes of a signed delivery', () => {
  it('is one event, when somebody sends a recorded one fifty times with a new identifier', async () => {
    const { headers, ...request } = webhookRequest(closureOf(NOW));
    for (let time = 0; time < 50; time += 1)
      await door.receive({ ...request, headers: { ...headers, 'x-atlassian-webhook-identifier': `replay-${time}` } });
    expect(door.counted()).toEqual({ 'WebhookProven.jira': 50, WebhookAccepted: 1, WebhookRepeated: 49 });
  });

  it('is an event, whatever its unsigned identifier is', async () => {
    const answer = await door.receive(webhookRequest(closureOf(NOW), { id: nonsense }));
    expect([answer.statusCode, door.counted().WebhookAccepted]).toEqual([202, 1]);
  });

  it.each<[string, unknown, string]>([
    ['an id of 3,000 characters', about({ id: nonsense }), 'ticketId: expected 1 to 200 characters'],
    ['a key of 3,000 characters', about({ key: nonsense }), 'key: expected 1 to 200 characters'],
    ['an empty id', about({ id: '' }), 'ticketId: expected 1 to 200 characters'],
    ['an id that leaves its place in a key', about({ id: '7#8' }), 'ticketId: expected 1 to 200 characters'],
    ['half of a character in its id', about({ id: '7\ud83d' }), 'ticketId: expected 1 to 200 characters'],
    [
      'an id of 3,000 characters that is no incident',
      about({
        id: nonsense,
        fields: {
          ...closureOf(NOW).issue.fields,
          project: { key: 'OPS' },
        },
      }),
      'ticketId: expected 1 to 200 characters',
    ],
    [
      'a name of 450 kB',
      { ...closureOf(NOW), user: { accountId: 'mia', displayName: 'x'.repeat(450_000) } },
      'an item of the table holds less',
    ],
    ['a time beyond all calendars', { ...closureOf(NOW), timestamp: 1e308 }, 'seconds in the future'],
    ['a time of three days ago', closureOf('2026-11-18T10:00:00.000Z'), '259200 seconds in the past'],
    ['lists a million deep', `{"timestamp":${'['.repeat(200_000)}${']'.repeat(200_000)}}`, 'timestamp: '],
  ])('is kept aside when it has %s', async (_, body, because) => {
    const answer = await door.receive(webhookRequest(body));
    expect([answer.statusCode, JSON.parse(answer.body ?? '').taken, await keptAside(), door.writes.length]).toEqual([
      202,
      false,
      [expect.stringContaining(because)],
      1,
    ]);
  });

  it('of posted JSON is kept aside when its address is longer than an item', async () => {
    const { incident } = closedMessage();
    const message = closedMessage({ incident: { ...incident, url: `https://example.com/${'x'.repeat(450_000)}` } });
    const answer = await door.receive(holdfastJsonRequest(message, { sentAt: NOW }));
    expect([answer.statusCode, await keptAside('holdfast-json')]).toEqual([202, [expect.stringContaining('url: ')]]);
  });

  it('of posted JSON is kept aside, and not refused, when its signed time is in milliseconds', async () => {
    const sentAt = new Date(Date.parse(NOW) * 1_000).toISOString();
    const answer = await door.receive(holdfastJsonRequest(closedMessage(), { sentAt }));
    expect([answer.statusCode, await keptAside('holdfast-json'), door.counted()]).toEqual([
      202,
      [expect.stringContaining('seconds in the future')],
      { 'WebhookProven.holdfast-json': 1, WebhookOutsideReplayWindow: 1, WebhookKeptAside: 1 },
    ]);
  });

  it.each([
    ['of another project', { key: 'OPS' }, 'WebhookIgnoredUnknownProject'],
    ['of an incident that did not move', { key: 'SEC' }, 'WebhookIgnoredNoStatusChange'],
  ])('is ignored, and not kept aside, when it came too late and is one %s', async (_, project, ignored) => {
    const fields = { ...closureOf(NOW).issue.fields, project, labels: [] };
    const late = { ...closureOf('2026-11-18T10:00:00.000Z'), changelog: { id: '1', items: [{ field: 'summary' }] } };
    const answer = await door.receive(webhookRequest({ ...late, issue: { ...late.issue, fields } }));
    expect([answer, await keptAside(), door.counted()]).toEqual([
      { statusCode: 202 },
      [],
      { 'WebhookProven.jira': 1, [ignored]: 1 },
    ]);
  });

  it('is kept aside anew when the same bytes come again after they were sent back, or when half of their time is over', async () => {
    const comesAgain = async (at: string) => {
      now = at;
      await door.receive(webhookRequest('no JSON'));
      return (await quarantinedFrom(door.table, 'jira')).map(({ at: keptAt, sentBackAt }) => [keptAt, sentBackAt]);
    };
    const [first, second, third] = [NOW, '2026-12-01T10:00:00.000Z', '2026-12-17T10:00:00.000Z'];
    const found = [await comesAgain(first), await comesAgain(second)];
    const [waiting] = await quarantinedFrom(door.table, 'jira');
    await markSentBack(door.table, 'jira', waiting?.id ?? '', second);
    found.push(await comesAgain(second), await comesAgain(third));
    expect(found).toEqual([[[first, undefined]], [[first, undefined]], [[second, undefined]], [[third, undefined]]]);
  });

  it.each([
    ['are no UTF-8', Buffer.from('{"summary":"Gef\xe4hrdung"}', 'latin1')],
    ['begin with a byte order mark', Buffer.from('\ufeff{"summary"')],
    ['are a text', Buffer.from('{"summary":"Gefährdung 🐟"}')],
  ])('is kept aside byte by byte, when they %s', async (_, body) => {
    await door.receive(jiraRequest(body));
    const [found] = await quarantinedFrom(door.table, 'jira');
    expect([found?.body, found?.bytes, found?.isCut]).toEqual([body, body.length, false]);
  });

  it('is counted as one of a sender that has not got the new secret, when the one before it holds', async () => {
    await door.receive(webhookRequest(closureOf(NOW), { secret: PREVIOUS_SECRET }));
    expect(door.counted()).toEqual({
      'WebhookProven.jira': 1,
      'WebhookProvenByPrevious.jira': 1,
      WebhookAccepted: 1,
    });
  });

  it('is nothing to an answer of 5xx but our own table, or our own secrets, being down', async () => {
    const down = () => Promise.reject(new Error('is down'));
    const without = (broken: object) =>
      receiveWebhookHandler({ ...door.parts, ...broken })(webhookRequest(closureOf(NOW)));
    await expect(without({ accept: down })).rejects.toThrow('is down');
    await expect(without({ secrets: down })).rejects.toThrow('is down');
    await expect(receiveWebhookHandler({ ...door.parts, quarantine: down })(webhookRequest('no JSON'))).rejects.toThrow(
      'is down',
    );
  });
});

describe('an unproven delivery to receive-webhook', () => {
  it.each([
    ['small', closureOf(NOW), { WebhookSignatureWrong: 1 }, 401],
    ['large', 'x'.repeat(600_000), { WebhookTooLarge: 1 }, 413],
  ])('is counted for its door when it has the form of a proof: a %s one', async (_, body, counted, statusCode) => {
    const answer = await door.receive(webhookRequest(body, { secret: 'a guess' }));
    expect([answer.statusCode, door.counted()]).toEqual([
      statusCode,
      { 'WebhookUnproven.jira': 1, 'WebhookProven.jira': 0, ...counted },
    ]);
  });
});
