import {
  addComment,
  bulkFetchIssues,
  createIssue,
  createIssues,
  createOrUpdateRemoteIssueLink,
  deleteIssue,
  doTransition,
  editIssue,
  getChangeLogs,
  getComments,
  getCurrentUser,
  getIssue,
  getIssueLinkTypes,
  getIssueProperty,
  getIssuePropertyKeys,
  getProject,
  getRemoteIssueLinks,
  getServerInfo,
  getTransitions,
  linkIssues,
  searchAndReconsileIssuesUsingJql,
  searchAndReconsileIssuesUsingJqlPost,
  searchPriorities,
  setIssueProperty,
} from 'jira.js/cloud';
import { createClient } from 'jira.js/core';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type JiraSimulator, startJiraSimulator } from '../../../local/jira-simulator/simulator.ts';
import { problemsWithJira } from '../../support/jira/jira-contract.ts';

const document = (text: string) => ({
  type: 'doc' as const,
  version: 1,
  content: [{ type: 'paragraph', content: [{ type: 'text', text }] }],
});
const task = (summary: string, more: Record<string, unknown> = {}) => ({
  fields: { project: { key: 'PLAT' }, issuetype: { name: 'Task' }, summary, ...more },
});

describe('the Jira simulator, called through jira.js', () => {
  let now: Date;
  let jira: JiraSimulator;
  let client: ReturnType<typeof createClient>;

  beforeEach(async () => {
    now = new Date('2026-11-21T10:00:00.000Z');
    jira = await startJiraSimulator({
      webhookSecret: 'secret',
      clock: () => now,
      customFields: [{ id: 'customfield_10050', name: 'Post-mortem' }],
    });
    client = createClient({
      host: jira.url,
      auth: { type: 'basic', ...jira.credentials },
      onSchemaMismatch: 'throw',
    });
  });

  // Whatever a test does to the API is also held against descriptions of it.
  afterEach(async () => {
    await jira.close();
    expect(problemsWithJira(jira.requests())).toEqual([]);
  });

  it('creates an issue with its properties and shows it', async () => {
    const created = await createIssue(client, {
      ...task('Rotate the keys', {
        description: document('Every key older than a day.'),
        labels: ['holdfast', 'a-label'],
        duedate: '2026-12-01',
        priority: { name: 'High' },
        assignee: { accountId: '712020:amara' },
      }),
      properties: [{ key: 'holdfast.remediation', value: { id: 'R1' } }],
    });
    const issue = await getIssue(client, {
      issueIdOrKey: created.key,
      fields: ['summary', 'labels', 'duedate', 'created', 'resolution', 'description', 'assignee'],
      properties: ['holdfast.remediation'],
    });

    expect({ created, issue }).toMatchObject({
      created: { id: '10000', key: 'PLAT-1', self: `${jira.url}/rest/api/3/issue/10000` },
      issue: {
        id: '10000',
        key: 'PLAT-1',
        properties: { 'holdfast.remediation': { id: 'R1' } },
        fields: {
          summary: 'Rotate the keys',
          labels: ['a-label', 'holdfast'],
          duedate: '2026-12-01',
          created: '2026-11-21T10:00:00.000+0000',
          resolution: null,
          description: document('Every key older than a day.'),
          assignee: expect.not.objectContaining({ emailAddress: expect.anything() }),
        },
      },
    });
  });

  it('names every field that stops a creation', async () => {
    const refusal = createIssue(client, {
      fields: {
        project: { key: 'NOPE' },
        issuetype: { name: 'Epic' },
        labels: ['two words'],
        priority: { name: 'Urgent' },
        duedate: 'tomorrow',
        assignee: { accountId: '712020:lee' },
        components: [{ name: 'api' }],
      },
    });

    await expect(refusal).rejects.toMatchObject({
      status: 400,
      body: {
        errorMessages: [],
        errors: {
          project: 'Specify a valid project ID or key',
          issuetype: 'Specify a valid issue type',
          summary: 'You must specify a summary of the issue.',
          labels: "The label 'two words' contains spaces which is invalid.",
          priority: 'The priority selected is invalid.',
          duedate: 'Error parsing date string: tomorrow. Expected format: yyyy-MM-dd',
          assignee: "User '712020:lee' cannot be assigned issues.",
          components: "Field 'components' cannot be set. It is not on the appropriate screen, or unknown.",
        },
      },
    });
  });

  it('creates what it can of a bulk and says by number what failed', async () => {
    const { issues, errors } = await createIssues(client, {
      issueUpdates: [task('One'), task('Two', { labels: ['two words'] }), task('Three')],
    });

    expect({ keys: issues?.map(({ key }) => key), errors }).toEqual({
      keys: ['PLAT-1', 'PLAT-2'],
      errors: [
        {
          status: 400,
          failedElementNumber: 1,
          elementErrors: {
            errorMessages: [],
            errors: { labels: "The label 'two words' contains spaces which is invalid." },
          },
        },
      ],
    });
  });

  it('refuses a bulk of which nothing can be created, and one of more than 50', async () => {
    const bulk = (issueUpdates: Parameters<typeof createIssues>[1]['issueUpdates']) =>
      createIssues(client, { issueUpdates }).catch(({ status }) => status);

    expect([
      await bulk([{ fields: {} }]),
      await bulk(Array.from({ length: 51 }, (_, number) => task(`Issue ${number}`))),
      jira.issues(),
    ]).toEqual([400, 400, []]);
  });

  it('edits fields, adds and removes labels, and keeps the history of it', async () => {
    const { key } = await createIssue(client, task('Before', { labels: ['old'] }));
    await editIssue(client, {
      issueIdOrKey: key,
      fields: { summary: 'After' },
      update: { labels: [{ add: 'new' }, { remove: 'old' }], comment: [{ add: { body: document('Why') } }] },
    });
    const changes = await getChangeLogs(client, { issueIdOrKey: key });
    const issue = await getIssue(client, { issueIdOrKey: key, expand: 'changelog' });

    const history = {
      id: '10001',
      author: { displayName: 'Holdfast' },
      created: now,
      items: [
        {
          field: 'summary',
          fieldtype: 'jira',
          fieldId: 'summary',
          from: null,
          fromString: 'Before',
          to: null,
          toString: 'After',
        },
        {
          field: 'labels',
          fieldtype: 'jira',
          fieldId: 'labels',
          from: null,
          fromString: 'old',
          to: null,
          toString: 'new',
        },
      ],
    };
    expect({ changes, embedded: issue.changelog }).toMatchObject({
      changes: { startAt: 0, maxResults: 100, total: 1, isLast: true, values: [history] },
      embedded: { histories: [history] },
    });
  });

  it('keeps the custom fields that the site has', async () => {
    const { key } = await createIssue(client, task('Fix', { customfield_10050: 'PM1' }));
    await editIssue(client, { issueIdOrKey: key, fields: { customfield_10050: 'PM2' } });
    const unknown = editIssue(client, { issueIdOrKey: key, fields: { customfield_10051: 'PM3' } });

    expect({
      refused: await unknown.catch(({ status }) => status),
      kept: (await getIssue(client, { issueIdOrKey: key, fields: ['customfield_10050'] })).fields,
      items: jira.issue(key)?.histories.flatMap(({ items }) => items),
    }).toMatchObject({
      refused: 400,
      kept: { customfield_10050: 'PM2' },
      items: [{ field: 'Post-mortem', fieldtype: 'custom', fieldId: 'customfield_10050' }],
    });
  });

  it('leaves no history behind when an edit changes nothing', async () => {
    const { key } = await createIssue(client, task('Same'));
    now = new Date('2026-11-22T10:00:00.000Z');
    await editIssue(client, { issueIdOrKey: key, fields: { summary: 'Same' } });

    expect(jira.issue(key)).toMatchObject({ histories: [], updatedAt: new Date('2026-11-21T10:00:00.000Z') });
  });

  it('resolves an issue that enters done and reopens one that leaves it', async () => {
    const { key } = await createIssue(client, task('Fix'));
    const read = async () => {
      const { fields } = await getIssue(client, { issueIdOrKey: key });
      return [fields?.status.name, fields?.resolution?.name, fields?.resolutiondate, fields?.statuscategorychangedate];
    };
    const move = async (name: string, more: object = {}) => {
      const { transitions } = await getTransitions(client, { issueIdOrKey: key });
      const id = transitions?.find(({ to }) => to?.name === name)?.id;
      await doTransition(client, { issueIdOrKey: key, transition: { id: id ?? 'none' }, ...more });
      return await read();
    };

    now = new Date('2026-11-21T11:00:00.000Z');
    const done = await move('Done', { fields: { resolution: { name: "Won't Do" } } });
    now = new Date('2026-11-21T12:00:00.000Z');
    const reopened = await move('To Do', { update: { comment: [{ add: { body: document('It came back') } }] } });

    expect({ done, reopened, comments: jira.issue(key)?.comments.map(({ body }) => body) }).toEqual({
      done: ['Done', "Won't Do", '2026-11-21T11:00:00.000+0000', '2026-11-21T11:00:00.000+0000'],
      reopened: ['To Do', undefined, null, '2026-11-21T12:00:00.000+0000'],
      comments: [document('It came back')],
    });
  });

  it('refuses a transition to the status that the issue is in', async () => {
    const { key } = await createIssue(client, task('Fix'));
    const refusal = doTransition(client, { issueIdOrKey: key, transition: { id: '11' } });

    await expect(refusal).rejects.toMatchObject({
      status: 400,
      body: { errorMessages: ["Transition id '11' is not valid for this issue."], errors: {} },
    });
  });

  it('keeps comments with their properties, newest first on request', async () => {
    const { key } = await createIssue(client, task('Fix'));
    const properties = [{ key: 'holdfast.evidence', value: { check: 'C1' } }];
    await addComment(client, { issueIdOrKey: key, body: document('First'), properties });
    await addComment(client, { issueIdOrKey: key, body: document('Second') });
    const page = await getComments(client, {
      issueIdOrKey: key,
      expand: 'properties',
      orderBy: '-created',
      startAt: 0,
      maxResults: 10,
    });

    expect(page).toMatchObject({
      total: 2,
      comments: [
        { body: document('Second'), properties: [] },
        { body: document('First'), properties },
      ],
    });
  });

  it('keeps one remote link for each global id', async () => {
    const { key } = await createIssue(client, task('Fix'));
    const put = (title: string) =>
      createOrUpdateRemoteIssueLink(client, {
        issueIdOrKey: key,
        globalId: 'holdfast=PM1',
        object: { title, url: 'https://holdfast.example.com/PM1' },
      });
    await put('Old title');
    await put('New title');
    const link = {
      id: 10_000,
      self: `${jira.url}/rest/api/3/issue/PLAT-1/remotelink/10000`,
      globalId: 'holdfast=PM1',
      application: {},
      object: { title: 'New title', url: 'https://holdfast.example.com/PM1' },
    };

    expect({
      all: await getRemoteIssueLinks(client, { issueIdOrKey: key }),
      one: await getRemoteIssueLinks(client, { issueIdOrKey: key, globalId: 'holdfast=PM1' }),
      statuses: jira
        .requests()
        .flatMap(({ path, method, status }) => (method === 'POST' && path.endsWith('/remotelink') ? [status] : [])),
    }).toEqual({ all: [link], one: link, statuses: [201, 200] });
  });

  it('keeps properties for programs without touching the time of the last update', async () => {
    const { key } = await createIssue(client, task('Fix'));
    now = new Date('2026-11-22T10:00:00.000Z');
    await setIssueProperty(client, { issueIdOrKey: key, propertyKey: 'holdfast', body: { id: 'R1' } });

    const { keys } = await getIssuePropertyKeys(client, { issueIdOrKey: key });

    expect({
      keys: keys?.map((property) => property.key),
      property: await getIssueProperty(client, { issueIdOrKey: key, propertyKey: 'holdfast' }),
      updatedAt: jira.issue(key)?.updatedAt,
    }).toEqual({
      keys: ['holdfast'],
      property: { key: 'holdfast', value: { id: 'R1' } },
      updatedAt: new Date('2026-11-21T10:00:00.000Z'),
    });
  });

  it('links two issues so that each tells its end of it', async () => {
    const fix = await createIssue(client, task('Fix'));
    const incident = jira.createIssue({ project: 'SEC', issueType: 'Security Incident', summary: 'Leak' });
    await linkIssues(client, {
      type: { name: 'Blocks' },
      inwardIssue: { key: fix.key },
      outwardIssue: { key: incident.key },
    });
    const links = async (key: string) =>
      (await getIssue(client, { issueIdOrKey: key, fields: ['issuelinks'] })).fields?.issuelinks;

    expect([await links(fix.key), await links(incident.key)]).toMatchObject([
      [{ type: { outward: 'blocks' }, outwardIssue: { key: 'SEC-1' } }],
      [{ type: { inward: 'is blocked by' }, inwardIssue: { key: 'PLAT-1' } }],
    ]);
  });

  it('fetches a hundred issues a call and says nothing of those that are gone or hidden', async () => {
    const [kept, moved, deleted, hidden] = await Promise.all(
      ['Kept', 'Moved', 'Deleted', 'Hidden'].map((summary) => createIssue(client, task(summary))),
    );
    if (!kept || !moved || !deleted || !hidden) throw new Error('Four issues were created.');
    jira.moveIssue(moved.key, 'IAM');
    jira.hideIssue(hidden.key);
    await deleteIssue(client, { issueIdOrKey: deleted.key });
    const { issues, issueErrors } = await bulkFetchIssues(client, {
      issueIdsOrKeys: [kept.key, moved.key, deleted.key, hidden.key],
      fields: ['status'],
    });
    const tooMany = bulkFetchIssues(client, { issueIdsOrKeys: Array.from({ length: 101 }, (_, at) => `PLAT-${at}`) });

    expect({
      keys: issues?.map(({ key }) => key).sort(),
      issueErrors,
      tooMany: await tooMany.catch(({ status }) => status),
    }).toEqual({ keys: ['IAM-1', kept.key].sort(), issueErrors: [], tooMany: 400 });
  });

  it('searches page by page, with ids alone unless fields are asked for', async () => {
    await createIssues(client, { issueUpdates: ['A', 'B', 'C'].map((summary) => task(summary, { labels: ['x'] })) });
    const jql = 'project = PLAT AND labels = x ORDER BY key ASC';
    const first = await searchAndReconsileIssuesUsingJql(client, {
      jql,
      maxResults: 2,
      fields: ['summary'],
      expand: 'changelog',
      properties: ['holdfast'],
    });
    const second = await searchAndReconsileIssuesUsingJqlPost(client, {
      jql,
      maxResults: 2,
      ...(first.nextPageToken && { nextPageToken: first.nextPageToken }),
    });

    expect([first, second]).toMatchObject([
      { isLast: false, issues: [{ key: 'PLAT-1', fields: { summary: 'A' } }, { key: 'PLAT-2' }] },
      { isLast: true, issues: [{ id: '10002' }] },
    ]);
  });

  it('tells who calls, which site this is, and what it offers', async () => {
    const [user, server, project, priorities, linkTypes] = await Promise.all([
      getCurrentUser(client),
      getServerInfo(client),
      getProject(client, { projectIdOrKey: 'PLAT' }),
      searchPriorities(client),
      getIssueLinkTypes(client),
    ]);

    expect({
      user: user.emailAddress,
      server: server.deploymentType,
      project: project.issueTypes?.map(({ name }) => name),
      priorities: priorities.values.map(({ id, name }) => [id, name]),
      linkTypes: linkTypes.issueLinkTypes?.map(({ name }) => name),
    }).toEqual({
      user: 'holdfast@example.com',
      server: 'Cloud',
      project: ['Security Incident', 'Task', 'Bug'],
      priorities: [
        ['1', 'Highest'],
        ['2', 'High'],
        ['3', 'Medium'],
        ['4', 'Low'],
        ['5', 'Lowest'],
      ],
      linkTypes: ['Blocks', 'Cloners', 'Duplicate', 'Relates'],
    });
  });

  it.each([
    ['half of a surrogate pair', 'Rotate \ud83d the keys', '\\ud83d'],
    ['a NUL', 'Rotate \u0000 the keys', '\\u0000'],
  ])('answers 400 to %s in any text', async (_what, words, named) => {
    const refused = (call: Promise<unknown>) => call.catch(({ status, body }) => [status, body.errorMessages]);
    const answer = [400, [`The request contains the character ${named}, which cannot be kept.`]];
    expect([
      await refused(createIssue(client, task(words))),
      await refused(createIssue(client, task('Rotate the keys', { description: document(words) }))),
    ]).toEqual([answer, answer]);
  });

  it('answers 401 without the right token and 404 for what is not there', async () => {
    const stranger = createClient({
      host: jira.url,
      auth: { type: 'basic', email: jira.credentials.email, apiToken: 'wrong' },
    });
    const refused = (call: Promise<unknown>) => call.catch(({ status, body }) => [status, body.errorMessages]);

    expect([
      await refused(getCurrentUser(stranger)),
      await refused(getIssue(client, { issueIdOrKey: 'PLAT-99' })),
      await refused(getProject(client, { projectIdOrKey: 'NOPE' })),
      await refused(getIssueProperty(client, { issueIdOrKey: 'PLAT-99', propertyKey: 'x' })),
    ]).toEqual([
      [401, ['Client must be authenticated to access this resource.']],
      [404, ['Issue does not exist or you do not have permission to see it.']],
      [404, ["No project could be found with key 'NOPE'."]],
      [404, ['Issue does not exist or you do not have permission to see it.']],
    ]);
  });
});
