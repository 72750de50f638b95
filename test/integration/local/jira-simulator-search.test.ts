import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import * as z from 'zod';
import {
  type JiraSimulator,
  type JiraSimulatorOptions,
  startJiraSimulator,
} from '../../../local/jira-simulator/simulator.ts';
import { defaultCatalogue } from '../../../local/jira-simulator/site/catalogue.ts';

const resultSchema = z.object({
  issues: z.array(z.looseObject({ key: z.string() })).default([]),
  errorMessages: z.array(z.string()).default([]),
});

describe('search in the Jira simulator', () => {
  let now: Date;
  let jira: JiraSimulator;

  async function start(options: Partial<JiraSimulatorOptions> = {}) {
    now = new Date('2026-11-21T10:00:00.000Z');
    jira = await startJiraSimulator({ webhookSecret: 'secret', clock: () => now, ...options });
  }
  beforeEach(() => start());
  afterEach(() => jira.close());

  async function search(jql: string, more: object = {}) {
    const { email, apiToken } = jira.credentials;
    const response = await fetch(`${jira.url}/rest/api/3/search/jql`, {
      method: 'POST',
      headers: {
        authorization: `Basic ${Buffer.from(`${email}:${apiToken}`).toString('base64')}`,
        'content-type': 'application/json',
      },
      body: JSON.stringify({ jql, fields: ['summary'], ...more }),
    });
    const { issues, errorMessages } = resultSchema.parse(await response.json());
    return response.ok ? issues.map(({ key }) => key) : [response.status, ...errorMessages];
  }

  function fill() {
    jira.createIssue({ project: 'SEC', issueType: 'Security Incident', summary: 'One', labels: ['tlp-red'] });
    now = new Date('2026-11-21T11:00:00.000Z');
    jira.createIssue({ project: 'PLAT', summary: 'Two', labels: ['holdfast', 'holdfast-r2'] });
    now = new Date('2026-11-21T12:00:00.000Z');
    jira.createIssue({ project: 'PLAT', issueType: 'Bug', summary: 'Three', labels: ['holdfast'] });
    jira.transition('SEC-1', 'Done');
  }

  it.each([
    ['project = SEC', ['SEC-1']],
    ['project in (SEC, "Platform Engineering") ORDER BY created', ['SEC-1', 'PLAT-1', 'PLAT-2']],
    ['project != SEC ORDER BY key DESC', ['PLAT-2', 'PLAT-1']],
    ['issuetype in ("Security Incident", Bug) ORDER BY key asc', ['SEC-1', 'PLAT-2']],
    ["type = 'Task'", ['PLAT-1']],
    ['labels = holdfast AND labels = "holdfast-r2"', ['PLAT-1']],
    ['labels not in (holdfast)', ['SEC-1']],
    ['status = done and project = sec', ['SEC-1']],
    ['statusCategory = Done', ['SEC-1']],
    ['statusCategory != Done ORDER BY updated DESC, key', ['PLAT-2', 'PLAT-1']],
    ['key in (PLAT-2, sec-1) ORDER BY key', ['SEC-1', 'PLAT-2']],
    ['id = 10001', ['PLAT-1']],
    ['updated >= "2026/11/21 12:00" ORDER BY key', ['SEC-1', 'PLAT-2']],
    ['updated < "2026-11-21 12:00"', ['PLAT-1']],
    ['updated >= -30m ORDER BY key', ['SEC-1', 'PLAT-2']],
    ['updated >= "-1h" AND updated <= now() ORDER BY key', ['SEC-1', 'PLAT-1', 'PLAT-2']],
    [`created > ${Date.parse('2026-11-21T11:00:00Z')}`, ['PLAT-2']],
    ['created <= 2026-11-20', []],
  ])('%s', async (jql, keys) => {
    fill();

    expect(await search(jql)).toEqual(keys);
  });

  it.each([
    ['', 'Unbounded JQL queries are not allowed here. Please add a search restriction to your query.'],
    ['ORDER BY key', 'Unbounded JQL queries are not allowed here. Please add a search restriction to your query.'],
    ['sprint = 4', "Error in the JQL Query: Field 'sprint' does not exist or is not simulated."],
    ['project = SEC OR', 'Error in the JQL Query: Expecting a field name but got the end of the query.'],
    ['project ~ SEC', "Error in the JQL Query: Operator '~' is not simulated."],
    ['project =', 'Error in the JQL Query: Expecting a value but got the end of the query.'],
    ['project in SEC', "Error in the JQL Query: Expecting '(' after 'in'."],
    ['project = "SEC', 'Error in the JQL Query: Cannot read the query from character 10.'],
    ['updated >= startOfDay()', "Error in the JQL Query: Function 'startOfDay' is not simulated."],
    ['project = SEC ORDER BY rank', "Error in the JQL Query: Ordering by 'rank' is not simulated."],
    ['project = NOPE', "The value 'NOPE' does not exist for the field 'project'."],
    ['key in (SEC-1, SEC-99)', "An issue with key 'SEC-99' does not exist for field 'key'."],
    ['labels > holdfast', "The operator '>' is not supported by the 'labels' field."],
  ])('refuses %j', async (jql, message) => {
    fill();

    expect(await search(jql)).toEqual([400, message]);
  });

  it('reads a date in the time zone of the caller', async () => {
    await jira.close();
    const users = defaultCatalogue.users.map((user) => ({ ...user, timeZone: 'America/New_York' }));
    await start({ users });
    jira.createIssue({ project: 'PLAT', summary: 'At five in the morning in New York' });

    expect([await search('updated >= "2026/11/21 05:00"'), await search('updated >= "2026/11/21 05:01"')]).toEqual([
      ['PLAT-1'],
      [],
    ]);
  });

  it('sees a change only when the index has caught up, unless asked to reconcile the issue', async () => {
    await jira.close();
    await start({ indexLagMs: 30_000 });
    const { id, key } = jira.createIssue({ project: 'PLAT', summary: 'New' });
    const before = await search('project = PLAT');
    const reconciled = await search('project = PLAT', { reconcileIssues: [Number(id)] });
    now = new Date('2026-11-21T10:00:30.000Z');
    jira.transition(key, 'Done');
    const caughtUp = await search('project = PLAT');
    const stale = await search('project = PLAT AND status = "To Do"');
    jira.deleteIssue(key);
    const ghost = await search('project = PLAT');
    now = new Date('2026-11-21T10:01:00.000Z');

    expect({ before, reconciled, caughtUp, stale, ghost, after: await search('project = PLAT') }).toEqual({
      before: [],
      reconciled: ['PLAT-1'],
      caughtUp: ['PLAT-1'],
      stale: ['PLAT-1'],
      ghost: ['PLAT-1'],
      after: [],
    });
  });

  it('lets a fault make the index lag for a while', async () => {
    const fault = jira.faults.add({ kind: 'index-lag', lagMs: 60_000 });
    jira.createIssue({ project: 'PLAT', summary: 'New' });
    const during = await search('project = PLAT');
    jira.faults.remove(fault);

    expect([during, await search('project = PLAT')]).toEqual([[], ['PLAT-1']]);
  });

  it('refuses the page token of another query', async () => {
    fill();
    const token = Buffer.from(JSON.stringify({ startAt: 1, jql: 'project = SEC' })).toString('base64url');

    expect([
      await search('project = SEC', { nextPageToken: token }),
      await search('project = PLAT', { nextPageToken: token }),
      await search('project = PLAT', { nextPageToken: 'made-up' }),
    ]).toEqual([
      [],
      [400, 'The provided next page token is invalid.'],
      [400, 'The provided next page token is invalid.'],
    ]);
  });
});
