import { afterEach, describe, expect, it } from 'vitest';
import { auditTicketsHandler } from '../../../functions/audit-tickets/handler.ts';
import type { Issue } from '../../../local/jira-simulator/site/issue.ts';
import { onDataCenter } from '../../../local/jira-simulator/sites/data-center.ts';
import type { RecordedEvent } from '../../../shared/domain/events/recorded-event.ts';
import { parseConfig } from '../../../shared/domain/policy/parse-config.ts';
import type { PostMortem } from '../../../shared/domain/record/post-mortem.ts';
import { acceptRisk, cancel } from '../../../shared/domain/remediation/decide/risk.ts';
import { isTicketed, type Remediation } from '../../../shared/domain/remediation/remediation.ts';
import type { RemediationEvent } from '../../../shared/domain/remediation/remediation-events.ts';
import { addDuration, Duration } from '../../../shared/domain/words/duration.ts';
import { plainText } from '../../../shared/jira/adf.ts';
import { draftFor } from '../../../shared/tickets/create-ticket.ts';
import { problemsWithJira } from '../../support/jira/jira-contract.ts';
import { engineForThisFile } from '../../support/machine/engine.ts';
import { BEN } from '../../support/world/people.ts';
import { approvedOn, configOn, SITE_PLANS, type SitePlan } from '../../support/world/site-worlds.ts';
import { aCause } from '../../support/world/stories.ts';
import { startWorld, type World } from '../../support/world/world.ts';

const endpoint = engineForThisFile();
let world: World;
afterEach(async () => {
  await world.close();
  // The description of the API is that of Cloud.
  if (world.simulator.deployment === 'Cloud') expect(problemsWithJira(world.simulator.requests())).toEqual([]);
});

const start = async (plan: SitePlan, with_: Parameters<typeof configOn>[1] = {}): Promise<void> => {
  world = await startWorld(endpoint(), configOn(plan, with_), { site: plan.site });
};

const approvals = async (): Promise<RecordedEvent[]> =>
  (await world.outbox()).filter(({ type }) => type === 'Recommendation Approved');

function found<Value>(value: Value | undefined): Value {
  if (value === undefined) throw new Error('expected to find one');
  return value;
}

const remediationsOf = async ({ id }: PostMortem): Promise<Remediation[]> => world.store.remediations(id);

/** Issues that carry our mark. */
const tickets = (): Issue[] =>
  world.simulator.issues().filter(({ properties }) => 'holdfast.remediation' in properties);

const markOf = ({ properties }: Issue): unknown => Object(properties['holdfast.remediation']).remediationId;

/** Everything that people read in a ticket. */
const wordsOf = ({ description, comments }: Issue): string =>
  [description, ...comments.map(({ body }) => body)].map(plainText).join('\n');

const keyOf = (remediation: Remediation | undefined): string =>
  remediation !== undefined && isTicketed(remediation) ? remediation.ticket.key : '';

/** The same address in the version that the site has. */
const api = (path: string): string => `/rest/api/${world.simulator.deployment === 'Cloud' ? 3 : 2}${path}`;

/** Anybody who may edit an issue may put our property on it. */
async function plantMark(key: string, mark: object): Promise<void> {
  const { apiUrl, credentials, deployment } = world.simulator;
  const basic = Buffer.from(`${credentials.email}:${credentials.apiToken}`).toString('base64');
  const { status } = await fetch(`${apiUrl}${api('/issue')}/${key}/properties/holdfast.remediation`, {
    method: 'PUT',
    headers: {
      authorization: deployment === 'Cloud' ? `Basic ${basic}` : `Bearer ${credentials.apiToken}`,
      'content-type': 'application/json',
    },
    body: JSON.stringify(mark),
  });
  expect(status).toBe(201);
}

const decide = ({ postMortemId, id }: Remediation, decision: (state: Remediation) => RemediationEvent[]) =>
  world.store.changeRemediation(postMortemId, id, (state) => (state === undefined ? [] : decision(state)), aCause(BEN));

/** A second ticket of a remediation, as a worker makes it that did not hear of the first. */
async function secondTicketOf(remediation: Remediation): Promise<string> {
  const { key } = await world.tickets.create(await draftFor(world, remediation));
  return key;
}

/** People of Data Center have login names in place of account ids. */
const onItsDataCenter = (plan: SitePlan): SitePlan => {
  const { assignee, ...route } = plan.route;
  const byName = assignee === undefined ? {} : { assignee: 'mia' };
  return { ...plan, site: onDataCenter(plan.site), route: { ...route, ...byName } };
};
const PLANS = SITE_PLANS.flatMap((plan) => [plan, onItsDataCenter(plan)]);

describe.each(PLANS.map((plan) => [plan.site.name, plan] as const))('on the site "%s"', (_name, plan) => {
  it('creates the ticket of an approved recommendation, with all that its owner has to know', async () => {
    await start(plan);
    const record = await approvedOn(world, plan, { title: 'Turn on mail filtering', impact: 4 });
    await world.deliver();
    const [remediation] = await remediationsOf(record);
    const [ticket, ...others] = tickets();
    expect([remediation?.state, others, ticket?.summary, markOf(found(ticket))]).toEqual([
      'open',
      [],
      'Turn on mail filtering',
      remediation?.id,
    ]);
    const words = wordsOf(found(ticket));
    expect(words).toContain('A test mail from a look-alike domain is quarantined within a minute.');
    expect(ticket?.dueDate ?? words).toContain('2026-12-05');
    const [priority, labels] = [ticket?.priority?.name, ticket?.labels ?? []];
    expect(['High', 'Hoch', 'P2'].includes(priority ?? '') || words.includes('Priority: high')).toBe(true);
    expect(labels.includes('post-mortem') || words.includes('Labels: post-mortem')).toBe(true);
  });

  it('adopts the ticket of which the answer got lost, and makes no second one', async () => {
    await start(plan);
    const record = await approvedOn(world, plan);
    world.simulator.faults.add({ kind: 'timeout-after-write', method: 'POST', path: api('/issue') });
    await world.deliver();
    const doubtful = (await remediationsOf(record))[0]?.state;
    world.clock.advance('PT30S');
    await world.sweep();
    await world.deliver();
    const [remediation] = await remediationsOf(record);
    expect([doubtful, remediation?.state, tickets().map(({ key }) => key)]).toEqual([
      'ambiguous',
      'open',
      [keyOf(remediation)],
    ]);
    expect(wordsOf(found(tickets()[0]))).toContain('quarantined within a minute');
  });

  it('says in the ticket what people decide about its fix, once, and moves its due date along', async () => {
    await start(plan);
    const record = await approvedOn(world, plan);
    await world.deliver();
    const fix = found((await remediationsOf(record))[0]);
    const until = '2026-12-20T10:00:00.000Z';
    const words = { reason: 'The vendor delivers in spring.', compensatingControl: 'We read the log.' };
    await decide(fix, (state) => acceptRisk(state, { until, ...words }, BEN, world.now(), world.config));
    await world.deliver();
    const putOff = found(tickets()[0]);
    world.clock.advance('P30D');
    await world.sweep();
    await world.deliver();
    await decide(fix, (state) => cancel(state, 'It was switched off.', BEN, world.now()));
    await world.deliver();
    const ticket = found(tickets()[0]);
    const told = ticket.comments.map(({ body }) => plainText(body).replace(/[{*}]/g, '').split('. ')[0]);
    expect(told.slice(-3)).toEqual(['Put off', 'Wanted again', 'Cancelled']);
    expect(plainText(putOff.comments.at(-1)?.body)).toContain('put this fix off until 2026-12-20');
    expect(wordsOf(ticket)).not.toContain('vendor');
    const hasDueDate = ticket.dueDate !== null;
    expect([putOff.dueDate, ticket.dueDate]).toEqual(hasDueDate ? ['2026-12-20', '2026-12-20'] : [null, null]);
  });

  it('says anew that a fix is wanted when a second acceptance is over, and brings no date nearer', async () => {
    await start(plan);
    const record = await approvedOn(world, plan);
    await world.deliver();
    const fix = found((await remediationsOf(record))[0]);
    const due = tickets()[0]?.dueDate ?? null;
    const words = { reason: 'The vendor delivers in spring.', compensatingControl: 'We read the log.' };
    for (const time of ['P4D', 'P3D']) {
      const until = addDuration(world.now(), Duration.parse(time));
      await decide(fix, (state) => acceptRisk(state, { until, ...words }, BEN, world.now(), world.config));
      await world.deliver();
      world.clock.advance(time);
      await world.sweep();
      await world.deliver();
    }
    const ticket = found(tickets()[0]);
    const told = ticket.comments.map(({ body }) => plainText(body).replace(/[{*}]/g, '').split('. ')[0]);
    expect([told.slice(-4), ticket.dueDate]).toEqual([['Put off', 'Wanted again', 'Put off', 'Wanted again'], due]);
  });

  it('leaves a ticket alone that somebody else made to look like ours, and makes its own', async () => {
    await start(plan);
    const record = await approvedOn(world, plan);
    const [fix] = await remediationsOf(record);
    const { project, issueType } = plan.route;
    const planted = world.simulator.createIssue({
      ...{ project, issueType, summary: 'Not ours' },
      ...(plan.site.name.startsWith('locked-down enterprise')
        ? {}
        : { labels: ['holdfast', `holdfast-${fix?.id.toLowerCase()}`] }),
    });
    await plantMark(planted.key, { remediationId: fix?.id, postMortemId: record.id });
    world.simulator.faults.add({ kind: 'timeout-before-write', method: 'POST', path: api('/issue') });
    await world.deliver();
    for (let waited = 0; waited < 14; waited += 1) {
      world.clock.advance('PT30S');
      await world.sweep();
    }
    const [remediation] = await remediationsOf(record);
    const { findings } = await auditTicketsHandler(world)({});
    expect([
      remediation?.state,
      keyOf(remediation) === planted.key,
      world.simulator.issue(planted.key)?.status.category,
    ]).toEqual(['open', false, planted.status.category]);
    // Where no screen has labels, the audit does not come across it; nothing does.
    expect(findings).toEqual(
      planted.labels.length === 0
        ? []
        : [{ kind: 'foreign', key: planted.key, because: expect.stringContaining('another account') }],
    );
  });

  it('creates the tickets of several recommendations in one call, each with its own', async () => {
    await start(plan);
    const record = await approvedOn(
      world,
      plan,
      { title: 'First thing' },
      { title: 'Second thing' },
      { title: 'Third thing' },
    );
    const back = await world.handOverTogether(await approvals());
    const remediations = await remediationsOf(record);
    expect([back, remediations.map(({ state }) => state)]).toEqual([[], ['open', 'open', 'open']]);
    expect(tickets().map(({ key, summary }) => [key, summary])).toEqual(
      expect.arrayContaining(remediations.map((one) => [keyOf(one), one.title])),
    );
    expect(tickets()).toHaveLength(3);
  });

  it('closes a second ticket, and says where the work goes on', async () => {
    await start(plan);
    const record = await approvedOn(world, plan);
    await world.deliver();
    const [remediation] = await remediationsOf(record);
    const second = await secondTicketOf(found(remediation));
    const first = await auditTicketsHandler(world)({});
    const again = await auditTicketsHandler(world)({});
    const closed = world.simulator.issue(second);
    expect(
      [first.findings, again.findings].map((found) => found.map((one) => Object(one).closed ?? Object(one).isClosed)),
    ).toEqual([[true], [true]]);
    expect([closed?.status.category, wordsOf(found(closed)).includes(`work goes on in ${keyOf(remediation)}`)]).toEqual(
      ['done', true],
    );
    expect(world.simulator.issue(keyOf(remediation))?.status.category).not.toBe('done');
  });

  it('takes a fix for claimed when people close its ticket, and moves it back when the fix does not hold', async () => {
    await start(plan);
    const record = await approvedOn(world, plan, { verification: ATTESTED });
    await world.deliver();
    const [remediation] = await remediationsOf(record);
    const key = keyOf(remediation);
    for (const status of plan.workEnds) world.simulator.transition(key, status, { by: 'Jonas Berg' });
    world.clock.advance('PT1M');
    await world.sweep();
    const claimed = (await remediationsOf(record))[0]?.state;
    const moved = await world.tickets.reopen(
      world.simulator.issue(key)?.id ?? '',
      found(remediation).route,
      'It failed',
    );
    const again = await world.tickets.reopen(
      world.simulator.issue(key)?.id ?? '',
      found(remediation).route,
      'It failed',
    );
    expect([claimed, moved, again, world.simulator.issue(key)?.status.category === 'done']).toEqual([
      'claimed',
      true,
      false,
      false,
    ]);
  });

  it('says what mends a refused creation, and creates it with the first sweep after that, however long it took', async () => {
    const broken = { ...plan.route, issueType: 'Chore' };
    await start(plan, { defaultRoute: broken });
    const record = await approvedOn(world, plan);
    const [event] = await approvals();
    for (let tries = 0; tries < 12; tries += 1) await world.handOver(found(event));
    for (let day = 0; day < 3; day += 1) {
      world.clock.advance('P1D');
      await world.sweep().catch(() => undefined);
    }
    const [refused] = await remediationsOf(record);
    const looked = tickets().length;
    world.clock.advance('PT15M');
    Object.assign(world.config.remediation, parseConfig(configOn(plan)).remediation);
    await world.sweep();
    const [remediation] = await remediationsOf(record);
    expect([refused, looked, remediation?.state]).toMatchObject([
      { state: 'requested', refusedBecause: expect.stringContaining('remediation.defaultRoute.issueType') },
      0,
      'open',
    ]);
    expect(tickets().map(({ key }) => key)).toEqual([keyOf(remediation)]);
  });
});

const ATTESTED = { checks: [{ kind: 'attestation' as const, statement: 'A test mail was quarantined.' }] };
