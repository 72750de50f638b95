import { afterEach, expect, it } from 'vitest';
import type { RecordView } from '../../../shared/api/routes/record-answer.ts';
import type { HoldfastConfigInput } from '../../../shared/domain/policy/policy.ts';
import { isTicketed } from '../../../shared/domain/remediation/remediation.ts';
import type { Person } from '../../../shared/domain/words/person.ts';
import { apiOf } from '../../support/api/api.ts';
import { ANYTHING } from '../../support/api/api-world.ts';
import { engineForThisFile } from '../../support/machine/engine.ts';
import { BEN } from '../../support/world/people.ts';
import { submittedRecord } from '../../support/world/stories.ts';
import { startWorld, type World } from '../../support/world/world.ts';

const endpoint = engineForThisFile();
let world: World | undefined;
afterEach(() => world?.close());

const task = (project: string) => ({ project, issueType: 'Task' });
const people = { owner: 'fixes@acme.com', lead: 'lead@acme.com' };
const ROUTED: HoldfastConfigInput = {
  teams: {
    identity: { ...people, timezone: 'Pacific/Auckland', route: { ...task('IAM'), due: 'business day' } },
    finance: people,
    messaging: people,
    network: people,
  },
  remediation: {
    routes: [
      { when: { severity: 'critical' }, ...task('IAM') },
      { when: { team: 'network', kind: ['detect', 'respond'] }, ...task('IAM'), due: 'none' },
      { when: { team: 'finance' }, site: 'finance', ...task('PLAT') },
    ],
  },
};
const CORA: Person = { kind: 'person', id: 'cora', name: 'Cora Approver', email: 'cora@example.com' };
const DRAFTS = [
  { title: 'To the default' },
  { title: 'By its severity', impact: 5 },
  { title: 'By its team and kind', ownerTeam: 'network', kind: 'detect' as const },
  { title: 'By its team', ownerTeam: 'identity', dueAt: '2026-12-11T20:00:00.000Z' },
  { title: 'To the other site', ownerTeam: 'finance' },
];

/** What the record tells the approver of each recommendation. */
async function toldOf(there: World, id: string) {
  const { body } = await apiOf(there).call(BEN, ['approver'], 'GET', `/post-mortems/${id}`);
  const { recommendations }: Pick<RecordView, 'recommendations'> = Object(body);
  return recommendations.map(({ title, ifApproved }) => ({ title, ifApproved }));
}

/** Where the tickets are, and the day that each shows. */
async function ticketsOf({ store, simulator, further, config }: World, id: string) {
  const fixes = await store.remediations(id as Parameters<typeof store.remediations>[0]);
  return fixes.map((fix) => {
    if (!isTicketed(fix)) throw new Error(`the fix ${fix.title} is ${fix.state}`);
    const isElsewhere = fix.routeSite !== undefined;
    const jira = isElsewhere ? further[fix.routeSite ?? ''] : simulator;
    const issue = jira?.issue(fix.ticket.key);
    return {
      title: fix.title,
      ifApproved: {
        ...{ project: fix.ticket.key.replace(/-\d+$/, ''), issueType: 'Task', dueAt: fix.dueAt },
        site: isElsewhere ? config.jira.sites.finance?.site : config.jira.site,
        ...(issue?.dueDate == null ? {} : { dueOn: issue.dueDate }),
      },
    };
  });
}

it('tells an approver of each fix the project, the site and the day that its ticket then has', async () => {
  world = await startWorld(endpoint(), ROUTED, { furtherSites: { finance: {} } });
  const { id, revision } = await submittedRecord(world, ...DRAFTS);
  const told = await toldOf(world, id);
  expect(told.map(({ ifApproved }) => [ifApproved?.project, ifApproved?.dueOn])).toEqual([
    ['PLAT', '2026-12-05'],
    ['IAM', '2026-11-28'],
    ['IAM', undefined],
    ['IAM', '2026-12-11'],
    ['PLAT', '2026-12-05'],
  ]);
  await apiOf(world).call(BEN, ['approver'], 'POST', `/post-mortems/${id}/approve`, { revision }, ANYTHING);
  await world.deliver();
  expect(await ticketsOf(world, id)).toEqual(told);
  expect((await toldOf(world, id)).map(({ ifApproved }) => ifApproved)).toEqual(DRAFTS.map(() => undefined));
});

it('tells the day that holds if the approval is the last one: a later one moves it, unless the author set it', async () => {
  const templates = [{ name: 'two', requires: ['summary' as const], approvers: 2 }];
  world = await startWorld(endpoint(), { postMortem: { templates } });
  const byAuthor = '2026-12-11T10:00:00.000Z';
  const { id } = await submittedRecord(
    world,
    { title: 'By its priority' },
    { title: 'By its author', dueAt: byAuthor },
  );
  const api = apiOf(world);
  const told: (string | undefined)[][] = [];
  for (const person of [BEN, CORA]) {
    told.push((await toldOf(world, id)).map(({ ifApproved }) => ifApproved?.dueAt));
    const { body } = await api.call(person, ['approver'], 'GET', `/post-mortems/${id}`);
    const { revision } = Object(body);
    const { status } = await api.call(
      person,
      ['approver'],
      'POST',
      `/post-mortems/${id}/approve`,
      { revision },
      ANYTHING,
    );
    expect([person.id, status]).toEqual([person.id, 200]);
    world.clock.advance('P3D');
  }
  await world.deliver();
  expect(told).toEqual([
    ['2026-12-05T10:00:00.000Z', byAuthor],
    ['2026-12-08T10:00:00.000Z', byAuthor],
  ]);
  expect((await ticketsOf(world, id)).map(({ ifApproved }) => ifApproved.dueAt)).toEqual(told[1]);
});

it('tells an approver no project where a ticket that is there is taken, and no site where there is one alone', async () => {
  world = await startWorld(endpoint());
  const existingWork = { kind: 'ticket' as const, ticket: 'PLAT-77' };
  const { id } = await submittedRecord(world, { title: 'Begun already', existingWork }, { title: 'To be begun' });
  expect(await toldOf(world, id)).toEqual([
    { title: 'Begun already', ifApproved: { dueAt: '2026-12-05T10:00:00.000Z' } },
    {
      title: 'To be begun',
      ifApproved: {
        ...{ project: 'PLAT', issueType: 'Task' },
        ...{ dueAt: '2026-12-05T10:00:00.000Z', dueOn: '2026-12-05' },
      },
    },
  ]);
});
