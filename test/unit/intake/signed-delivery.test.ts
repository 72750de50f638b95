import { describe, expect, it } from 'vitest';
import { parseConfig } from '../../../shared/domain/policy/parse-config.ts';
import { SOURCES } from '../../../shared/intake/registry.ts';
import { signedDelivery } from '../../../shared/intake/signed-delivery.ts';
import { webhooksInUse } from '../../../shared/intake/sources-in-use.ts';
import { closedMessage, SENDER_SITE } from '../../support/systems/holdfast-json.ts';

const config = parseConfig({
  incidents: { jira: { takesStaticSecret: true }, 'holdfast-json': { sites: [SENDER_SITE], takesStaticSecret: true } },
});
const NOW = '2026-11-21T10:00:00.000Z';

function nameOf(path: string, body: unknown, receivedAt = NOW): string {
  const sender = webhooksInUse(SOURCES, config).get(path);
  if (sender === undefined) throw new Error(`${path} is off`);
  const bytes = Buffer.from(typeof body === 'string' ? body : JSON.stringify(body));
  return signedDelivery(sender, bytes, { receivedAt }).deliveryId;
}

const change = (changes: object = {}) => ({
  webhookEvent: 'jira:issue_updated',
  issue: { self: 'https://acme.atlassian.net/rest/api/2/issue/10040', id: '10040' },
  changelog: { id: '10124' },
  ...changes,
});

describe('the name of a delivery', () => {
  it('of Jira is that of the change, however it is written', () => {
    const repeated = { ...change(), timestamp: 1 };
    expect(nameOf('jira', repeated)).toBe(nameOf('jira', change()));
  });

  it.each([
    ['another change', change({ changelog: { id: '10125' } })],
    ['another issue', change({ issue: { self: 'https://acme.atlassian.net/rest/api/2/issue/10041', id: '10041' } })],
    ['the same number on another site', change({ issue: { self: 'https://b.example.com/10040', id: '10040' } })],
    ['another event', change({ webhookEvent: 'jira:issue_deleted' })],
    ['no change', change({ changelog: undefined })],
  ])('of Jira is another one for %s', (_, other) => {
    expect(nameOf('jira', other)).not.toBe(nameOf('jira', change()));
  });

  it('is a new one each time where different changes may have the same bytes, and there alone', () => {
    const body = { issue: { id: '10040', key: 'SEC-41' } };
    const isNew = (path: string) => nameOf(path, body) !== nameOf(path, body, '2026-11-21T10:00:00.001Z');
    expect(['jira', 'jira/automation', 'holdfast-json', 'holdfast-json/static'].filter(isNew)).toEqual([
      'jira/automation',
    ]);
  });

  it('of one endpoint is another than of another', () => {
    const names = ['holdfast-json', 'holdfast-json/static'].map((path) => nameOf(path, closedMessage()));
    expect(new Set(names).size).toBe(2);
  });

  it('is that of the bytes where nothing in them names it', () => {
    const [one, same, other] = ['{"a":1}', '{"a":1}', '{"a": 1}'].map((body) => nameOf('jira', body));
    expect([one === same, one === other]).toEqual([true, false]);
  });

  it.each<[string, unknown, unknown]>([
    ['holdfast-json', closedMessage({ id: 'a\ud83d' }), closedMessage({ id: 'a\ud83e' })],
    ['jira', change({ changelog: { id: 'a\ud83d' } }), change({ changelog: { id: 'a\ud83e' } })],
  ])('at the door of %s is another one where another character is lost', (source, one, other) => {
    expect(nameOf(source, one)).not.toBe(nameOf(source, other));
  });

  it('of Jira is the same for a number and its digits, and another one for each number that JavaScript rounds', () => {
    const numbered = (id: string) => nameOf('jira', JSON.stringify(change()).replace('"10124"', id));
    expect([
      numbered('10124') === numbered('"10124"'),
      numbered('9007199254740993') === numbered('9007199254740992'),
    ]).toEqual([true, false]);
  });

  it('has a fixed length and no words, whatever the sender chose', () => {
    const names = [
      nameOf('holdfast-json', closedMessage({ id: 'nightjar-fraud-by-jane-doe' })),
      nameOf('jira', change({ issue: { self: 'x'.repeat(3_000), id: 'x'.repeat(3_000) } })),
      nameOf('jira', 'no JSON'),
    ];
    expect(names).toEqual(names.map(() => expect.stringMatching(/^[0-9a-f]{64}$/)));
  });

  it('is another one at another door', () => {
    expect(nameOf('jira', 'no JSON')).not.toBe(nameOf('holdfast-json', 'no JSON'));
  });
});
