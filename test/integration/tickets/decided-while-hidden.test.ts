import { afterEach, describe, expect, it } from 'vitest';
import { acceptRisk, cancel } from '../../../shared/domain/remediation/decide/risk.ts';
import { isTicketed, type Remediation } from '../../../shared/domain/remediation/remediation.ts';
import type { RemediationEvent } from '../../../shared/domain/remediation/remediation-events.ts';
import { addDuration, Duration } from '../../../shared/domain/words/duration.ts';
import { plainText } from '../../../shared/jira/adf.ts';
import { storeSignal } from '../../../shared/store/inbox/last-words.ts';
import { engineForThisFile } from '../../support/machine/engine.ts';
import { BEN } from '../../support/world/people.ts';
import { approvedOn, configOn, SITE_PLANS, type SitePlan } from '../../support/world/site-worlds.ts';
import { aCause, latest } from '../../support/world/stories.ts';
import { startWorld, type World } from '../../support/world/world.ts';

const endpoint = engineForThisFile();
let world: World;
afterEach(() => world.close());

function planOf(name: string): SitePlan {
  const plan = SITE_PLANS.find(({ site }) => site.name === name);
  if (plan === undefined) throw new Error(`no plan for ${name}`);
  return plan;
}
const [english, german, enterprise] = [
  { plan: planOf('classic English'), isMovedTo: 'In Review' },
  { plan: planOf('German classic'), isMovedTo: 'In Arbeit' },
  { plan: planOf('locked-down enterprise'), isMovedTo: 'Treat' },
];
const sites = [english, german, enterprise];

type OpenFix = Remediation & { ticket: { key: string } };

async function openFix(plan: SitePlan): Promise<OpenFix> {
  world = await startWorld(endpoint(), { ...configOn(plan), verification: { steps: ['P7D'] } }, { site: plan.site });
  const { id } = await approvedOn(world, plan);
  await world.deliver();
  const [open] = await world.store.remediations(id);
  if (open === undefined || !isTicketed(open)) throw new Error('the fix has no ticket');
  return open;
}

async function decide(
  { postMortemId, id }: Remediation,
  with_: (state: Remediation) => RemediationEvent[],
): Promise<void> {
  const decided = (state: Remediation | undefined) => (state === undefined ? [] : with_(state));
  await world.store.changeRemediation(postMortemId, id, decided, aCause(BEN));
  await world.deliver();
}

const accept = (fix: Remediation) =>
  decide(fix, (state) => {
    const until = addDuration(world.now(), Duration.parse('P30D'));
    const words = { reason: 'Too dear to mend this year', compensatingControl: 'The proxy is watched by hand' };
    return acceptRisk(state, { until, ...words }, BEN, world.now(), world.config);
  });
const cancelled = (fix: Remediation) => decide(fix, (state) => cancel(state, 'Switched off', BEN, world.now()));

async function later(duration: string): Promise<void> {
  world.clock.advance(duration);
  await world.sweep();
  await world.deliver();
}

/** The ticket is shown again, and everything that a day brings happens. */
async function shown(key: string): Promise<void> {
  world.simulator.showIssue(key);
  for (let run = 0; run < 3; run += 1) await later('PT8H');
}

const ticket = (key: string) => world.simulator.issue(key);
const commentsOf = (key: string) => ticket(key)?.comments.map(({ body }) => plainText(body).split('. ')[0]) ?? [];
const moves = () =>
  world.simulator.requests().filter(({ method, path }) => method === 'POST' && path.endsWith('/transitions')).length;

describe('what was decided about a fix while its ticket was hidden', () => {
  it.each(sites)('is told on $plan.site.name when it is shown again: a risk that was accepted', async (site) => {
    const route = { ...site.plan.route, onAccepted: { transition: site.isMovedTo } };
    const fix = await openFix({ ...site.plan, route });
    world.simulator.hideIssue(fix.ticket.key);
    await accept(fix);
    const untold = await latest(world, fix);
    await shown(fix.ticket.key);
    await shown(fix.ticket.key);
    expect([untold, world.failures]).toMatchObject([{ notTold: { about: 'decision', isMissing: true } }, []]);
    expect([commentsOf(fix.ticket.key), ticket(fix.ticket.key)?.dueDate, moves()]).toEqual([
      ['Put off'],
      '2026-12-21',
      1,
    ]);
    expect((await latest(world, fix)).notTold).toBeUndefined();
  });

  it.each(sites)('is told on $plan.site.name when it was known to be hidden before', async ({ plan }) => {
    const fix = await openFix(plan);
    world.simulator.hideIssue(fix.ticket.key);
    await later('PT1H');
    await accept(fix);
    await shown(fix.ticket.key);
    const types = (await world.outbox()).map(({ type }) => type);
    expect([commentsOf(fix.ticket.key), types.filter((type) => /Missing|Found/.test(type))]).toEqual([
      ['Put off'],
      ['Remediation Ticket Missing', 'Remediation Ticket Found Again'],
    ]);
  });

  it.each(sites)('is told on $plan.site.name when it is shown again: a fix that was cancelled', async ({ plan }) => {
    const fix = await openFix(plan);
    world.simulator.hideIssue(fix.ticket.key);
    await cancelled(fix);
    await shown(fix.ticket.key);
    await shown(fix.ticket.key);
    expect([(await latest(world, fix)).state, commentsOf(fix.ticket.key)]).toEqual(['cancelled', ['Cancelled']]);
  });

  it.each(sites)('is told on $plan.site.name when it is shown again: a fix that was verified', async ({ plan }) => {
    const fix = await openFix(plan);
    world.clock.advance('PT1H');
    for (const status of plan.workEnds) world.simulator.transition(fix.ticket.key, status, { by: 'Mia Okafor' });
    await world.sweep();
    world.simulator.hideIssue(fix.ticket.key);
    world.clock.advance('P7D');
    const subject = { type: 'technique' as const, id: 'T1566.002' };
    const observedAt = world.now();
    const seen = { id: world.newId(), subject, outcome: 'pass' as const, observedAt, source: 'mail-simulation' };
    await storeSignal(world.table, seen, world.event({ type: 'Signal Recorded', data: { signal: seen } }));
    await world.verify();
    await world.deliver();
    await shown(fix.ticket.key);
    expect([(await latest(world, fix)).state, commentsOf(fix.ticket.key)]).toEqual(['verified', ['Verified']]);
  });

  it.each(sites.slice(0, 2))('is not told on $plan.site.name when something else was decided since', async (site) => {
    const fix = await openFix(site.plan);
    world.simulator.hideIssue(fix.ticket.key);
    await accept(fix);
    await cancelled(fix);
    await shown(fix.ticket.key);
    expect(commentsOf(fix.ticket.key)).toEqual(['Cancelled']);
  });

  it.each(sites.slice(0, 2))(
    'moves no date on $plan.site.name that was told before it was hidden',
    async ({ plan }) => {
      const fix = await openFix(plan);
      await accept(fix);
      world.simulator.hideIssue(fix.ticket.key);
      await later('PT1H');
      world.simulator.editIssue(fix.ticket.key, { dueDate: '2026-12-01' }, { by: 'Mia Okafor' });
      await shown(fix.ticket.key);
      expect([commentsOf(fix.ticket.key), ticket(fix.ticket.key)?.dueDate]).toEqual([['Put off'], '2026-12-01']);
    },
  );
});

const tickets = () => world.simulator.issues().filter(({ properties }) => 'holdfast.remediation' in properties);
const others = (key: string) => tickets().filter((one) => one.key !== key);
const outOfSight = [english, german].flatMap((site) => [
  { ...site, how: 'deleted', gone: (key: string) => world.simulator.deleteIssue(key) },
  { ...site, how: 'hidden', gone: (key: string) => world.simulator.hideIssue(key) },
]);

describe('a fix whose accepted time is over, and whose ticket is not shown', () => {
  it.each(outOfSight)('has one follow-up on $plan.site.name where it was $how while open', async ({ plan, gone }) => {
    const fix = await openFix(plan);
    gone(fix.ticket.key);
    await later('P1D');
    await accept(await latest(world, fix));
    for (const duration of ['P31D', 'PT8H', 'PT8H']) await later(duration);
    const [next, ...more] = others(fix.ticket.key);
    expect([await latest(world, fix), more, world.failures]).toMatchObject([
      { state: 'open', reopenCount: 0, ticket: { key: next?.key }, formerTickets: [{ key: fix.ticket.key }] },
      [],
      [],
    ]);
  });

  it.each(outOfSight)('has it on $plan.site.name where it was $how after the acceptance', async ({ plan, gone }) => {
    const fix = await openFix(plan);
    await accept(fix);
    gone(fix.ticket.key);
    for (const duration of ['P31D', 'PT8H']) await later(duration);
    const expired = (await world.outbox()).filter(({ type }) => type === 'Risk Acceptance Expired');
    await Promise.all([...expired, ...expired].map((event) => world.handOver(event)));
    expect([(await latest(world, fix)).state, others(fix.ticket.key).length]).toEqual(['open', 1]);
  });

  it.each(outOfSight)('has it on $plan.site.name where it was $how before that is told', async ({ plan, gone }) => {
    const fix = await openFix(plan);
    await accept(fix);
    world.clock.advance('P31D');
    await world.sweep();
    gone(fix.ticket.key);
    await world.deliver();
    await later('PT8H');
    expect([(await latest(world, fix)).state, others(fix.ticket.key).length]).toEqual(['open', 1]);
  });

  it.each(outOfSight)(
    'has another one on $plan.site.name where its follow-up was $how in its turn',
    async ({ plan, gone }) => {
      const fix = await openFix(plan);
      gone(fix.ticket.key);
      for (let time = 0; time < 2; time += 1) {
        await accept(await latest(world, fix));
        await later('P31D');
        const open = await latest(world, fix);
        if (time === 0 && isTicketed(open)) gone(open.ticket.key);
      }
      await later('PT8H');
      const open = await latest(world, fix);
      expect([open.state, open.formerTickets?.length, isTicketed(open) && open.ticket.missingSince]).toEqual([
        'open',
        2,
        undefined,
      ]);
    },
  );
});
