import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { isTicketed, type TicketedRemediation } from '../../../shared/domain/remediation/remediation.ts';
import { JiraUnsure } from '../../../shared/jira/jira-errors.ts';
import { readSweepPass } from '../../../shared/store/queues/sweep-pass.ts';
import { changedTickets } from '../../../shared/sweep/changed-tickets.ts';
import { engineForThisFile } from '../../support/machine/engine.ts';
import { approvedOn, configOn, SITE_PLANS } from '../../support/world/site-worlds.ts';
import { aCause, approvedRecord } from '../../support/world/stories.ts';
import { startWorld, type World } from '../../support/world/world.ts';

const endpoint = engineForThisFile();
let world: World;
beforeEach(async () => {
  world = await startWorld(endpoint());
});
afterEach(() => world.close());

/** Tickets of fixes, five for each record. */
async function manyTickets(records: number): Promise<TicketedRemediation[]> {
  const tickets: TicketedRemediation[] = [];
  for (let record = 0; record < records; record += 1) {
    const drafts = Array.from({ length: 5 }, (_, index) => ({ title: `Mend the ${record * 5 + index}th filter` }));
    const { id } = await approvedRecord(world, ...drafts);
    await world.deliver();
    tickets.push(...(await world.store.remediations(id)).filter(isTicketed));
  }
  return tickets;
}

/** One run with time for so many tickets. @returns how many claims there are then */
async function run(tickets: readonly TicketedRemediation[], most: number): Promise<number> {
  let left = most;
  const onProblem = (what: string) => world.telemetry.count(what);
  const looked = new Set<string>();
  const hasTime = () => looked.size < most && left-- > -20;
  await changedTickets({ ...world, hasTime, onProblem }, looked, aCause());
  return claims(tickets);
}

async function claims(tickets: readonly TicketedRemediation[]): Promise<number> {
  const ids = new Set(tickets.map(({ postMortemId }) => postMortemId));
  const fixes = await Promise.all([...ids].map((id) => world.store.remediations(id)));
  return fixes.flat().filter(({ state }) => state === 'claimed').length;
}

const callsTo = (path: string) => world.simulator.requests().filter((one) => one.path.endsWith(path)).length;

describe('a backlog of changed tickets that is larger than a run', () => {
  it('comes to an end, each run going on where the last one ended, though all changed in the same minute', async () => {
    const tickets = await manyTickets(5);
    await run(tickets, 100);
    for (const { ticket } of tickets) world.simulator.transition(ticket.key, 'Done');
    const claimed: number[] = [];
    for (let runs = 0; runs < 4; runs += 1) {
      world.clock.advance('PT15M');
      claimed.push(await run(tickets, 7));
    }
    expect(claimed.map((count) => count >= 7)).toEqual([true, true, true, true]);
    expect([claimed.at(-1), new Set(claimed).size]).toEqual([25, 4]);
    expect((await readSweepPass(world.table, 'sweep-remediation')).left).toBeUndefined();
  });

  it('finds what changed while it was worked off', async () => {
    const tickets = await manyTickets(2);
    await run(tickets, 100);
    const [late, ...others] = tickets;
    for (const { ticket } of others) world.simulator.transition(ticket.key, 'Done');
    world.clock.advance('PT15M');
    await run(tickets, 5);
    world.simulator.transition(late?.ticket.key ?? '', 'Done');
    world.clock.advance('PT15M');
    await run(tickets, 5);
    world.clock.advance('PT15M');
    expect(await run(tickets, 100)).toBe(10);
  });

  it('misses nothing behind a search that was cut off, though what it gave changes once more', async () => {
    const [given, behind] = await manyTickets(1);
    if (given === undefined || behind === undefined) throw new Error('a record has five fixes');
    const both = [given, behind];
    world.clock.advance('PT3H');
    await run(both, 100);
    for (const { ticket } of both) {
      world.clock.advance('PT1H');
      world.simulator.transition(ticket.key, 'Done');
    }
    world.clock.advance('PT3H');
    const cutOff = async function* (ms: number) {
      for await (const [first] of world.tickets.changedWithin(ms)) yield first === undefined ? [] : [first];
    };
    const deps = { ...world, tickets: { ...world.tickets, changedWithin: cutOff } };
    let isBegun = false;
    const hasTime = () => {
      const wasBegun = isBegun;
      isBegun = true;
      return !wasBegun;
    };
    await changedTickets({ ...deps, hasTime, onProblem: () => {} }, new Set(), aCause());
    const { left } = await readSweepPass(world.table, 'sweep-remediation');
    world.simulator.editIssue(given.ticket.key, { summary: 'Mend it, later' }, { by: 'Jonas Berg' });
    const claimed: number[] = [];
    for (let runs = 0; runs < 3; runs += 1) {
      world.clock.advance('PT15M');
      claimed.push(await run(both, 100));
    }
    expect([left?.isWhole, claimed.at(-1)]).toEqual([false, 2]);
  });

  it('is told to a person when runs look at none of it', async () => {
    const tickets = await manyTickets(1);
    for (const { ticket } of tickets) world.simulator.transition(ticket.key, 'Done');
    await run(tickets, 2);
    world.clock.advance('PT15M');
    await run(tickets, 0);
    world.clock.advance('PT15M');
    await run(tickets, 0);
    expect(world.counted().SweepStuck).toBe(1);
    await run(tickets, 100);
    world.clock.advance('PT15M');
    await run(tickets, 0);
    expect([world.counted().SweepStuck, await claims(tickets)]).toEqual([1, 5]);
  });
});

describe('tickets that changed', () => {
  it.each(SITE_PLANS.map((plan) => [plan.site.name, plan] as const))(
    'are read in one call for all, with one more for who moved them, on %s',
    async (_, plan) => {
      await world.close();
      world = await startWorld(endpoint(), configOn(plan), { site: plan.site });
      const { id } = await approvedOn(world, plan, {}, { title: 'Mend it' }, { title: 'Mend it as well' });
      await world.deliver();
      const tickets = (await world.store.remediations(id)).filter(isTicketed);
      await run(tickets, 100);
      for (const { ticket } of tickets) {
        for (const status of plan.workEnds) world.simulator.transition(ticket.key, status, { by: 'Jonas Berg' });
      }
      world.clock.advance('PT15M');
      world.simulator.clearRequests();
      await run(tickets, 100);
      const claimed = (await world.store.remediations(id)).flatMap((fix) =>
        'claim' in fix ? [fix.claim.by?.name] : [],
      );
      const counted = ['/search/jql', '/issue/bulkfetch', '/changelog/bulkfetch', '/changelog'].map(callsTo);
      expect([claimed, counted]).toEqual([tickets.map(() => 'Jonas Berg'), [1, 1, 1, 0]]);
    },
  );

  it.each(SITE_PLANS.slice(0, 3).map((plan) => [plan.site.name, plan] as const))(
    'are looked at though the one call for who moved them fails, on %s',
    async (_, plan) => {
      await world.close();
      world = await startWorld(endpoint(), configOn(plan), { site: plan.site });
      const { id } = await approvedOn(world, plan, {}, { title: 'Mend it' });
      await world.deliver();
      const tickets = (await world.store.remediations(id)).filter(isTicketed);
      await run(tickets, 100);
      for (const { ticket } of tickets) {
        for (const status of plan.workEnds) world.simulator.transition(ticket.key, status, { by: 'Jonas Berg' });
      }
      const broken = new JiraUnsure('POST /rest/api/3/changelog/bulkfetch', 'the answer is no page of changelogs');
      Object.assign(world.jira, { changelogs: () => Promise.reject(broken) });
      world.clock.advance('PT15M');
      await run(tickets, 100);
      const claimed = (await world.store.remediations(id)).flatMap((fix) =>
        'claim' in fix ? [fix.claim.by?.name] : [],
      );
      expect(claimed).toEqual(['Jonas Berg', 'Jonas Berg']);
    },
  );

  it('are told as stuck when each look at them fails, run after run', async () => {
    const tickets = await manyTickets(1);
    await run(tickets, 100);
    for (const { ticket } of tickets) world.simulator.transition(ticket.key, 'Done');
    const fail = () => Promise.reject(new TypeError('an odd issue'));
    Object.assign(world.jira, { issuesById: fail, issue: fail });
    for (const most of [1, 1, 1]) {
      world.clock.advance('PT15M');
      await run(tickets, most).catch(() => undefined);
    }
    expect(world.counted().SweepStuck).toBe(2);
  });

  it('are looked at though others of them cannot be read, and a system that shows none ends the run', async () => {
    const tickets = await manyTickets(2);
    await run(tickets, 100);
    for (const { ticket } of tickets) world.simulator.transition(ticket.key, 'Done');
    const odd = tickets.slice(0, 2).map(({ ticket }) => ticket.issueId);
    const { issuesById, issue } = world.jira;
    const fail = () => Promise.reject(new TypeError('an odd issue'));
    Object.assign(world.jira, {
      issuesById: (ids: readonly string[]) => (ids.some((id) => odd.includes(id)) ? fail() : issuesById(ids)),
      issue: (id: string) => (odd.includes(id) ? fail() : issue(id)),
    });
    world.clock.advance('PT15M');
    await expect(run(tickets, 100)).rejects.toThrow('an odd issue');
    expect(await claims(tickets)).toBe(8);
    Object.assign(world.jira, { issuesById, issue });
    world.clock.advance('PT15M');
    expect(await run(tickets, 100)).toBe(10);
  });
});
