import { afterEach, describe, expect, it, vi } from 'vitest';
import { germanClassic } from '../../../local/jira-simulator/sites/german-classic.ts';
import { classify } from '../../../shared/domain/record/decide/write-record.ts';
import type { PostMortem } from '../../../shared/domain/record/post-mortem.ts';
import { isTicketed } from '../../../shared/domain/remediation/remediation.ts';
import { isRemediationEvent } from '../../../shared/domain/remediation/remediation-events.ts';
import { gatherReportInput } from '../../../shared/report/gather-report-input.ts';
import { renderReport } from '../../../shared/report/render-report.ts';
import { validationReport } from '../../../shared/report/validation-report.ts';
import { engineForThisFile } from '../../support/machine/engine.ts';
import { ANNA } from '../../support/world/people.ts';
import { approvedOn, configOn, SITE_PLANS } from '../../support/world/site-worlds.ts';
import { aCause, approvedRecord } from '../../support/world/stories.ts';
import { startWorld, type World } from '../../support/world/world.ts';

const endpoint = engineForThisFile();
let world: World;
afterEach(() => world.close());

type Site = {
  start: () => Promise<void>;
  approve: (...titles: string[]) => Promise<PostMortem>;
  done: string;
  /** Resolution that claims nothing. */
  wontDo: string;
  low: string;
};

const reports = { settle: 'PT0S' };
const DEFAULT: Site = {
  start: async () => {
    world = await startWorld(endpoint(), { reports });
  },
  approve: (...titles) => approvedRecord(world, ...titles.map((title) => ({ title }))),
  done: 'Done',
  wontDo: "Won't Do",
  low: 'Lowest',
};

function german(): Site {
  const plan = SITE_PLANS.find(({ site }) => site === germanClassic);
  if (plan === undefined) throw new Error('the German site has a plan');
  return {
    start: async () => {
      world = await startWorld(endpoint(), { ...configOn(plan), reports }, { site: plan.site });
    },
    approve: (...titles) => approvedOn(world, plan, ...titles.map((title) => ({ title }))),
    done: 'Fertig',
    wontDo: 'Wird nicht erledigt',
    low: 'Niedrigste',
  };
}

const tickets = () => world.simulator.issues().filter(({ properties }) => 'holdfast.remediation' in properties);

/** Jira tells of each ticket, in the order of their keys or against it. */
async function told(issues: readonly { id: string; key: string }[]): Promise<void> {
  for (const { id: issueId, key } of issues) {
    const data = { site: world.tickets.site, issueId, key, change: 'updated' as const };
    await world.handOver(world.event({ type: 'Remediation Ticket Changed', data }));
  }
  await world.deliver();
}

/** What the logs of the fixes say, in the order of their tickets. */
async function closedInBulk(): Promise<{ key: string | undefined; by: string; tickets: number }[]> {
  const events = (await world.outbox()).map(({ type, data }) => ({ type, data })).filter(isRemediationEvent);
  const told = events.map(async (event) => {
    if (event.type !== 'Remediation Closed In Bulk') return [];
    const { postMortemId, remediationId, by, tickets: count } = event.data;
    const fix = await world.store.remediation(postMortemId, remediationId);
    return [{ key: fix && isTicketed(fix) ? fix.ticket.key : undefined, by: by.name, tickets: count }];
  });
  return (await Promise.all(told)).flat().toSorted((a, b) => String(a.key).localeCompare(String(b.key)));
}

const report = async () => validationReport(await gatherReportInput(world, world.now()));
const changes = async () => (await report()).changes?.map(({ key, what, by }) => ({ key, what, by }));

describe.each([
  ['the default site', DEFAULT],
  ['German classic', german()],
])('the report on changes in tickets, on %s', (_name, site) => {
  it('tells each in the period in which it was seen, and in none after that', async () => {
    await site.start();
    await site.approve('Turn on mail filtering', 'Train everybody');
    await world.deliver();
    const [first, second] = tickets();
    if (first === undefined || second === undefined) throw new Error('there are two tickets');
    world.clock.advance('PT1M');
    world.simulator.editIssue(first.key, { dueDate: '2027-02-01', priority: site.low }, { by: 'Jonas Berg' });
    world.simulator.deleteIssue(second.key);
    await told([first, second]);
    const lines = await changes();
    world.clock.advance('P8D');
    expect([lines, await changes()]).toEqual([
      expect.arrayContaining([
        { key: second.key, what: 'missing' },
        { key: first.key, what: 'due date pushed, put back', by: 'Jonas Berg' },
        { key: first.key, what: 'priority lowered', by: 'Jonas Berg' },
      ]),
      [],
    ]);
    expect(lines).toHaveLength(3);
  });

  it('tells who pushed the due dates of open tickets, also when a sweep finds them: by one request for all', async () => {
    await site.start();
    await site.approve(...[1, 2, 3].map((number) => `The fix number ${number}`));
    await world.deliver();
    world.clock.advance('PT1M');
    for (const { key } of tickets()) world.simulator.editIssue(key, { dueDate: '2027-02-01' }, { by: 'Jonas Berg' });
    world.clock.advance('PT20M');
    const [alone, together] = [vi.spyOn(world.jira, 'changelog'), vi.spyOn(world.jira, 'changelogs')];
    await world.sweep();
    expect(await changes()).toEqual(
      tickets().map(({ key }) => ({ key, what: 'due date pushed, put back', by: 'Jonas Berg' })),
    );
    expect([alone.mock.calls.length, together.mock.calls.length]).toEqual([0, 1]);
  });

  it('tells five that one person moved to done within a minute, also of a restricted record, by no name then', async () => {
    await site.start();
    const record = await site.approve(...[1, 2, 3, 4, 5, 6].map((number) => `The fix number ${number}`));
    await world.deliver();
    const [later, ...closed] = tickets();
    for (const { key } of closed) {
      world.simulator.transition(key, site.done, { by: 'Mia Okafor' });
      world.clock.advance('PT10S');
    }
    world.clock.advance('PT5M');
    if (later !== undefined) world.simulator.transition(later.key, site.done, { by: 'Mia Okafor' });
    // They are read when the webhooks come: late, in another order, and some twice.
    world.clock.advance('PT2H');
    await told(tickets().toReversed());
    await told(closed);
    expect(await closedInBulk()).toEqual(closed.map(({ key }) => ({ key, by: 'Mia Okafor', tickets: 5 })));
    const bulk = { what: 'closed in bulk', by: 'Mia Okafor' };
    const lines = await changes();
    expect(lines?.toSorted((a, b) => a.key.localeCompare(b.key))).toEqual(closed.map(({ key }) => ({ key, ...bulk })));
    await world.store.changePostMortem(
      record.id,
      (state) => classify(state, { tlp: 'RED' }, ANNA, world.config),
      aCause(ANNA),
    );
    expect(await changes()).toEqual(expect.arrayContaining(closed.map(({ key }) => ({ key, what: bulk.what }))));
    expect(renderReport(await report()).markdown).not.toContain('Mia Okafor');
  });

  it('tells the same of five that were closed in a way that claims nothing, also beside claims', async () => {
    await site.start();
    await site.approve(...[1, 2, 3, 4, 5].map((number) => `The fix number ${number}`));
    await world.deliver();
    for (const [index, { key }] of tickets().entries()) {
      const resolution = index < 4 ? { resolution: site.wontDo } : {};
      world.simulator.transition(key, site.done, { by: 'Mia Okafor', ...resolution });
      world.clock.advance('PT10S');
    }
    await told(tickets());
    await told(tickets().toReversed());
    const states = (await world.outbox()).filter(({ type }) => /Claimed|Closed Without Claim/.test(type));
    expect(states.map(({ type }) => type)).toEqual([
      ...Array(4).fill('Remediation Closed Without Claim'),
      'Remediation Claimed',
    ]);
    expect(await closedInBulk()).toEqual(tickets().map(({ key }) => ({ key, by: 'Mia Okafor', tickets: 5 })));
    expect((await changes())?.filter(({ what }) => what === 'closed in bulk')).toHaveLength(5);
  });

  it('tells the same of those that a sweep found, because no webhook came', async () => {
    await site.start();
    await site.approve(...[1, 2, 3, 4, 5].map((number) => `The fix number ${number}`));
    await world.deliver();
    const [first, ...others] = tickets();
    if (first === undefined) throw new Error('there are five tickets');
    for (const { key } of [first, ...others]) world.simulator.transition(key, site.done, { by: 'Mia Okafor' });
    // One webhook came, and brought a claim like any other.
    await told([first]);
    expect(await closedInBulk()).toEqual([]);
    world.clock.advance('PT20M');
    await world.sweep();
    await world.deliver();
    expect((await closedInBulk()).map(({ key, tickets: count }) => [key, count])).toEqual(
      tickets().map(({ key }) => [key, 5]),
    );
    expect(await changes()).toHaveLength(5);
  });
});
