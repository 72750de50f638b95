import { afterEach, describe, expect, it } from 'vitest';
import type { WorkflowDescription } from '../../../local/jira-simulator/sites/workflow-description.ts';
import { acceptRisk } from '../../../shared/domain/remediation/decide/risk.ts';
import { isTicketed, type Remediation } from '../../../shared/domain/remediation/remediation.ts';
import { addDuration, Duration } from '../../../shared/domain/words/duration.ts';
import { plainText } from '../../../shared/jira/adf.ts';
import { engineForThisFile } from '../../support/machine/engine.ts';
import { BEN } from '../../support/world/people.ts';
import { approvedOn, configOn, SITE_PLANS, type SitePlan } from '../../support/world/site-worlds.ts';
import { aCause, latest } from '../../support/world/stories.ts';
import { startWorld, type World } from '../../support/world/world.ts';

const endpoint = engineForThisFile();
let world: World;
afterEach(() => world.close());

/** A site on which the ticket of a fix whose risk is accepted goes to done; `openly`: a status to which people move it back. */
function planOf(name: string, onAccepted: SitePlan['route']['onAccepted'], openly: string) {
  const plan = SITE_PLANS.find(({ site }) => site.name === name);
  if (plan === undefined) throw new Error(`no plan for ${name}`);
  return { plan: { ...plan, route: { ...plan.route, onAccepted } }, openly };
}

const english = planOf('classic English', { transition: 'Done' }, 'In Progress');
const german = planOf('German classic', { transition: 'Fertig' }, 'In Arbeit');
const enterprise = planOf(
  'locked-down enterprise',
  { transition: 'Accept risk', fields: { customfield_10063: { user: '712020:mia' } } },
  'In Treatment',
);
const sites = [english, german, enterprise];

async function openFix(plan: SitePlan): Promise<Remediation & { ticket: { key: string } }> {
  world = await startWorld(endpoint(), { ...configOn(plan), verification: { steps: ['P7D'] } }, { site: plan.site });
  const { id } = await approvedOn(world, plan);
  await world.deliver();
  const [open] = await world.store.remediations(id);
  if (open === undefined || !isTicketed(open)) throw new Error('the fix has no ticket');
  return open;
}

async function accept({ postMortemId, id }: Remediation): Promise<void> {
  const request = {
    until: addDuration(world.now(), Duration.parse('P30D')),
    reason: 'Too dear to mend this year',
    compensatingControl: 'The proxy is watched by hand',
  };
  const decide = (state: Remediation | undefined) =>
    state === undefined ? [] : acceptRisk(state, request, BEN, world.now(), world.config);
  await world.store.changeRemediation(postMortemId, id, decide, aCause(BEN));
}

/** A fix whose ticket was put away a minute after its risk was accepted. */
async function putAway(plan: SitePlan): Promise<Remediation & { ticket: { key: string } }> {
  const fix = await openFix(plan);
  await accept(fix);
  world.clock.advance('PT1M');
  await world.deliver();
  return fix;
}

async function later(duration: string): Promise<void> {
  world.clock.advance(duration);
  await world.sweep();
  await world.deliver();
}

const ticket = (key: string) => world.simulator.issue(key);
const categoryOf = (key: string) => ticket(key)?.status.category;
const tickets = () => world.simulator.issues().filter(({ properties }) => 'holdfast.remediation' in properties);
const commentsOf = (key: string) => ticket(key)?.comments.map(({ body }) => plainText(body).split('. ')[0]) ?? [];

/** Everything that was recorded after the acceptance, besides the dates. */
async function storyOf(): Promise<string[]> {
  const types = (await world.outbox()).map(({ type }) => type);
  return types
    .slice(types.indexOf('Risk Accepted'))
    .filter((type) => /^R/.test(type) && !/Due Date|Updated|Changed/.test(type));
}

/** Moves by our account. */
const moves = () =>
  world.simulator.requests().filter(({ method, path }) => method === 'POST' && path.endsWith('/transitions')).length;

describe('a ticket that is put away for an accepted risk', () => {
  it.each(sites)('is done by us on $plan.site.name: no claim, no question, nothing overdue', async ({ plan }) => {
    const fix = await putAway(plan);
    for (let day = 0; day < 3; day += 1) await later('P8D');
    expect([await latest(world, fix), categoryOf(fix.ticket.key), await storyOf(), world.failures]).toMatchObject([
      { state: 'accepted', putAway: {}, reopenCount: 0 },
      'done',
      ['Risk Accepted', 'Remediation Ticket Put Away'],
      [],
    ]);
    expect(commentsOf(fix.ticket.key)).toEqual(['Put off']);
  });

  it.each(sites)(
    'claims nothing on $plan.site.name when it is read before our own move is recorded',
    async ({ plan }) => {
      const fix = await openFix(plan);
      const { moveAfter } = world.tickets;
      world.tickets.moveAfter = async (...asked) => {
        await moveAfter(...asked);
        world.clock.advance('PT1M');
        await world.sweep();
        throw new Error('the worker died');
      };
      await accept(fix);
      await world.deliver();
      expect(await storyOf()).toEqual(['Risk Accepted', 'Remediation Ticket Put Away']);
      expect(categoryOf(fix.ticket.key)).toBe('done');
    },
  );

  it.each(sites)('comes back on $plan.site.name when the time is over, once', async ({ plan }) => {
    const fix = await putAway(plan);
    await later('P30D');
    const back = await latest(world, fix);
    await later('PT15M');
    await later('PT15M');
    expect([back.state, back.putAway, back.reopenCount, categoryOf(fix.ticket.key)]).toEqual([
      'open',
      undefined,
      0,
      expect.not.stringMatching(/^done$/),
    ]);
    expect([await storyOf(), commentsOf(fix.ticket.key), tickets().length, moves()]).toEqual([
      [
        'Risk Accepted',
        'Remediation Ticket Put Away',
        'Risk Acceptance Expired',
        'Remediation Ticket Brought Back',
        'Remediation Overdue',
      ],
      ['Put off', 'Wanted again'],
      1,
      2,
    ]);
  });

  it.each(
    sites.flatMap(({ plan }) => [
      { plan, what: 'somebody changed the ticket in that moment', fault: { kind: 'status' as const, status: 409 } },
      { plan, what: 'a proxy answered', fault: { kind: 'proxy-page' as const, status: 413 } },
    ]),
  )('comes back on $plan.site.name at a later try, where at first $what', async ({ plan, fault }) => {
    const fix = await putAway(plan);
    world.simulator.faults.add({ ...fault, method: 'POST', path: '/rest/api/*/issue/*/transitions', times: 1 });
    await later('P30D');
    for (let run = 0; run < 2; run += 1) await later('PT15M').catch(String);
    expect([(await latest(world, fix)).state, tickets().length, categoryOf(fix.ticket.key)]).toEqual([
      'open',
      1,
      expect.not.stringMatching(/^done$/),
    ]);
  });

  it.each(sites)(
    'comes back on $plan.site.name by the sweep, when nobody heard that the time is over',
    async (site) => {
      const fix = await putAway(site.plan);
      world.clock.advance('P30D');
      await world.sweep();
      world.clock.advance('PT15M');
      await world.sweep();
      expect([(await latest(world, fix)).putAway, categoryOf(fix.ticket.key)]).toEqual([
        undefined,
        expect.not.stringMatching(/^done$/),
      ]);
    },
  );

  it.each(sites)(
    'that people move back on $plan.site.name is no reopening, and is not put away again',
    async (site) => {
      const fix = await putAway(site.plan);
      world.clock.advance('P1D');
      world.simulator.transition(fix.ticket.key, site.openly, { by: 'Mia Okafor' });
      await later('PT1M');
      await later('P29D');
      expect([await latest(world, fix), await storyOf(), moves()]).toMatchObject([
        { state: 'open', reopenCount: 0 },
        ['Risk Accepted', 'Remediation Ticket Put Away', 'Remediation Ticket Brought Back', 'Risk Acceptance Expired'],
        1,
      ]);
    },
  );

  it.each([
    { ...english, said: { kept: { claim: { by: { name: 'Mia Okafor' } } } } },
    { ...german, said: { kept: { claim: { by: { name: 'Mia Okafor' } } } } },
    // Its workflow keeps the resolution that our move has set.
    { ...enterprise, said: { closedWithoutClaim: { by: { name: 'Mia Okafor' }, outcome: "Remediated as Won't Do" } } },
  ])(
    'that people move out and to done again on $plan.site.name is as they closed it',
    async ({ plan, openly, said }) => {
      const fix = await putAway(plan);
      world.clock.advance('P1D');
      world.simulator.transition(fix.ticket.key, openly, { by: 'Mia Okafor' });
      world.clock.advance('PT1H');
      for (const status of plan.workEnds) world.simulator.transition(fix.ticket.key, status, { by: 'Mia Okafor' });
      await later('PT1M');
      expect(await latest(world, fix)).toMatchObject({ state: 'accepted', reopenCount: 0, ...said });
    },
  );

  it.each([english, german])(
    'that people finish on $plan.site.name after the time is over is not moved from there',
    async (site) => {
      const fix = await putAway(site.plan);
      world.clock.advance('P30D');
      await world.sweep();
      world.clock.advance('PT1M');
      world.simulator.transition(fix.ticket.key, site.openly, { by: 'Mia Okafor' });
      world.clock.advance('PT1M');
      for (const status of site.plan.workEnds) world.simulator.transition(fix.ticket.key, status, { by: 'Mia Okafor' });
      await world.deliver();
      expect([(await latest(world, fix)).state, categoryOf(fix.ticket.key), moves()]).toEqual(['claimed', 'done', 1]);
    },
  );

  it.each(sites)('gets one follow-up on $plan.site.name where somebody deleted it', async ({ plan }) => {
    const fix = await putAway(plan);
    world.simulator.deleteIssue(fix.ticket.key);
    await later('P30D');
    for (let run = 0; run < 3; run += 1) await later('PT15M');
    const [next, ...others] = tickets();
    expect([await latest(world, fix), others, world.failures]).toMatchObject([
      { state: 'open', ticket: { key: next?.key }, formerTickets: [{ key: fix.ticket.key }] },
      [],
      [],
    ]);
  });

  it.each([
    { plan: withoutWayBack(english.plan, ['10002']) },
    { plan: withoutWayBack(german.plan, ['10202']) },
    { plan: withoutWayBack(enterprise.plan, ['10402', '10403', '10404']) },
  ])('gets one follow-up on $plan.site.name where there is no way out of done', async ({ plan }) => {
    const fix = await putAway(plan);
    await later('P30D');
    await later('PT15M');
    const [former, next, ...others] = tickets();
    expect([await latest(world, fix), others, world.failures]).toMatchObject([
      { state: 'open', reopenCount: 0, ticket: { key: next?.key }, formerTickets: [{ key: former?.key }] },
      [],
      [],
    ]);
    expect([plainText(next?.description), commentsOf(fix.ticket.key)]).toEqual([
      expect.stringMatching(/^Follow-up of .* while its risk was accepted/),
      ['Put off', 'Wanted again', 'Holdfast could not move this ticket out of done'],
    ]);
  });
});

/** Every way out of done is refused by a rule. */
function withoutWayBack(plan: SitePlan, doneStatusIds: readonly string[]): SitePlan {
  const refusing = (workflow: WorkflowDescription): WorkflowDescription => ({
    ...workflow,
    transitions: workflow.transitions.map((way) =>
      doneStatusIds.includes(way.to) ? way : { ...way, refusal: 'Only the board may do that' },
    ),
  });
  const projects = plan.site.projects.map((one) =>
    one.project.key === plan.route.project
      ? { ...one, types: one.types.map((type) => ({ ...type, workflow: refusing(type.workflow) })) }
      : one,
  );
  return { ...plan, site: { ...plan.site, projects } };
}
