import { describe, expect, it } from 'vitest';
import { classicEnglish } from '../../../../local/jira-simulator/sites/classic-english.ts';
import { germanClassic } from '../../../../local/jira-simulator/sites/german-classic.ts';
import { lockedDownEnterprise } from '../../../../local/jira-simulator/sites/locked-down-enterprise.ts';
import { serviceManagement } from '../../../../local/jira-simulator/sites/service-management.ts';
import { teamManaged } from '../../../../local/jira-simulator/sites/team-managed.ts';
import { withoutResolution } from '../../../../local/jira-simulator/sites/without-resolution.ts';
import { problemsWithJira } from '../../../support/jira/jira-contract.ts';
import { adfOfWords, startSite } from '../../../support/jira/simulated-site.ts';

const offScreen = (field: string) => `Field '${field}' cannot be set. It is not on the appropriate screen, or unknown.`;
const mia = { accountId: '712020:mia' };
const everything = {
  summary: 'Rotate the keys',
  description: adfOfWords('All of them.'),
  priority: { name: 'High' },
  labels: ['holdfast'],
  duedate: '2026-12-01',
};

/** Fields of a work ticket that are enough, and what is refused of the fields that the product sends everywhere. */
const sites = [
  { site: classicEnglish, base: { project: { key: 'PLAT' }, issuetype: { name: 'Task' } }, enough: {}, refused: {} },
  {
    site: teamManaged,
    base: { project: { key: 'APP' }, issuetype: { name: 'Task' } },
    enough: {},
    refused: { priority: offScreen('priority'), duedate: offScreen('duedate') },
  },
  {
    site: germanClassic,
    base: { project: { key: 'NET' }, issuetype: { name: 'Aufgabe' } },
    enough: {},
    refused: { priority: 'Die ausgewählte Priorität ist ungültig.' },
  },
  {
    site: serviceManagement,
    base: { project: { key: 'ENG' }, issuetype: { name: 'Task' } },
    enough: { description: adfOfWords('All of them.') },
    refused: { priority: 'The priority selected is invalid.', duedate: offScreen('duedate') },
  },
  {
    site: lockedDownEnterprise,
    base: { project: { key: 'SEC' }, issuetype: { name: 'Remediation' } },
    enough: { components: [{ id: '10040' }], customfield_10050: { value: 'Public' }, customfield_10051: 12 },
    refused: {
      priority: offScreen('priority'),
      labels: offScreen('labels'),
      customfield_10050: 'Data classification is required.',
      customfield_10051: 'Cost centre is required.',
    },
  },
  {
    site: withoutResolution,
    base: { project: { key: 'WEB' }, issuetype: { name: 'Task' } },
    enough: { assignee: mia },
    refused: {
      description: offScreen('description'),
      duedate: offScreen('duedate'),
      assignee: 'Issues must be assigned.',
    },
  },
];

describe.each(sites.map((each) => [each.site.name, each] as const))('a ticket on the site "%s"', (_name, each) => {
  const { site, base, enough, refused } = each;

  it('is refused field by field where this project is not like the default one', async () => {
    const { jira, create } = await startSite(site);
    const { status, body } = await create({ ...base, ...everything });
    const isTaken = Object.keys(refused).length === 0;
    expect({ status, body }).toEqual(
      isTaken
        ? { status: 201, body: expect.objectContaining({ key: 'PLAT-1' }) }
        : { status: 400, body: { errorMessages: [], errors: refused } },
    );
    expect(problemsWithJira(jira.requests())).toEqual([]);
  });

  it('is made of what the screen wants, and shows what this type has and no more', async () => {
    const { jira, call, created } = await startSite(site);
    const key = await created({ ...base, summary: 'Rotate the keys', ...enough });
    const { status, body } = await call('GET', `/rest/api/3/issue/${key}`);
    const type = site.projects.find(({ project }) => key.startsWith(`${project.key}-`))?.types[0];
    expect({ status, body }).toEqual({ status: 200, body: expect.objectContaining({ key }) });
    expect(fieldsIn(body).filter((field) => type?.hidden.includes(field))).toEqual([]);
    expect(problemsWithJira(jira.requests())).toEqual([]);
  });

  it('is told of by create metadata: every field that it must have but those of validators', async () => {
    const { jira, call } = await startSite(site);
    const project = site.projects.find((described) => described.project.key === base.project.key);
    const type = project?.types.find(({ issueTypeId }) =>
      site.catalogue.issueTypes.some(({ id, name }) => id === issueTypeId && name === base.issuetype.name),
    );
    const { body } = await call(
      'GET',
      `/rest/api/3/issue/createmeta/${base.project.key}/issuetypes/${type?.issueTypeId}?maxResults=200`,
    );
    expect(requiredIn(body).toSorted()).toEqual(
      [
        'project',
        'issuetype',
        ...Object.entries(type?.create ?? {}).flatMap(([id, rule]) => (rule === 'required' ? [id] : [])),
      ].toSorted(),
    );
    expect(problemsWithJira(jira.requests())).toEqual([]);
  });
});

describe('the order of complaints', () => {
  it('is the project alone, then the type alone, then all fields, and last the validators', async () => {
    const { create } = await startSite(lockedDownEnterprise);
    const [first, second, third, fourth] = [
      await create({ project: { key: 'NOPE' }, issuetype: { name: 'Nope' } }),
      await create({ project: { key: 'SEC' }, issuetype: { name: 'Nope' } }),
      await create({ project: { key: 'SEC' }, issuetype: { name: 'Remediation' }, assignee: mia }),
      await create({
        project: { key: 'SEC' },
        issuetype: { name: 'Remediation' },
        summary: 'Rotate the keys',
        customfield_10050: { id: '10501' },
        customfield_10051: 12,
      }),
    ];
    expect([first, second, third, fourth].map(({ status, body }) => ({ status, body }))).toEqual([
      { status: 400, body: { errorMessages: [], errors: { project: 'Specify a valid project ID or key' } } },
      { status: 400, body: { errorMessages: [], errors: { issuetype: 'The issue type selected is invalid.' } } },
      {
        status: 400,
        body: {
          errorMessages: [],
          errors: {
            assignee: offScreen('assignee'),
            summary: 'You must specify a summary of the issue.',
            customfield_10050: 'Data classification is required.',
            customfield_10051: 'Cost centre is required.',
          },
        },
      },
      { status: 400, body: { errorMessages: ['Please provide Component'], errors: {} } },
    ]);
  });

  it.each([
    ['a type of the same name that another project has', { issuetype: { id: '10112' } }, 'issuetype'],
    ['an unknown option', { customfield_10151: { value: 'Absurd' } }, 'customfield_10151'],
    ['a field of another project', { customfield_10140: { value: 'High' } }, 'customfield_10140'],
  ])('names the field of %s', async (_what, fields, field) => {
    const { create } = await startSite(teamManaged);
    const { status, body } = await create({
      project: { key: 'APP' },
      issuetype: { id: '10122' },
      summary: 'Rotate the keys',
      ...fields,
    });
    expect({ status, body }).toEqual({
      status: 400,
      body: { errorMessages: [], errors: { [field]: expect.any(String) } },
    });
  });

  it('finds a project by the key that it had before it was renamed', async () => {
    const { call, create } = await startSite(classicEnglish);
    const { status, body } = await create({ project: { key: 'OLD' }, issuetype: { name: 'Task' }, summary: 'Fix' });
    expect({ status, body }).toEqual({ status: 201, body: expect.objectContaining({ key: 'PLAT-1' }) });
    expect((await call('GET', '/rest/api/3/issue/OLD-1')).body).toMatchObject({ key: 'PLAT-1' });
  });

  it('gives no work to a customer', async () => {
    const { create } = await startSite(classicEnglish);
    const task = { project: { key: 'PLAT' }, issuetype: { name: 'Task' }, summary: 'Fix' };
    const { status, body } = await create({ ...task, assignee: { accountId: 'qm:cust' } });
    expect({ status, body }).toEqual({
      status: 400,
      body: { errorMessages: [], errors: { assignee: "User 'qm:cust' cannot be assigned issues." } },
    });
  });

  it('wants a parent in the same project for a sub-task', async () => {
    const { create, created } = await startSite(classicEnglish);
    const task = await created({ project: { key: 'IAM' }, issuetype: { name: 'Task' }, summary: 'Fix' });
    const subTask = { project: { key: 'PLAT' }, issuetype: { name: 'Sub-task' }, summary: 'Part' };
    const bodies = [await create(subTask), await create({ ...subTask, parent: { key: task } })].map(({ body }) => body);
    expect(bodies).toEqual([
      { errorMessages: [], errors: { parent: 'Issue type is a sub-task but parent issue key or id not specified.' } },
      { errorMessages: [], errors: { parent: 'Sub-tasks must be created in the same project as the parent.' } },
    ]);
  });
});

function fieldsIn(body: unknown): string[] {
  const { fields } = Object(body);
  return Object.keys(Object(fields));
}

function requiredIn(body: unknown): string[] {
  const { fields } = Object(body);
  if (!Array.isArray(fields)) throw new Error('The answer has no list of fields.');
  return fields.flatMap(({ fieldId, required }) => (required === true ? [String(fieldId)] : []));
}
