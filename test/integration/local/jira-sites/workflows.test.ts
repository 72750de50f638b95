import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { classicEnglish } from '../../../../local/jira-simulator/sites/classic-english.ts';
import { germanClassic } from '../../../../local/jira-simulator/sites/german-classic.ts';
import { lockedDownEnterprise } from '../../../../local/jira-simulator/sites/locked-down-enterprise.ts';
import { serviceManagement } from '../../../../local/jira-simulator/sites/service-management.ts';
import { teamManaged } from '../../../../local/jira-simulator/sites/team-managed.ts';
import { withoutResolution } from '../../../../local/jira-simulator/sites/without-resolution.ts';
import { problemsWithJira } from '../../../support/jira/jira-contract.ts';
import { adfOfWords, type SimulatedSite, startSite } from '../../../support/jira/simulated-site.ts';

const listSchema = z.object({
  transitions: z.array(
    z.looseObject({
      id: z.string(),
      fields: z.record(z.string(), z.looseObject({ required: z.boolean() })).optional(),
    }),
  ),
});

/** Ways out of where the issue is, each with the fields of its screen; a star marks those that it wants. */
async function waysOf({ call }: SimulatedSite, key: string) {
  const { body } = await call('GET', `/rest/api/3/issue/${key}/transitions?expand=transitions.fields`);
  return listSchema.parse(body).transitions.map(({ id, fields = {} }) => {
    const names = Object.entries(fields).map(([field, { required }]) => (required ? `${field}*` : field));
    return names.length === 0 ? id : `${id}: ${names.join(', ')}`;
  });
}

const move = ({ call }: SimulatedSite, key: string, id: string, more: object = {}) =>
  call('POST', `/rest/api/3/issue/${key}/transitions`, { transition: { id }, ...more });

const stand = ({ jira }: SimulatedSite, key: string) => {
  const issue = jira.issue(key);
  return [issue?.status.name, issue?.resolution?.name ?? null];
};

describe('the workflow of', () => {
  it('incidents on the classic English site wants a resolution, and clears it again', async () => {
    const site = await startSite(classicEnglish);
    const { key } = site.jira.createIssue({ project: 'SEC', issueType: 'Security Incident', summary: 'Leak' });
    await move(site, key, '4');
    const ways = await waysOf(site, key);
    const without = await move(site, key, '5');
    const withIt = await move(site, key, '5', { fields: { resolution: { name: 'Done' } } });
    const resolved = stand(site, key);
    const back = await move(site, key, '3');

    expect({
      ways,
      without: [without.status, without.body],
      statuses: [withIt.status, back.status],
      resolved,
      reopened: stand(site, key),
      offered: await waysOf(site, key),
    }).toEqual({
      ways: ['5: resolution*'],
      without: [400, { errorMessages: ['Field Resolution is required.'], errors: {} }],
      statuses: [204, 204],
      resolved: ['Resolved', 'Done'],
      reopened: ['Reopened', null],
      offered: ['4'],
    });
    expect(problemsWithJira(site.jira.requests())).toEqual([]);
  });

  it('a team-managed project sets the resolution itself and takes none', async () => {
    const site = await startSite(teamManaged);
    const { key } = site.jira.createIssue({ project: 'APP', summary: 'Fix' });
    const withOne = await move(site, key, '21', { fields: { resolution: { id: '10000' } } });
    const bare = await move(site, key, '21');

    expect({ withOne: [withOne.status, withOne.body], bare: bare.status, stand: stand(site, key) }).toEqual({
      withOne: [
        400,
        {
          errorMessages: [],
          errors: {
            resolution: "Field 'resolution' cannot be set. It is not on the appropriate screen, or unknown.",
          },
        },
      ],
      bare: 204,
      stand: ['Done', 'Done'],
    });
  });

  it('the German site lets an issue be done without a resolution', async () => {
    const site = await startSite(germanClassic);
    const { key } = site.jira.createIssue({ project: 'NET', issueType: 'Aufgabe', summary: 'Fix' });
    const moved = await move(site, key, '31');

    expect([moved.status, stand(site, key)]).toEqual([204, ['Fertig', null]]);
  });

  it('the service desk has no way out of closed', async () => {
    const site = await startSite(serviceManagement);
    const { key } = site.jira.createIssue({ project: 'SUP', issueType: '[System] Incident', summary: 'Outage' });
    await move(site, key, '761', {
      fields: { resolution: { name: 'Done' } },
      update: { comment: [{ add: { body: adfOfWords('Restarted.') } }] },
    });
    const resolved = await waysOf(site, key);
    await move(site, key, '931');

    expect([resolved, stand(site, key), await waysOf(site, key)]).toEqual([['781', '931'], ['Closed', 'Done'], []]);
  });

  it('the enterprise wants words at every step, hides what is for auditors, and keeps the resolution', async () => {
    const site = await startSite(lockedDownEnterprise);
    const { key } = site.jira.createIssue({ project: 'SEC', issueType: 'Security Incident', summary: 'Leak' });
    const first = await waysOf(site, key);
    const wordless = await move(site, key, '41');
    await move(site, key, '41', { fields: { customfield_10061: 'A key in a log' } });
    const remediated = await waysOf(site, key);
    const hidden = await move(site, key, '61');
    await move(site, key, '71', { fields: { customfield_10062: 'It leaked again' } });

    expect({ first, wordless: wordless.body, remediated, hidden: hidden.status, stand: stand(site, key) }).toEqual({
      first: ['21', '41: customfield_10061*', '51: customfield_10063*'],
      wordless: { errorMessages: ['Field Root cause is required.'], errors: {} },
      remediated: ['71: customfield_10062*'],
      hidden: 400,
      stand: ['In Treatment', 'Done'],
    });
    expect(problemsWithJira(site.jira.requests())).toEqual([]);
  });

  it('the site without resolutions begins in no category, loops, and ends where nothing is edited', async () => {
    const site = await startSite(withoutResolution);
    const { key } = site.jira.createIssue({ project: 'WEB', summary: 'Fix' });
    const { body } = await site.call('GET', `/rest/api/3/issue/${key}?fields=status,resolution`);
    for (const id of ['11', '91', '21', '41']) await move(site, key, id);
    const edit = await site.answer('PUT', `/rest/api/3/issue/${key}`, { fields: { summary: 'Other' } });

    expect({ body, stand: stand(site, key), ways: await waysOf(site, key), edit }).toEqual({
      body: expect.objectContaining({
        fields: {
          status: expect.objectContaining({
            statusCategory: expect.objectContaining({ id: 1, key: 'undefined', name: 'No Category' }),
          }),
        },
      }),
      stand: ['Verified', null],
      ways: [],
      edit: {
        status: 400,
        body: {
          errorMessages: [],
          errors: { summary: "Field 'summary' cannot be set. It is not on the appropriate screen, or unknown." },
        },
      },
    });
    expect(problemsWithJira(site.jira.requests())).toEqual([]);
  });

  it.each([
    ['no identifier', {}, "Missing 'transition' identifier"],
    ['none', { transition: { id: null } }, "'transition' identifier must be an integer"],
    ['one of another workflow', { transition: { id: '701' } }, "Transition id '701' is not valid for this issue."],
  ])('a task refuses %s', async (_what, body, message) => {
    const site = await startSite(classicEnglish);
    const { key } = site.jira.createIssue({ project: 'PLAT', summary: 'Fix' });

    expect(await site.answer('POST', `/rest/api/3/issue/${key}/transitions`, body)).toEqual({
      status: 400,
      body: { errorMessages: [message], errors: {} },
    });
  });
});
