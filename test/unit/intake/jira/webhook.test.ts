import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { parseConfig } from '../../../../shared/domain/policy/parse-config.ts';
import { parseJson } from '../../../../shared/domain/words/well-formed.ts';
import { readJiraWebhook } from '../../../../shared/intake/jira/webhook.ts';
import { referenceData } from '../../../support/samples/reference-data.ts';

const CONFIG = parseConfig({
  jira: { site: 'https://jira.test' },
  incidents: { jira: { projects: [{ project: 'SEC', issueTypes: ['Security Incident'] }] } },
});
const AT = '2026-11-21T10:00:00.000Z';
const JIRA_TIME = '2026-11-21T10:00:00.000+0000';

const FIELDS = {
  summary: 'Phished',
  description: null,
  project: { key: 'SEC' },
  issuetype: { id: '10001', name: 'Security Incident' },
  labels: [],
  created: '2026-11-20T10:00:00.000+0000',
  updated: JIRA_TIME,
  status: { name: 'Done', statusCategory: { key: 'done' } },
  statuscategorychangedate: JIRA_TIME,
};
const STATUS = { field: 'status', fieldId: 'status', from: '3', fromString: 'In Progress', to: '5', toString: 'Done' };

/** A webhook as Jira sends it when somebody moves an incident, with what is odd about it. */
const webhook = (fields: object = {}, more: object = {}) => ({
  timestamp: Date.parse(AT),
  webhookEvent: 'jira:issue_updated',
  user: { accountId: 'mia', displayName: 'Mia' },
  issue: { id: '10040', key: 'SEC-1', fields: { ...FIELDS, ...fields } },
  changelog: { id: '1', items: [STATUS] },
  ...more,
});
const without = (field: string) => {
  const { [field]: _, ...rest } = Object(FIELDS);
  return { ...webhook(), issue: { id: '10040', key: 'SEC-1', fields: rest } };
};

const ticket = { source: 'jira', site: 'jira.test', ticketId: '10040', key: 'SEC-1' };
const closed = {
  event: {
    type: 'Incident Ticket Closed',
    data: { ticket, closedAt: AT, closedBy: { accountId: 'mia', name: 'Mia' } },
  },
};
const backInProgress = { status: { name: 'In Progress', statusCategory: { key: 'indeterminate' } } };

describe('a webhook of a closed incident', () => {
  it.each<[string, object]>([
    ...['summary', 'description', 'labels', 'priority', 'assignee', 'reporter', 'resolution'].flatMap(
      (field): [string, object][] => [
        [`${field} null`, webhook({ [field]: null })],
        [`${field} absent`, without(field)],
      ],
    ),
    ['an assignee of Data Center', webhook({ assignee: { name: 'p', key: 'p', displayName: 'A Person' } })],
    ['a priority without a name', webhook({ priority: {} })],
    ['a label that is a number', webhook({ labels: [7] })],
    ['a change that cannot be read beside the move', webhook({}, { changelog: { items: [{ field: 7 }, STATUS] } })],
    ['no changelog', webhook({}, { changelog: undefined })],
    ['a changelog that is null', webhook({}, { changelog: null })],
  ])('is read with %s', (_, body) => {
    expect(readJiraWebhook(body, CONFIG)).toEqual(closed);
  });

  it('names nobody who has no account id', () => {
    const { event } = closed;
    const { closedBy: _, ...data } = event.data;
    const user = { displayName: 'Former user', active: false };
    expect(readJiraWebhook(webhook({}, { user }), CONFIG)).toEqual({ event: { ...event, data } });
  });

  it('is one whatever language its type is shown in, when the configuration names the type by its id', () => {
    const byId = { ...CONFIG, incidents: { ...CONFIG.incidents, jira: { ...CONFIG.incidents.jira } } };
    byId.incidents.jira.projects = [{ project: 'SEC', issueTypes: ['10001'] }];
    expect(readJiraWebhook(webhook({ issuetype: { id: '10001', name: 'Sicherheitsvorfall' } }), byId)).toEqual(closed);
  });

  it('says nothing without a changelog when its status is as old as it was', () => {
    const older = webhook({ statuscategorychangedate: '2026-11-20T17:00:00.000+0000' }, { changelog: undefined });
    expect(readJiraWebhook(older, CONFIG)).toEqual({ ignored: 'NoStatusChange' });
  });
});

describe('a webhook of an incident that left a status', () => {
  it('tells which status it left, also where the resolution was cleared: a stale one may be, long after', () => {
    const items = [STATUS, { field: 'resolution', fieldId: 'resolution', from: '10000', to: null }];
    expect(readJiraWebhook(webhook(backInProgress, { changelog: { items } }), CONFIG)).toEqual({
      event: { type: 'Incident Ticket Reopened', data: { ticket, reopenedAt: AT, leftStatus: '3' } },
    });
  });

  it('leaves it to the record and to the statuses of the site where the workflow keeps no resolution', () => {
    expect(readJiraWebhook(webhook(backInProgress), CONFIG)).toEqual({
      event: { type: 'Incident Ticket Reopened', data: { ticket, reopenedAt: AT, leftStatus: '3' } },
      unlessKnown: 'NoStatusChange',
    });
  });

  it.each([
    ['has no changelog', { changelog: undefined }],
    ['does not say which status that was', { changelog: { items: [{ ...STATUS, from: null }] } }],
  ])('leaves it to the sweep when it %s', (_, more) => {
    expect(readJiraWebhook(webhook(backInProgress, more), CONFIG)).toEqual({ ignored: 'NoStatusChange' });
  });

  it('says nothing when it was open before, since the category is as old as it was', () => {
    const fields = { ...backInProgress, statuscategorychangedate: '2026-11-20T17:00:00.000+0000' };
    expect(readJiraWebhook(webhook(fields), CONFIG)).toEqual({ ignored: 'NoStatusChange' });
  });
});

describe('a webhook of an issue that is no incident', () => {
  const changed = {
    type: 'Remediation Ticket Changed',
    data: { site: 'jira.test', issueId: '10040', key: 'SEC-1', change: 'updated', by: 'mia', isDone: true },
  };
  const elsewhere = { project: { key: 'PLAT' } };

  it('is one of a ticket of ours when it carries our label', () => {
    expect(readJiraWebhook(webhook({ ...elsewhere, labels: ['holdfast'] }), CONFIG)).toEqual({ event: changed });
  });

  it.each([{ labels: ['backlog-q4'] }, { labels: null }, {}])(
    'and carries %j may be one, if its id is known',
    (more) => {
      const meaning = readJiraWebhook(webhook({ ...elsewhere, ...more }), CONFIG);
      expect(meaning).toEqual({ event: changed, unlessKnown: 'UnknownProject' });
    },
  );

  it('is not read any further', () => {
    const fields = { ...elsewhere, issuetype: { name: 'Task' }, status: 7, created: 'never', assignee: 'me' };
    const body = { ...webhook(), issue: { id: '10040', key: 'SEC-1', fields } };
    const { isDone: _, ...data } = changed.data;
    expect(readJiraWebhook(body, CONFIG)).toEqual({ event: { ...changed, data }, unlessKnown: 'UnknownProject' });
  });

  const touching = (...items: unknown[]) =>
    readJiraWebhook(webhook({ ...elsewhere, labels: ['holdfast'] }, { changelog: { items } }), CONFIG);

  it.each([
    ['a comment', []],
    ['a link', [{ field: 'Link', to: 'NET-1' }]],
    ['a field that nobody follows', [{ field: 'Story Points', fieldId: 'customfield_10016', to: '5' }]],
    ['labels, of which ours is there', [{ field: 'labels', fieldId: 'labels', toString: 'holdfast team-a' }]],
  ])('says nothing with %s', (_, items) => {
    expect(touching(...items)).toEqual({ ignored: 'NothingFollowed' });
  });

  it.each([
    ['issue_commented', { ignored: 'NothingFollowed' }],
    ['issue_worklog_updated', { ignored: 'NothingFollowed' }],
    ['issue_generic', { event: changed }],
    [7, { event: changed }],
  ])('without a changelog says what its reason says: %s', (reason, meaning) => {
    const fields = { ...elsewhere, labels: ['holdfast'] };
    const body = { ...webhook(fields, { changelog: undefined }), issue_event_type_name: reason };
    expect(readJiraWebhook(body, CONFIG)).toEqual(meaning);
  });

  it('with a changelog says what changed, whatever its reason: a comment may come with a move', () => {
    const fields = { ...elsewhere, labels: ['holdfast'] };
    const moved = webhook(fields, { changelog: { items: [{ field: 'status' }] } });
    expect(readJiraWebhook({ ...moved, issue_event_type_name: 'issue_commented' }, CONFIG)).toEqual({ event: changed });
  });

  it.each([['duedate'], ['assignee'], ['priority'], ['summary'], ['resolution'], ['Key']])(
    'tells of a change of %s, beside others',
    (field) => {
      expect(touching({ field: 'Story Points' }, { field })).toEqual({ event: changed });
    },
  );

  it.each([
    ['that lost our label', { labels: ['backlog-q4'] }, { changelog: { items: [{ field: 'labels' }] } }],
    ['of which nothing tells what changed', { labels: ['holdfast'] }, { changelog: undefined }],
    ['of which a change cannot be read', { labels: ['holdfast'] }, { changelog: { items: [7] } }],
  ])('tells of one %s', (_, fields, more) => {
    expect(readJiraWebhook(webhook({ ...elsewhere, ...fields }, more), CONFIG)).toMatchObject({ event: changed });
  });
});

describe('a webhook with a quarter of a million changes', () => {
  const changelog = { items: Array.from({ length: 250_000 }, () => 0) };

  it('of an incident is read as far as its first 500', () => {
    let found: unknown;
    try {
      readJiraWebhook(webhook({}, { changelog }), CONFIG);
    } catch (error) {
      found = error;
    }
    expect(found instanceof z.ZodError && found.issues.length).toBe(500);
  });
});

const bugBecomesIncident = webhook(
  { statuscategorychangedate: '2026-11-10T10:00:00.000+0000' },
  { changelog: { items: [{ field: 'issuetype', fieldId: 'issuetype', from: '1', to: '2', toString: 'Incident' }] } },
);

/** Small webhooks that failed somewhere, where the folder is there. */
const folder = referenceData('cases/jira/');
const FROM_THE_FIELD = [
  ['webhook-closed-description-hidden', 'Incident Ticket Closed'],
  ['webhook-closed-data-center-assignee', 'Incident Ticket Closed'],
  ['webhook-reopened-without-resolution', 'Incident Ticket Reopened'],
  ['webhook-done-bug-becomes-incident', 'NoStatusChange'],
].flatMap(([name = '', told = '']): [string, unknown, string][] =>
  folder === undefined ? [] : [[name, parseJson(readFileSync(new URL(`${name}.json`, folder), 'utf8')), told]],
);

describe('a webhook from the field', () => {
  it.each([
    [
      'an issue that was done becomes an incident, which the sweep finds',
      bugBecomesIncident,
      'NoStatusChange',
    ] as const,
    ...FROM_THE_FIELD,
  ])('is read: %s', (_, body, told) => {
    const meaning = readJiraWebhook(body, CONFIG);
    expect('event' in meaning ? meaning.event.type : Object(meaning).ignored).toBe(told);
  });
});
