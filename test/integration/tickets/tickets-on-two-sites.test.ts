import { afterEach, describe, expect, it } from 'vitest';
import { auditTicketsHandler } from '../../../functions/audit-tickets/handler.ts';
import type { JiraSimulator } from '../../../local/jira-simulator/simulator.ts';
import type { Issue } from '../../../local/jira-simulator/site/issue.ts';
import { recordForAnybody } from '../../../shared/api/routes/record-answer.ts';
import type { PostMortem } from '../../../shared/domain/record/post-mortem.ts';
import { routesOn } from '../../../shared/domain/remediation/choose-route.ts';
import type { RecommendationDraft } from '../../../shared/domain/remediation/recommendation.ts';
import { isTicketed, type Remediation } from '../../../shared/domain/remediation/remediation.ts';
import { plainText } from '../../../shared/jira/adf.ts';
import { readCursor } from '../../../shared/store/queues/cursor.ts';
import { readFollowedWalk } from '../../../shared/store/queues/followed-fixes.ts';
import { sweepRemediations } from '../../../shared/sweep/sweep-remediations.ts';
import { draftFor } from '../../../shared/tickets/create-ticket.ts';
import { reopenTicket } from '../../../shared/tickets/reopen-ticket.ts';
import { ticketSites } from '../../../shared/tickets/ticket-sites.ts';
import { problemsWithJira } from '../../support/jira/jira-contract.ts';
import { webhookReceiver } from '../../support/jira/webhook-receiver.ts';
import { engineForThisFile } from '../../support/machine/engine.ts';
import { examined } from '../../support/world/examined.ts';
import { approvedOn } from '../../support/world/site-worlds.ts';
import { aCause, webhookRequest } from '../../support/world/stories.ts';
import { jiraOfFinance, startOnTwo, TWO_SITES, type TwoSites } from '../../support/world/two-sites.ts';
import type { World } from '../../support/world/world.ts';

const endpoint = engineForThisFile();
let world: World;
afterEach(() => world.close());

const ATTESTED = { checks: [{ kind: 'attestation' as const, statement: 'A test mail was quarantined.' }] };
const FINANCE = { ownerTeam: 'finance', verification: ATTESTED };
/** The same projects, keys and ids on both. */
const BESIDE = found(TWO_SITES[0]);
const CREATE = { method: 'POST' as const, path: '/rest/api/*/issue' };

function found<Value>(value: Value | undefined): Value {
  if (value === undefined) throw new Error('expected to find one');
  return value;
}

const start = async (two: TwoSites, with_: Parameters<typeof startOnTwo>[2] = {}): Promise<void> => {
  world = await startOnTwo(endpoint(), two, with_);
};

/** A fix on each site, the one on the first before the other. */
async function fixOnEach(two: TwoSites): Promise<PostMortem> {
  return approvedOn(world, two.first, { title: 'On the first', verification: ATTESTED }, titled('On the second'));
}

const titled = (title: string): Partial<RecommendationDraft> => ({ ...FINANCE, title });

const remediationsOf = ({ id }: PostMortem): Promise<Remediation[]> => world.store.remediations(id);
const statesOf = async (record: PostMortem) => (await remediationsOf(record)).map(({ state }) => state);

const ticketOf = (remediation: Remediation | undefined) =>
  remediation !== undefined && isTicketed(remediation)
    ? remediation.ticket
    : { site: '', issueId: '', key: 'no ticket' };

/** Issues with our mark, and whose it is. */
const ticketsIn = (jira: JiraSimulator): Issue[] =>
  jira.issues().filter(({ properties }) => 'holdfast.remediation' in properties);
const titlesIn = (jira: JiraSimulator): string[] => ticketsIn(jira).map(({ summary }) => summary);

const commentsIn = (issue: Issue | undefined): string[] => (issue?.comments ?? []).map(({ body }) => plainText(body));

const close = (jira: JiraSimulator, key: string, { workEnds }: TwoSites['first']): void => {
  for (const status of workEnds) jira.transition(key, status, { by: 'Jonas Berg' });
};

/** Both Jiras tell what happened, in whichever order. */
async function hooksHeard(): Promise<() => Promise<void>> {
  const heard = await webhookReceiver();
  const both = [world.simulator, jiraOfFinance(world)];
  for (const jira of both) jira.addWebhook({ url: heard.url });
  return async () => {
    for (const jira of both) await jira.settled();
    for (const { raw } of heard.received.splice(0)) await world.receive(webhookRequest(raw));
    await world.deliver();
  };
}

describe.each(TWO_SITES.map((two) => [two.name, two] as const))('with two sites: %s', (_name, two) => {
  afterEach(() => {
    const ofCloud = [world.simulator, jiraOfFinance(world)].filter(({ deployment }) => deployment === 'Cloud');
    // Which kind of Jira it is tells an older address, which the doctor alone asks.
    const asked = ofCloud.flatMap((jira) => jira.requests()).filter(({ path }) => !path.endsWith('/serverInfo'));
    expect(problemsWithJira(asked)).toEqual([]);
  });

  it('a fix gets its ticket on the site that its route names, and its link leads there', async () => {
    await start(two);
    const record = await fixOnEach(two);
    await world.deliver();
    const [first, second] = (await remediationsOf(record)).map(ticketOf);
    const finance = jiraOfFinance(world);
    expect([titlesIn(world.simulator), titlesIn(finance)]).toEqual([['On the first'], ['On the second']]);
    expect([first?.issueId, second?.site]).toEqual([
      second?.issueId,
      new URL(world.config.jira.sites.finance?.site ?? '').host,
    ]);
    const { recommendations } = await recordForAnybody(found(await world.store.postMortem(record.id)), world);
    expect(recommendations.map((one) => one.remediation?.ticket?.url)).toEqual([
      `${world.config.jira.site}/browse/${first?.key}`,
      `${world.config.jira.sites.finance?.site}/browse/${second?.key}`,
    ]);
  });

  it('an answer that was lost makes no second ticket: it is looked for where it was asked for', async () => {
    await start(two);
    const record = await fixOnEach(two);
    for (const jira of [world.simulator, jiraOfFinance(world)])
      jira.faults.add({ kind: 'timeout-after-write', ...CREATE });
    await world.deliver();
    const doubtful = await statesOf(record);
    world.clock.advance('PT30S');
    await world.sweep();
    expect([doubtful, await statesOf(record)]).toEqual([
      ['ambiguous', 'ambiguous'],
      ['open', 'open'],
    ]);
    expect([titlesIn(world.simulator), titlesIn(jiraOfFinance(world))]).toEqual([['On the first'], ['On the second']]);
  });

  it('tickets that are created together go each to its site', async () => {
    await start(two);
    const titles = ['Thing one', 'Thing two', 'Thing three', 'Thing four'];
    const record = await approvedOn(
      world,
      two.first,
      ...titles.map((title, place) => (place % 2 === 0 ? { title } : titled(title))),
    );
    const approvals = (await world.outbox()).filter(({ type }) => type === 'Recommendation Approved');
    const back = await world.handOverTogether(approvals);
    expect([
      back,
      await statesOf(record),
      titlesIn(world.simulator).toSorted(),
      titlesIn(jiraOfFinance(world)).toSorted(),
    ]).toEqual([[], ['open', 'open', 'open', 'open'], ['Thing one', 'Thing three'], ['Thing four', 'Thing two']]);
    const summaries = (await remediationsOf(record)).map((fix) => {
      const { site, issueId } = ticketOf(fix);
      const jira = site === world.tickets.site ? world.simulator : jiraOfFinance(world);
      return [fix.title, jira.issue(issueId)?.summary];
    });
    expect(summaries.every(([title, summary]) => title === summary)).toBe(true);
  });

  it.each(['a webhook', 'the sweep'])('a ticket that is closed claims its own fix, as %s tells', async (how) => {
    await start(two);
    const record = await fixOnEach(two);
    await world.deliver();
    await world.sweep();
    const tell = how === 'a webhook' ? await hooksHeard() : world.sweep;
    const [first, second] = (await remediationsOf(record)).map(ticketOf);
    world.clock.advance('PT20M');
    close(jiraOfFinance(world), found(second).key, two.second);
    world.clock.advance('PT1M');
    await tell();
    const afterSecond = await statesOf(record);
    close(world.simulator, found(first).key, two.first);
    world.clock.advance('PT1M');
    await tell();
    expect([afterSecond, await statesOf(record)]).toEqual([
      ['open', 'claimed'],
      ['claimed', 'claimed'],
    ]);
  });

  it('a ticket of which no label is left is followed by its id on its own site', async () => {
    await start(two);
    const record = await fixOnEach(two);
    await world.deliver();
    const [, second] = (await remediationsOf(record)).map(ticketOf);
    close(jiraOfFinance(world), found(second).key, two.second);
    async function* nothing() {}
    for (const tickets of world.ticketSites.all) Object.assign(tickets, { changedWithin: nothing });
    world.clock.advance('PT1M');
    await world.sweep();
    expect(await statesOf(record)).toEqual(['open', 'claimed']);
  });

  it('a fix that does not hold is reopened and commented where its ticket is', async () => {
    await start(two);
    const record = await fixOnEach(two);
    await world.deliver();
    const [first, second] = (await remediationsOf(record)).map(ticketOf);
    close(world.simulator, found(first).key, two.first);
    close(jiraOfFinance(world), found(second).key, two.second);
    world.clock.advance('PT1M');
    await world.sweep();
    const [, fix] = await remediationsOf(record);
    await failed(found(fix));
    await world.deliver();
    const [atFirst, atSecond] = [
      world.simulator.issue(found(first).key),
      jiraOfFinance(world).issue(found(second).key),
    ];
    expect([await statesOf(record), atFirst?.status.category, atSecond?.status.category === 'done']).toEqual([
      ['claimed', 'open'],
      'done',
      false,
    ]);
    expect([commentsIn(atFirst).some(isReopening), commentsIn(atSecond).some(isReopening)]).toEqual([false, true]);
  });

  it('the audit closes a second ticket on its own site', async () => {
    await start(two);
    const record = await fixOnEach(two);
    await world.deliver();
    const [, fix] = await remediationsOf(record);
    const second = await world.ticketSites.named(ticketOf(fix).site).create(await draftFor(world, found(fix)));
    const { findings } = await auditTicketsHandler(world)({});
    expect(findings).toMatchObject([
      { kind: 'duplicate', site: 'finance', key: second.key, original: ticketOf(fix).key, closed: true },
    ]);
    expect(ticketsIn(world.simulator).map(({ status }) => status.category)).not.toContain('done');
    expect((await auditTicketsHandler(world)({})).findings).toMatchObject([{ isClosed: true }]);
  });

  it('the doctor looks at each route on its site', async () => {
    await start(two);
    const { looks } = await examined(world);
    const ofSites = looks.filter(({ system }) => system.startsWith('tickets on'));
    const ofRoutes = ofSites.filter(({ what }) => what.includes(' in '));
    expect([ofRoutes.map(({ system }) => system), ofSites.flatMap(({ problems }) => problems)]).toEqual([
      world.ticketSites.all.map(({ site }) => `tickets on ${site}`),
      [],
    ]);
  });

  it('the doctor calls a claim wrong that neither site has, and none while one of them is silent', async () => {
    const claims = [...(two.first.claims ?? []), ...(two.second.claims ?? [])];
    await start(two, { claims: [...claims, { statuses: ['Shipped'], resolutions: [null] }] });
    const ofClaims = async () =>
      (await examined(world)).looks.flatMap(({ what, problems, unseen }) =>
        what === 'remediation.claims' ? [problems.map(({ code }) => code).join() || unseen] : [],
      );
    expect(await ofClaims()).toEqual(['no statuses Shipped', 'no statuses Shipped']);
    jiraOfFinance(world).faults.add({ kind: 'status', status: 503, probability: 1 });
    expect(await ofClaims()).toEqual([expect.stringContaining('another site does not answer')]);
  });
});

const DEAD = [
  ['answers with a page of a proxy', { kind: 'proxy-page', probability: 1 }],
  ['takes no login', { kind: 'dead-login', probability: 1 }],
  ['fails', { kind: 'status', status: 503, probability: 1 }],
] as const;

/** Where the sweep has come to on each site: changes, and the walk through known tickets. */
async function placesOn(key: string): Promise<unknown[]> {
  const walk = await readFollowedWalk(world.table, key === '' ? undefined : key);
  return [await readCursor(world.table, `sweep-remediation${key === '' ? '' : `@${key}`}`), walk?.startedAt];
}

describe('while one of two sites', () => {
  it.each(
    DEAD.flatMap(
      ([what, fault]) =>
        [
          [what, 'the first', fault],
          [what, 'the second', fault],
        ] as const,
    ),
  )('%s, %s, the tickets of the other go on, and no place of it moves', async (_what, which, fault) => {
    await start(BESIDE);
    const record = await fixOnEach(BESIDE);
    await world.deliver();
    await world.sweep();
    const [first, second] = (await remediationsOf(record)).map(ticketOf);
    const isFirst = which === 'the first';
    const [dead, key] = isFirst ? [world.simulator, ''] : [jiraOfFinance(world), 'finance'];
    const switchedOn = dead.faults.add(fault);
    const before = await placesOn(key);
    close(world.simulator, found(first).key, BESIDE.first);
    close(jiraOfFinance(world), found(second).key, BESIDE.second);
    world.clock.advance('P2D');
    await expect(world.sweep()).rejects.toThrow(`tickets on ${isFirst ? found(first).site : found(second).site}`);
    const meanwhile = [await statesOf(record), await placesOn(key)];
    await expect(auditTicketsHandler(world)({})).rejects.toThrow('1 failed');
    dead.faults.remove(switchedOn);
    world.clock.advance('PT15M');
    await world.sweep();
    expect([...meanwhile, await statesOf(record)]).toEqual([
      isFirst ? ['open', 'claimed'] : ['claimed', 'open'],
      before,
      ['claimed', 'claimed'],
    ]);
  });

  it('hangs, the run of the other is not spent on it', async () => {
    await start(BESIDE);
    const record = await approvedOn(world, BESIDE.first, {}, {}, {}, titled('On the second'));
    const hanging = { kind: 'timeout-before-write', probability: 1 } as const;
    world.simulator.faults.add({ ...hanging, ...CREATE });
    jiraOfFinance(world).faults.add({ kind: 'timeout-after-write', ...CREATE });
    await world.deliver();
    world.simulator.faults.add(hanging);
    world.clock.advance('PT1M');
    const endsAt = Date.now() + 1_500;
    const timeLeftMs = () => endsAt - Date.now();
    const cause = aCause({ kind: 'system', id: 'sweep-remediation' });
    await expect(sweepRemediations({ ...world, timeLeftMs, onProblem: () => {} }, cause)).rejects.toThrow(
      world.tickets.site,
    );
    expect(await statesOf(record)).toEqual(['ambiguous', 'ambiguous', 'ambiguous', 'open']);
  });

  it('does not answer, tickets for the other are made in the same call of the worker', async () => {
    await start(BESIDE);
    const record = await approvedOn(world, BESIDE.first, {}, {}, titled('On the second'), titled('There as well'));
    world.simulator.faults.add({ kind: 'proxy-page', probability: 1 });
    const approvals = (await world.outbox()).filter(({ type }) => type === 'Recommendation Approved');
    const back = await world.handOverTogether(approvals);
    expect([back.length, await statesOf(record)]).toEqual([0, ['ambiguous', 'ambiguous', 'open', 'open']]);
  });
});

describe('tickets of the same id and key on two sites', () => {
  it('are not taken for each other by a message that names one of them', async () => {
    await start(BESIDE);
    const record = await fixOnEach(BESIDE);
    await world.deliver();
    const [first, second] = (await remediationsOf(record)).map(ticketOf);
    close(jiraOfFinance(world), found(second).key, BESIDE.second);
    const { issueId, key } = found(first);
    const changed = (site: string) =>
      world.event({ type: 'Remediation Ticket Changed', data: { site, issueId, key, change: 'updated' } });
    const back = [await world.handOver(changed(found(first).site)), await statesOf(record)];
    const stranger = await world.handOver(changed('stranger.atlassian.net'));
    await world.handOver(changed(found(second).site));
    expect([first?.issueId === second?.issueId, first?.key === second?.key, ...back, stranger.length]).toEqual([
      true,
      true,
      [],
      ['open', 'open'],
      1,
    ]);
    expect([await statesOf(record), world.failures.at(-1)]).toEqual([
      ['open', 'claimed'],
      expect.objectContaining({ message: expect.stringContaining('stranger.atlassian.net') }),
    ]);
  });

  it('are told apart by the audit: a second ticket on the other site is closed, and its comment leads to the first', async () => {
    await start(BESIDE);
    const record = await approvedOn(world, BESIDE.first, { title: 'On the first' });
    await world.deliver();
    const [fix] = await remediationsOf(record);
    const elsewhere = { ...(await draftFor(world, found(fix))), route: found(routesOn('finance', world.config)[0]) };
    const { key } = await world.ticketSites.of({ site: 'finance' }).create(elsewhere);
    const { findings } = await auditTicketsHandler(world)({});
    const closed = jiraOfFinance(world).issue(key);
    expect([key, ticketOf(fix).key]).toEqual(['PLAT-1', 'PLAT-1']);
    expect(findings).toMatchObject([
      { kind: 'duplicate', site: 'finance', key, original: key, originalOn: world.tickets.site, closed: true },
    ]);
    expect([closed?.status.category, world.simulator.issue(key)?.status.category]).toEqual(['done', 'new']);
    expect(commentsIn(closed).join()).toContain(`${world.config.jira.site}/browse/PLAT-1`);
  });

  it('are not adopted from a site where no route leads, though our own account made them', async () => {
    await start(BESIDE, { routes: [] });
    const record = await approvedOn(world, BESIDE.first, { title: 'On the first' });
    world.simulator.faults.add({ kind: 'timeout-before-write', ...CREATE });
    await world.deliver();
    const [fix] = await remediationsOf(record);
    const elsewhere = {
      ...(await draftFor(world, found(fix))),
      route: { ...PLAIN, ...BESIDE.second.route, component: ['Firewall'] },
    };
    await world.ticketSites.of({ site: 'finance' }).create(elsewhere);
    world.clock.advance('PT1M');
    await world.sweep();
    expect([await statesOf(record), (await auditTicketsHandler(world)({})).findings]).toMatchObject([
      ['ambiguous'],
      [{ kind: 'foreign', site: 'finance', because: expect.stringContaining('no route leads to the project PLAT') }],
    ]);
  });
});

describe('a route that changes its site', () => {
  it('takes a refused creation along, and looks for one in doubt where it was asked for', async () => {
    await start(BESIDE);
    const record = await approvedOn(world, BESIDE.first, titled('Refused there'), titled('In doubt there'));
    const finance = jiraOfFinance(world);
    const [refused, doubtful] = (await world.outbox()).filter(({ type }) => type === 'Recommendation Approved');
    const refusal = finance.faults.add({ kind: 'status', status: 400, ...CREATE, probability: 1 });
    await world.handOver(found(refused));
    finance.faults.remove(refusal);
    finance.faults.add({ kind: 'timeout-after-write', ...CREATE });
    await world.handOver(found(doubtful));
    Object.assign(world.config.remediation, { routes: [] });
    world.clock.advance('PT1M');
    await world.sweep();
    const fixes = await remediationsOf(record);
    expect(fixes.map((fix) => [fix.title, fix.state, ticketOf(fix).site === world.tickets.site])).toEqual([
      ['Refused there', 'open', true],
      ['In doubt there', 'open', false],
    ]);
    expect(fixes.map(({ routeSite }) => routeSite)).toEqual([undefined, 'finance']);
  });
});

describe('a site that the configuration does not have any more', () => {
  it('is said of its tickets, and nothing is done to those of the same id on another', async () => {
    await start(BESIDE);
    const record = await fixOnEach(BESIDE);
    await world.deliver();
    const fixes = await remediationsOf(record);
    const [first, second] = fixes.map(ticketOf);
    close(jiraOfFinance(world), found(second).key, BESIDE.second);
    world.clock.advance('PT1M');
    await world.sweep();
    await failed(found((await remediationsOf(record))[1]));
    const alone = { ...world, ticketSites: ticketSites([world.tickets]) };
    const cause = aCause({ kind: 'system', id: 'sweep-remediation' });
    const outcome = await reopenTicket(alone, { postMortemId: record.id, remediationId: found(fixes[1]).id }, cause);
    const { findings } = await auditTicketsHandler(alone)({ all: true });
    expect([outcome, findings, commentsIn(world.simulator.issue(found(first).key))]).toMatchObject([
      {
        outcome: 'refused',
        refusal: { message: expect.stringContaining(`no site of the configuration is called ${second?.site}`) },
      },
      [{ kind: 'missing', key: second?.key, remediationId: fixes[1]?.id }],
      [],
    ]);
  });
});

const PLAIN = { name: 'elsewhere', path: 'remediation.routes' };

const isReopening = (comment: string): boolean => comment.includes('This fix does not hold');

/** Evidence says that a claimed fix does not hold. */
async function failed({ postMortemId, id }: Remediation): Promise<void> {
  const at = world.now();
  await world.store.changeRemediation(
    postMortemId,
    id,
    (state) =>
      state === undefined
        ? []
        : [
            {
              type: 'Remediation Ineffective',
              data: { postMortemId, remediationId: id, failure: { at, step: 0, results: [] } },
            },
          ],
    { actor: { kind: 'system', id: 'test' }, correlationId: 'test', hops: 0 },
  );
}
