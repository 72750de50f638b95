import { describe, expect, it } from 'vitest';
import { parseConfig } from '../../../../shared/domain/policy/parse-config.ts';
import { SOURCES } from '../../../../shared/intake/registry.ts';
import { webhooksInUse } from '../../../../shared/intake/sources-in-use.ts';

const NOW = '2026-11-21T10:00:00.000Z';
const incidents = { jira: { takesStaticSecret: true } };
const one = parseConfig({ jira: { site: 'https://acme.atlassian.net' }, incidents });
const two = parseConfig({
  jira: {
    site: 'https://acme.atlassian.net',
    sites: { dc: { site: 'https://jira.example.com', deployment: 'Data Center' } },
  },
  incidents,
});
const read = (path: 'jira' | 'jira/automation', body: unknown, config = one) =>
  webhooksInUse(SOURCES, config).get(path)?.webhook.read(body, NOW);

const issue = { id: '10040', key: 'SEC-41', self: 'https://acme.atlassian.net/rest/api/2/issue/10040' };
const looked = (site: string) => ({
  look: { source: 'jira', site, ticketId: '10040', key: 'SEC-41' },
  at: NOW,
});

describe('a message of Jira of which nothing but its issue is believed', () => {
  it.each<[string, unknown]>([
    ['names the issue as our rule does', { issue }],
    ['is the issue as a rule sends it by itself', { ...issue, fields: { status: { name: 'Done' } } }],
    ['has the id as a number, as older rules have it', { timestamp: 1, issue: { ...issue, id: 10040 }, action: 'x' }],
    [
      'is a whole webhook, which no signature covers here',
      { webhookEvent: 'jira:issue_updated', issue, changelog: {} },
    ],
    ['names no address of it', { issue: { id: '10040', key: 'SEC-41' } }],
  ])('is a reason to look when it %s', (_, body) => {
    expect(read('jira/automation', body)).toEqual(looked('acme.atlassian.net'));
  });

  it('is on the site of its address where there are several, and on none without one', () => {
    const onDataCenter = { issue: { ...issue, self: 'https://jira.example.com/rest/api/2/issue/10040' } };
    expect(
      [onDataCenter, { issue }, { issue: { ...issue, self: undefined } }].map((body) =>
        read('jira/automation', body, two),
      ),
    ).toEqual([looked('jira.example.com'), looked('acme.atlassian.net'), { ignored: 'UnknownSite' }]);
  });

  it('comes signed, too, of a transition on Data Center that is under way', () => {
    expect(read('jira', { transition: { to_status: 'Done' }, issue, timestamp: 1 })).toEqual(
      looked('acme.atlassian.net'),
    );
  });

  it.each<[string, unknown]>([
    ['no issue', {}],
    ['a key in place of the id', { issue: { id: 'SEC-41', key: 'SEC-41' } }],
    ['an id of other characters', { issue: { id: '10040#1', key: 'SEC-41' } }],
    ['a template that was not filled in', { issue: { id: '{{issue.id}}', key: '{{issue.key}}' } }],
    ['a list', []],
  ])('cannot be read with %s', (_, body) => {
    expect(() => read('jira/automation', body)).toThrow();
  });

  it('has no address while the configuration does not ask for it', () => {
    expect([...webhooksInUse(SOURCES, parseConfig({})).keys()]).toEqual(['jira']);
  });
});
