import { afterEach, describe, expect, it } from 'vitest';
import { auditTicketsHandler } from '../../../functions/audit-tickets/handler.ts';
import type { Issue } from '../../../local/jira-simulator/site/issue.ts';
import { classicEnglish } from '../../../local/jira-simulator/sites/classic-english.ts';
import { onDataCenter } from '../../../local/jira-simulator/sites/data-center.ts';
import type { PostMortem } from '../../../shared/domain/record/post-mortem.ts';
import { cancel } from '../../../shared/domain/remediation/decide/risk.ts';
import type { ExistingWorkChange } from '../../../shared/domain/remediation/existing-work.ts';
import type { RecommendationDraft } from '../../../shared/domain/remediation/recommendation.ts';
import { isTicketed, type Remediation } from '../../../shared/domain/remediation/remediation.ts';
import { plainText } from '../../../shared/jira/adf.ts';
import { siteName } from '../../../shared/jira/site.ts';
import { apiOf } from '../../support/api/api.ts';
import { ANYTHING } from '../../support/api/api-world.ts';
import { problemsWithJira } from '../../support/jira/jira-contract.ts';
import { engineForThisFile } from '../../support/machine/engine.ts';
import { ANNA, BEN } from '../../support/world/people.ts';
import { aPostMortemId } from '../../support/world/records.ts';
import { approvedOn, configOn, SITE_PLANS, type SitePlan } from '../../support/world/site-worlds.ts';
import { aCause, openedRecord } from '../../support/world/stories.ts';
import { startWorld, type World } from '../../support/world/world.ts';

const endpoint = engineForThisFile();
let world: World;
afterEach(() => world.close());

const [CLASSIC] = SITE_PLANS.filter(({ site }) => site === classicEnglish);
const planOf = (plan = CLASSIC): SitePlan => {
  if (plan === undefined) throw new Error('the classic site has a plan');
  return plan;
};
const start = async (plan = planOf(), with_: Parameters<typeof configOn>[1] = {}): Promise<void> => {
  world = await startWorld(endpoint(), configOn(plan, with_), { site: plan.site });
};

const ATTESTED = { checks: [{ kind: 'attestation' as const, statement: 'A test mail was quarantined.' }] };

/** A ticket that a team made by itself. */
const theirTicket = ({ route: { project, issueType } } = planOf(), more = {}) =>
  world.simulator.createIssue({ project, issueType, summary: 'Quarantine young domains', ...more });

const naming = (ticket: string, more: Partial<RecommendationDraft> = {}): Partial<RecommendationDraft> => ({
  existingWork: { kind: 'ticket', ticket },
  ...more,
});

async function fixOf({ id }: Pick<PostMortem, 'id'>, index = 0): Promise<Remediation> {
  const fix = (await world.store.remediations(id))[index];
  if (fix === undefined) throw new Error('the record has no such fix');
  return fix;
}

/** A check of the fix fails. */
const failed = ({ postMortemId, id: remediationId }: Remediation) =>
  world.store.changeRemediation(
    postMortemId,
    remediationId,
    () => [
      {
        type: 'Remediation Ineffective',
        data: { postMortemId, remediationId, failure: { at: world.now(), step: 0, results: [] } },
      },
    ],
    aCause(),
  );

const keyOf = (fix: Remediation): string | undefined => (isTicketed(fix) ? fix.ticket.key : undefined);
const issue = (key: string): Issue => {
  const found = world.simulator.issue(key);
  if (found === undefined) throw new Error(`there is no ${key}`);
  return found;
};
const commentsOf = (key: string): string[] => issue(key).comments.map(({ body }) => plainText(body));
/** Tickets beside the incident. */
const ticketKeys = (plan = planOf()): string[] =>
  world.simulator
    .issues()
    .filter(({ issueType }) => issueType.name !== plan.incident.issueType)
    .map(({ key }) => key);

describe.each([
  ...SITE_PLANS.map((plan) => [plan.site.name, plan] as const),
  ['classic English on Data Center', { ...planOf(), site: onDataCenter(classicEnglish) }] as const,
])('an existing ticket on the site "%s"', (_name, plan) => {
  it('becomes the ticket of the fix, is told so once, and no other is made', async () => {
    await start(plan);
    const { key } = theirTicket(plan);
    const record = await approvedOn(world, plan, naming(key));
    await world.deliver();
    for (const event of await world.outbox()) {
      if (event.type === 'Remediation Ticket Created') await world.handOver(event);
    }
    const fix = await fixOf(record);
    expect([fix.state, keyOf(fix), ticketKeys(plan), world.failures]).toEqual(['open', key, [key], []]);
    expect(issue(key).comments).toHaveLength(1);
    expect(JSON.stringify(issue(key).comments)).toContain('Followed by Holdfast');
    const ofCloud = world.simulator.requests().filter(({ path }) => path.startsWith('/rest/api/3/'));
    expect(problemsWithJira(ofCloud)).toEqual([]);
  });

  it('is followed by its id when people close it, and is moved back when the fix does not hold', async () => {
    await start(plan);
    const { key, id } = theirTicket(plan);
    const record = await approvedOn(world, plan, naming(key, { verification: ATTESTED }));
    await world.deliver();
    world.clock.advance('PT1H');
    for (const status of plan.workEnds) world.simulator.transition(key, status, { by: 'Jonas Berg' });
    await world.sweep();
    const claimed = await fixOf(record);
    const isMoved = await world.tickets.reopen(id, claimed.route, 'It failed');
    expect([claimed.state, isMoved, issue(key).status.category === 'done']).toEqual(['claimed', true, false]);
  });
});

describe.each([
  ...SITE_PLANS.map((plan) => [plan.site.name, plan] as const),
  ['classic English on Data Center', { ...planOf(), site: onDataCenter(classicEnglish) }] as const,
])('a pull request that is merged, on the site "%s"', (_name, plan) => {
  const merged = (mergedAt: string): Partial<RecommendationDraft> => ({
    existingWork: { kind: 'pull request', url: 'https://github.com/acme/mail/pull/12', mergedAt },
    verification: ATTESTED,
  });
  const MERGED_AT = '2026-11-20T09:00:00.000Z';
  const stands = async (record: PostMortem) => {
    const fix = await fixOf(record);
    return [fix.state, 'claim' in fix ? fix.claim.at : undefined];
  };

  it('claims from the approval on while its ticket is open, and who moves that to done answers for it', async () => {
    await start(plan);
    const approvedAt = world.now();
    const record = await approvedOn(world, plan, merged(MERGED_AT));
    await world.deliver();
    await world.sweep();
    const first = await fixOf(record);
    const [key = ''] = ticketKeys(plan);
    const found = [first];
    for (const status of plan.workEnds) {
      world.clock.advance('PT1H');
      world.simulator.transition(key, status, { by: 'Jonas Berg' });
      await world.sweep();
      found.push(await fixOf(record));
    }
    world.clock.advance('PT20M');
    await world.sweep();
    const last = await fixOf(record);
    expect(world.failures).toEqual([]);
    expect(new Set([...found, last].map(({ state }) => state))).toEqual(new Set(['claimed']));
    expect([first, last]).toMatchObject([
      { claim: { at: approvedAt, isOfPullRequest: true } },
      { claim: { at: approvedAt, by: { name: 'Jonas Berg' } }, reopenCount: 0 },
    ]);
    expect([last.pushes, 'claim' in last && last.claim.isOfPullRequest]).toEqual([undefined, undefined]);
  });

  it('is no claim any more once a check fails, until the ticket is done', async () => {
    await start(plan);
    const record = await approvedOn(world, plan, merged(MERGED_AT));
    await world.deliver();
    await world.sweep();
    await failed(await fixOf(record));
    for (const event of await world.outbox()) {
      if (event.type === 'Remediation Ineffective') await world.handOver(event);
    }
    world.clock.advance('PT1H');
    await world.sweep();
    const open = await stands(record);
    const [key = ''] = ticketKeys(plan);
    world.clock.advance('PT1H');
    for (const status of plan.workEnds) world.simulator.transition(key, status, { by: 'Jonas Berg' });
    await world.sweep();
    expect([open, await stands(record)]).toMatchObject([
      ['open', undefined],
      ['claimed', world.now()],
    ]);
  });
});

describe('a ticket that is named by a recommendation', () => {
  it.each([
    ['its address', (key: string) => `${world.simulator.url}/browse/${key}?focusedCommentId=1`],
    ['its key in small letters', (key: string) => key.toLowerCase()],
  ])('is found by %s', async (_how, nameOf) => {
    await start();
    const { key } = theirTicket();
    const record = await approvedOn(world, planOf(), naming(nameOf(key)));
    await world.deliver();
    expect(keyOf(await fixOf(record))).toBe(key);
  });

  it('is found by the address that its site had before it was renamed', async () => {
    const config = configOn(planOf());
    const jira = { ...config.jira, formerSites: ['old-name.atlassian.net'] };
    world = await startWorld(endpoint(), { ...config, jira }, { site: planOf().site });
    const { key } = theirTicket();
    const record = await approvedOn(world, planOf(), naming(`https://old-name.atlassian.net/browse/${key}`));
    await world.deliver();
    expect([(await fixOf(record)).state, keyOf(await fixOf(record))]).toEqual(['open', key]);
  });

  it('that is done already claims from the approval on, not from its closing', async () => {
    await start();
    const { key } = theirTicket();
    world.simulator.transition(key, 'Done', { by: 'Jonas Berg' });
    world.clock.advance('P40D');
    const approvedAt = world.now();
    const record = await approvedOn(world, planOf(), naming(key));
    await world.deliver();
    const fix = await fixOf(record);
    await world.sweep();
    expect([fix, await fixOf(record)]).toMatchObject([
      { state: 'claimed', claim: { at: approvedAt, ticketDoneAt: '2026-11-21T10:00:00.000Z' } },
      { state: 'claimed' },
    ]);
  });

  it('follows a move to another project, and is missing when it is deleted', async () => {
    await start();
    const { key } = theirTicket();
    const record = await approvedOn(world, planOf(), naming(key));
    await world.deliver();
    world.simulator.moveIssue(key, 'IAM');
    await world.sweep();
    const moved = keyOf(await fixOf(record));
    world.simulator.deleteIssue(moved ?? '');
    const { findings } = await auditTicketsHandler(world)({ all: true });
    expect([moved, findings]).toEqual(['IAM-1', [expect.objectContaining({ kind: 'missing', key: 'IAM-1' })]]);
  });

  it('stays done and gets no word when a check fails, once a record was opened for it: the fix gets a follow-up', async () => {
    await start();
    const { id: ticketId, key } = theirTicket();
    world.simulator.transition(key, 'Done', { by: 'Jonas Berg' });
    const record = await approvedOn(world, planOf(), naming(key, { verification: ATTESTED }));
    await world.deliver();
    await openedRecord(world, { source: 'jira', site: siteName(world.config), ticketId, key });
    const before = commentsOf(key);
    await failed(await fixOf(record));
    await world.deliver();
    expect([await fixOf(record), issue(key).status.name, commentsOf(key)]).toEqual([
      expect.objectContaining({
        state: 'open',
        formerTickets: [expect.objectContaining({ key })],
        ticket: expect.not.objectContaining({ key }),
      }),
      'Done',
      before,
    ]);
  });

  it('is taken all the same when somebody put the mark of a fix on it: everybody who may edit it can do so', async () => {
    await start();
    const { key } = theirTicket();
    const { apiUrl, credentials } = world.simulator;
    const basic = Buffer.from(`${credentials.email}:${credentials.apiToken}`).toString('base64');
    await fetch(`${apiUrl}/rest/api/3/issue/${key}/properties/holdfast.remediation`, {
      method: 'PUT',
      headers: { authorization: `Basic ${basic}`, 'content-type': 'application/json' },
      body: JSON.stringify({ postMortemId: aPostMortemId(), remediationId: aPostMortemId() }),
    });
    expect(issue(key).properties).toHaveProperty(['holdfast.remediation']);
    const record = await approvedOn(world, planOf(), naming(key));
    await world.deliver();
    expect([(await fixOf(record)).state, keyOf(await fixOf(record))]).toEqual(['open', key]);
  });

  it('is never closed as a second one, and the audit says nothing of it', async () => {
    await start();
    const { key } = theirTicket();
    await approvedOn(world, planOf(), naming(key));
    await world.deliver();
    expect([(await auditTicketsHandler(world)({})).findings, issue(key).status.name]).toEqual([[], 'To Do']);
  });

  it('gets no word of a restricted record', async () => {
    await start();
    const { key } = theirTicket();
    const title = 'Quarantine what is younger than thirty days';
    const record = await approvedOn(world, planOf(), naming(key, { title }));
    await world.store.changePostMortem(
      record.id,
      () => [{ type: 'Record Classified', data: { postMortemId: record.id, tlp: 'RED', by: BEN } }],
      aCause(BEN),
    );
    await world.deliver();
    const [comment = ''] = commentsOf(key);
    expect([comment.includes('Followed by Holdfast'), comment.includes(title), issue(key).links]).toEqual([
      true,
      false,
      [],
    ]);
  });
});

describe('a ticket that cannot be the one of a fix', () => {
  const refusedAs = async (record: PostMortem, index = 0) => {
    const fix = await fixOf(record, index);
    return fix.state === 'requested' ? fix.refusedBecause : fix.state;
  };

  it('because there is none, or it is an incident, is said in the record, and nothing is made', async () => {
    await start();
    const incident = world.simulator.createIssue({ ...planOf().incident, summary: 'Another incident' });
    const record = await approvedOn(world, planOf(), naming('PLAT-99'), naming(incident.key));
    await world.deliver();
    expect([await refusedAs(record, 0), await refusedAs(record, 1), ticketKeys()]).toEqual([
      expect.stringContaining('there is no ticket PLAT-99, or it is hidden from our account'),
      expect.stringContaining(`${incident.key} is an incident`),
      [],
    ]);
  });

  it('because its address is that of another Jira on the same host, is asked for nowhere', async () => {
    const plan = { ...planOf(), site: onDataCenter(classicEnglish) };
    await start(plan);
    const { key } = theirTicket(plan);
    const elsewhere = `${new URL(world.config.jira.site).origin}/subsidiary/browse/${key}`;
    const record = await approvedOn(world, plan, naming(elsewhere));
    await world.deliver();
    expect([await refusedAs(record), issue(key).comments]).toEqual([
      expect.stringContaining('tickets of fixes are on'),
      [],
    ]);
  });

  it('because a record was opened for it, is an incident, whatever its type is called now', async () => {
    await start();
    const { id: ticketId, key } = theirTicket();
    world.simulator.transition(key, 'Done', { by: 'Mia Okafor' });
    await openedRecord(world, { source: 'jira', site: siteName(world.config), ticketId, key });
    const record = await approvedOn(world, planOf(), naming(key));
    await world.deliver();
    expect([await refusedAs(record), issue(key).comments]).toEqual([
      expect.stringContaining(`${key} is an incident`),
      [],
    ]);
  });

  it('because it is that of another fix, is said with its record: the first one keeps it', async () => {
    await start();
    const { key } = theirTicket();
    const first = await approvedOn(world, planOf(), naming(key));
    await world.deliver();
    const second = await approvedOn(world, planOf(), naming(key));
    await world.deliver();
    const [one, other] = [await fixOf(first), await refusedAs(second)];
    expect([keyOf(one), other, ticketKeys()]).toEqual([
      key,
      expect.stringContaining(`${key} is the ticket of another fix, ${one.id} of the record ${first.id}`),
      [key],
    ]);
  });

  it('is free for one other fix once the first one is cancelled', async () => {
    await start();
    const { key } = theirTicket();
    const first = await approvedOn(world, planOf(), naming(key));
    await world.deliver();
    const one = await fixOf(first);
    await world.store.changeRemediation(
      one.postMortemId,
      one.id,
      (state) => (state === undefined ? [] : cancel(state, 'It was switched off.', BEN, world.now())),
      aCause(BEN),
    );
    await world.deliver();
    const second = await approvedOn(world, planOf(), naming(key));
    await world.deliver();
    world.clock.advance('PT1H');
    world.simulator.transition(key, 'Done', { by: 'Jonas Berg' });
    await world.sweep();
    const third = await approvedOn(world, planOf(), naming(key));
    await world.deliver();
    const { findings } = await auditTicketsHandler(world)({});
    const fixes = await Promise.all([first, second, third].map((record) => fixOf(record)));
    expect([fixes.map((fix) => [fix.state, keyOf(fix)]), findings]).toEqual([
      [
        ['cancelled', undefined],
        ['claimed', key],
        ['requested', undefined],
      ],
      [],
    ]);
  });

  it('because both come at the same moment, is that of one of them', async () => {
    await start();
    const { key } = theirTicket();
    const records = [await approvedOn(world, planOf(), naming(key)), await approvedOn(world, planOf(), naming(key))];
    const approvals = (await world.outbox()).filter(({ type }) => type === 'Recommendation Approved');
    await Promise.all(approvals.map((event) => world.handOver(event)));
    const states = await Promise.all(records.map(async (record) => (await fixOf(record)).state));
    expect([states.toSorted(), ticketKeys()]).toEqual([['open', 'requested'], [key]]);
  });

  it('because it was made for another fix, is said', async () => {
    await start();
    const record = await approvedOn(world, planOf());
    await world.deliver();
    const own = keyOf(await fixOf(record));
    const second = await approvedOn(world, planOf(), naming(own ?? ''));
    await world.deliver();
    expect(await refusedAs(second)).toMatch(/was made for the fix|is the ticket of another fix/);
  });

  it('comes by itself when somebody mends it, and never costs the others of its call', async () => {
    await start();
    const record = await approvedOn(world, planOf(), naming('PLAT-3'), {}, {});
    const approvals = (await world.outbox()).filter(({ type }) => type === 'Recommendation Approved');
    const back = await world.handOverTogether(approvals);
    const before = (await world.store.remediations(record.id)).map(({ state }) => state);
    const { key } = theirTicket();
    await world.sweep();
    expect([back.length, before, keyOf(await fixOf(record)), key]).toEqual([
      1,
      ['requested', 'open', 'open'],
      'PLAT-3',
      'PLAT-3',
    ]);
  });

  it('waits while Jira is not there, without a doubt, and is taken when it is', async () => {
    await start();
    const { key } = theirTicket();
    const record = await approvedOn(world, planOf(), naming(key));
    const [event] = (await world.outbox()).filter(({ type }) => type === 'Recommendation Approved');
    world.simulator.faults.add({ kind: 'status', status: 503, method: 'GET', path: `/rest/api/3/issue/${key}` });
    const back = event === undefined ? [] : await world.handOver(event);
    const waiting = await fixOf(record);
    await world.sweep();
    expect([back, waiting.state, keyOf(await fixOf(record))]).toEqual([[event?.id], 'requested', key]);
  });

  it('is exchanged by an approver for another one, or for a ticket of its own, and by nobody who wrote the record', async () => {
    await start();
    const { key } = theirTicket();
    const record = await approvedOn(world, planOf(), naming('PLAT-99'), naming('PLAT-98'));
    await world.deliver();
    const api = apiOf(world);
    const path = async (index: number) =>
      `/post-mortems/${record.id}/remediations/${(await fixOf(record, index)).id}/existing-work`;
    const other = { kind: 'ticket', ticket: key };
    const byAuthor = await api.call(ANNA, ['approver'], 'POST', await path(0), other, ANYTHING);
    const elsewhere = { kind: 'ticket', ticket: 'https://elsewhere.atlassian.net/browse/PLAT-1' };
    const wrong = await api.call(BEN, ['approver'], 'POST', await path(0), elsewhere, ANYTHING);
    const named = await api.call(BEN, ['approver'], 'POST', await path(0), other, ANYTHING);
    const none = await api.call(BEN, ['approver'], 'POST', await path(1), { kind: 'none' }, ANYTHING);
    await world.sweep();
    const late = await api.call(BEN, ['approver'], 'POST', await path(0), { kind: 'none' }, ANYTHING);
    expect([byAuthor, wrong, named, none, late].map(({ status }) => status)).toEqual([403, 422, 200, 200, 409]);
    expect([keyOf(await fixOf(record, 0)), issue(keyOf(await fixOf(record, 1)) ?? '').creator.displayName]).toEqual([
      key,
      'Holdfast',
    ]);
  });
});

describe('a pull request that did the work', () => {
  it('is named at the top of the new ticket, with what is left to do', async () => {
    await start();
    const url = 'https://github.com/acme/mail/pull/12';
    const record = await approvedOn(world, planOf(), { existingWork: { kind: 'pull request', url } });
    await world.deliver();
    const { description } = issue(keyOf(await fixOf(record)) ?? '');
    expect(plainText(description)).toMatch(/^Already done: this pull request/);
    expect(JSON.stringify(description)).toContain(url);
  });

  it('counts as done since it was merged, which the ticket says', async () => {
    await start();
    const work = { kind: 'pull request' as const, url: 'https://github.com/acme/mail/pull/12' };
    const record = await approvedOn(world, planOf(), {
      existingWork: { ...work, mergedAt: '2026-11-20T09:00:00.000Z' },
      verification: ATTESTED,
    });
    await world.deliver();
    const { description } = issue(keyOf(await fixOf(record)) ?? '');
    expect(plainText(description)).toContain('It counts as done, and is checked.');
  });

  const PULL_REQUEST = { kind: 'pull request' as const, url: 'https://github.com/acme/mail/pull/12' };

  it('is named when an approver names it in place of a ticket that could not be taken', async () => {
    await start();
    const record = await approvedOn(world, planOf(), naming('PLAT-99'));
    await world.deliver();
    await changed(record, PULL_REQUEST);
    const { description } = issue(keyOf(await fixOf(record)) ?? '');
    expect(JSON.stringify(description)).toContain(PULL_REQUEST.url);
  });

  it('is named no more when an approver takes it back before there is a ticket', async () => {
    await start();
    const record = await approvedOn(world, planOf(), { existingWork: PULL_REQUEST });
    await changed(record, { kind: 'none' });
    const { description } = issue(keyOf(await fixOf(record)) ?? '');
    expect(plainText(description)).not.toContain('Already done');
  });

  async function changed(record: PostMortem, work: ExistingWorkChange): Promise<void> {
    const { id } = await fixOf(record);
    const path = `/post-mortems/${record.id}/remediations/${id}/existing-work`;
    const { status } = await apiOf(world).call(BEN, ['approver'], 'POST', path, work, ANYTHING);
    expect(status).toBe(200);
    await world.deliver();
    await world.sweep();
  }
});
