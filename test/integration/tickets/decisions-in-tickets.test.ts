import { afterEach, describe, expect, it } from 'vitest';
import type { ProjectDescription } from '../../../local/jira-simulator/sites/site-description.ts';
import { acceptRisk, cancel } from '../../../shared/domain/remediation/decide/risk.ts';
import type { RecommendationDraft } from '../../../shared/domain/remediation/recommendation.ts';
import { isTicketed, type Remediation } from '../../../shared/domain/remediation/remediation.ts';
import type { RemediationEvent } from '../../../shared/domain/remediation/remediation-events.ts';
import { addDuration, Duration } from '../../../shared/domain/words/duration.ts';
import { plainText } from '../../../shared/jira/adf.ts';
import { storeSignal } from '../../../shared/store/inbox/last-words.ts';
import { engineForThisFile } from '../../support/machine/engine.ts';
import { BEN } from '../../support/world/people.ts';
import { aRoute } from '../../support/world/records.ts';
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

const english = planOf('classic English');
const german = planOf('German classic');
const enterprise = planOf('locked-down enterprise');
const service = planOf('service management');
const shipping = planOf('workflow without resolution');

const withRoute = (plan: SitePlan, more: Partial<SitePlan['route']>): SitePlan => ({
  ...plan,
  route: { ...plan.route, ...more },
});

const mute = (plan: SitePlan): SitePlan => ({
  ...plan,
  site: {
    ...plan.site,
    projects: plan.site.projects.map(
      (one): ProjectDescription =>
        one.project.key === plan.route.project ? { ...one, lacking: [...one.lacking, 'ADD_COMMENTS'] } : one,
    ),
  },
});

async function openFix(
  plan: SitePlan,
  ...drafts: Partial<RecommendationDraft>[]
): Promise<Remediation & { ticket: { key: string } }> {
  const config = { ...configOn(plan), verification: { steps: ['P7D'] } };
  world = await startWorld(endpoint(), config, { site: plan.site });
  const { id } = await approvedOn(world, plan, ...drafts);
  await world.deliver();
  const [open] = await world.store.remediations(id);
  if (open === undefined || !isTicketed(open)) throw new Error('the fix has no ticket');
  return open;
}

/** Decides as an approver, and has it told. */
async function decide(
  { postMortemId, id }: Remediation,
  with_: (state: Remediation) => RemediationEvent[],
): Promise<void> {
  const decided = (state: Remediation | undefined) => (state === undefined ? [] : with_(state));
  await world.store.changeRemediation(postMortemId, id, decided, aCause(BEN));
  await world.deliver();
}

const cancelled = (fix: Remediation) =>
  decide(fix, (state) => cancel(state, 'The system was switched off', BEN, world.now()));

const accepted = (fix: Remediation) =>
  decide(fix, (state) =>
    acceptRisk(
      state,
      {
        until: addDuration(world.now(), Duration.parse('P30D')),
        reason: 'Too dear to mend this year',
        compensatingControl: 'The proxy is watched by hand',
      },
      BEN,
      world.now(),
      world.config,
    ),
  );

async function signal(outcome: 'pass' | 'fail'): Promise<void> {
  const subject = { type: 'technique' as const, id: 'T1566.002' };
  const observed = { id: world.newId(), subject, outcome, observedAt: world.now(), source: 'mail-simulation' };
  await storeSignal(world.table, observed, world.event({ type: 'Signal Recorded', data: { signal: observed } }));
}

async function verified(plan: SitePlan, key: string): Promise<void> {
  world.clock.advance('PT1H');
  for (const status of plan.workEnds) world.simulator.transition(key, status, { by: 'Mia Okafor' });
  await world.sweep();
  world.clock.advance('P7D');
  await signal('pass');
  await world.verify();
  await world.deliver();
}

const ticket = (key: string) => world.simulator.issue(key);
const commentsOf = (key: string) => ticket(key)?.comments.map(({ body }) => plainText(body).split('. ')[0]) ?? [];
const moves = () =>
  world.simulator.requests().filter(({ method, path }) => method === 'POST' && path.endsWith('/transitions'));

/** A rule of the site that moves the ticket to done whenever we move it. */
async function closeOnMove(plan: SitePlan, key: string, until: AbortSignal): Promise<void> {
  while (!until.aborted) {
    const { method, path } = await world.simulator.nextRequest();
    if (method !== 'POST' || !path.endsWith('/transitions')) continue;
    for (const status of plan.workEnds) world.simulator.transition(key, status, { by: 'Jonas Berg' });
  }
}

/** What people and sweeps see of our own writes. */
async function echo(): Promise<void> {
  world.clock.advance('PT15M');
  await world.sweep();
  await world.deliver();
}

describe('the ticket of a fix that was cancelled', () => {
  it.each([english, enterprise, service])(
    'is told so and moved nowhere on $site.name, where the route says nothing',
    async (plan) => {
      const fix = await openFix(plan);
      const before = ticket(fix.ticket.key)?.status.name;
      await cancelled(fix);
      expect([commentsOf(fix.ticket.key), ticket(fix.ticket.key)?.status.name, moves()]).toEqual([
        ['Cancelled'],
        before,
        [],
      ]);
    },
  );

  it.each([
    { plan: withRoute(english, { onCancelled: { transition: 'Done' } }), status: 'Done' },
    {
      plan: withRoute(enterprise, {
        onCancelled: { transition: 'Accept risk', fields: { customfield_10063: { user: '712020:mia' } } },
      }),
      status: 'Risk Accepted',
    },
  ])('goes to $status where the route says so, and that claims nothing', async ({ plan, status }) => {
    const fix = await openFix(plan);
    await cancelled(fix);
    const then = await latest(world, fix);
    const events = (await world.outbox()).length;
    await echo();
    expect([ticket(fix.ticket.key)?.status.name, await latest(world, fix), (await world.outbox()).length]).toEqual([
      status,
      then,
      events,
    ]);
  });

  it('stays as people closed it, and is not moved twice', async () => {
    const fix = await openFix(withRoute(english, { onCancelled: { transition: 'In Review' } }));
    world.simulator.transition(fix.ticket.key, 'Done', { by: 'Mia Okafor' });
    await cancelled(fix);
    expect([ticket(fix.ticket.key)?.status.name, moves()]).toEqual(['Done', []]);
    const [event] = (await world.outbox()).filter(({ type }) => type === 'Remediation Cancelled');
    if (event !== undefined) await world.handOver(event);
    expect(commentsOf(fix.ticket.key)).toEqual(['Cancelled']);
  });

  it('whose way is refused stands in the record, and is no message for the dead-letter queue', async () => {
    const fix = await openFix(withRoute(english, { onCancelled: { transition: 'Drop' } }));
    await cancelled(fix);
    expect([await latest(world, fix), world.failures, world.counted().TicketNotTold]).toMatchObject([
      { state: 'cancelled', notTold: { about: 'move', because: expect.stringContaining('called "Drop"') } },
      [],
      1,
    ]);
  });
});

describe('the ticket of a fix whose risk is accepted', () => {
  it('goes where the route says', async () => {
    const drop = withRoute(shipping, { onAccepted: { transition: 'Drop' } });
    const fix = await openFix(drop);
    world.simulator.transition(fix.ticket.key, 'Doing', { by: 'Mia Okafor' });
    await accepted(fix);
    await echo();
    expect([ticket(fix.ticket.key)?.status.name, (await latest(world, fix)).state]).toEqual(["Won't fix", 'accepted']);
  });

  it.each([
    { plan: english, to: 'In Review' },
    { plan: german, to: 'In Arbeit' },
  ])('was moved to $to, though a rule of the site moves it to done at once', async ({ plan, to }) => {
    const fix = await openFix(withRoute(plan, { onAccepted: { transition: to } }));
    const end = new AbortController();
    void closeOnMove(plan, fix.ticket.key, end.signal);
    await accepted(fix);
    end.abort();
    await echo();
    const known = await latest(world, fix);
    expect([moves().length, ticket(fix.ticket.key)?.status.category, known, known.notTold]).toMatchObject([
      1,
      'done',
      { state: 'accepted', kept: { claim: {} } },
      undefined,
    ]);
  });

  it.each([mute(english), mute(service)])(
    'gets its new due date on $site.name also where it takes no comment',
    async (plan) => {
      const fix = await openFix(plan);
      await accepted(fix);
      expect([await latest(world, fix), ticket(fix.ticket.key)?.dueDate, world.failures]).toMatchObject([
        { notTold: { about: 'decision' } },
        plan.site.name === 'service management' ? null : '2026-12-21',
        [],
      ]);
    },
  );
});

describe('a comment on a decision', () => {
  const passing = [
    { what: 'somebody changed the ticket in that moment', fault: { kind: 'status' as const, status: 409 } },
    { what: 'a proxy answered with 405', fault: { kind: 'proxy-page' as const, status: 405 } },
    { what: 'a proxy answered with 413', fault: { kind: 'proxy-page' as const, status: 413 } },
  ];
  it.each([english, enterprise].flatMap((plan) => passing.map((one) => ({ plan, ...one }))))(
    'is written at the next try on $plan.site.name, where at first $what',
    async ({ plan, fault }) => {
      const fix = await openFix(plan);
      world.simulator.faults.add({ ...fault, method: 'POST', path: '/rest/api/*/issue/*/comment', times: 1 });
      await accepted(fix);
      world.clock.advance('PT15M');
      for (const event of (await world.outbox()).filter(({ type }) => type === 'Risk Accepted')) {
        await world.handOver(event);
      }
      const types = (await world.outbox()).map(({ type }) => type);
      expect([commentsOf(fix.ticket.key), types.includes('Remediation Ticket Not Told')]).toEqual([['Put off'], false]);
    },
  );

  it.each([english, enterprise])(
    'that $site.name refused and takes after all leaves no word of that in the state',
    async (plan) => {
      const fix = await openFix(plan);
      world.simulator.faults.add({ kind: 'status', status: 403, method: 'POST', path: '/rest/api/*/issue/*/comment' });
      await accepted(fix);
      const refused = await latest(world, fix);
      const told = (await world.outbox()).filter(({ type }) => type === 'Risk Accepted');
      for (const event of [...told, ...told]) await world.handOver(event);
      const types = (await world.outbox()).map(({ type }) => type);
      expect([refused.notTold?.about, (await latest(world, fix)).notTold, commentsOf(fix.ticket.key)]).toEqual([
        'decision',
        undefined,
        ['Put off'],
      ]);
      expect(types.filter((type) => type === 'Remediation Ticket Told')).toHaveLength(1);
    },
  );
});

describe('the ticket of a fix that is proven', () => {
  it.each([english, enterprise, service])('is told so once for each claim on $site.name', async (plan) => {
    const fix = await openFix(plan);
    await verified(plan, fix.ticket.key);
    const events = (await world.outbox()).filter(({ type }) => type === 'Remediation Verified');
    for (const event of [...events, ...events]) await world.handOver(event);
    const words = plainText(ticket(fix.ticket.key)?.comments[0]?.body);
    expect([(await latest(world, fix)).state, commentsOf(fix.ticket.key), words]).toEqual([
      'verified',
      ['Verified'],
      expect.stringContaining('The evidence shows that this fix works'),
    ]);
  });

  it('goes on to another status of done where the route says so, which takes no claim back', async () => {
    const plan = withRoute(shipping, { onVerified: { transition: 'Verify' } });
    const fix = await openFix(plan);
    await verified(plan, fix.ticket.key);
    await echo();
    expect([ticket(fix.ticket.key)?.status.name, (await latest(world, fix)).state]).toEqual(['Verified', 'verified']);
  });
});

describe('the ticket of a fix that its merged pull request claims', () => {
  const existingWork = {
    kind: 'pull request' as const,
    url: 'https://github.com/acme/mail/pull/12',
    mergedAt: '2026-11-20T09:00:00.000Z',
  };
  const everyWay = withRoute(shipping, { onVerified: { transition: 'Verify' }, onAccepted: { transition: 'Drop' } });

  it('stays where people have it when the fix is proven, and is asked for', async () => {
    const fix = await openFix(everyWay, { existingWork });
    await world.sweep();
    world.clock.advance('P7D');
    await signal('pass');
    await world.verify();
    await world.deliver();
    const words = plainText(ticket(fix.ticket.key)?.comments.at(-1)?.body);
    expect([await latest(world, fix), ticket(fix.ticket.key)?.status.category === 'done']).toMatchObject([
      { state: 'verified', grade: 'proven', claim: { isOfPullRequest: true } },
      false,
    ]);
    expect([words, moves(), world.failures]).toEqual([
      expect.stringContaining('Move this ticket to done; nothing more is wanted of you.'),
      [],
      [],
    ]);
  });

  it('is moved by nobody when the risk is accepted, and claims on when that is over', async () => {
    const fix = await openFix(everyWay, { existingWork });
    await world.sweep();
    await accepted(fix);
    await echo();
    const whileAccepted = await latest(world, fix);
    world.clock.advance('P31D');
    await world.sweep();
    await world.deliver();
    expect([whileAccepted, await latest(world, fix), moves()]).toMatchObject([
      { state: 'accepted', kept: { claim: { isOfPullRequest: true } } },
      { claim: { isOfPullRequest: true }, reopenCount: 0 },
      [],
    ]);
  });
});

describe('a new due date of a fix that did not hold', () => {
  it('is said in a comment where the ticket has no field for it', async () => {
    const fix = await openFix(service);
    world.clock.advance('P13D');
    for (const status of service.workEnds) world.simulator.transition(fix.ticket.key, status, { by: 'Mia Okafor' });
    await world.sweep();
    world.clock.advance('P7D');
    await signal('fail');
    await world.verify();
    world.clock.advance('PT1H');
    await world.verify();
    await world.deliver();
    expect([(await latest(world, fix)).state, commentsOf(fix.ticket.key)]).toEqual([
      'open',
      ['This fix does not hold', 'Due'],
    ]);
  });
});

describe('the doctor', () => {
  it('says which way of a decision there is not', async () => {
    await openFix(english);
    const route = aRoute({
      onCancelled: { transition: 'Drop' },
      onAccepted: { transition: 'Done' },
      reopen: { transition: 'To Do' },
    });
    const looks = await world.tickets.checkRoute(route, ['high']);
    const problems = looks.flatMap((look) => look.problems.map(({ code, advice }) => [code, advice]));
    expect(problems).toEqual([
      [
        'no way of a cancelled fix of 10000',
        expect.stringContaining('correct remediation.defaultRoute.onCancelled.transition'),
      ],
    ]);
  });
});
