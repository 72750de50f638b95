import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Issue } from '../../../local/jira-simulator/site/issue.ts';
import type { WrittenFields } from '../../../local/jira-simulator/site/written-fields.ts';
import { onDataCenter } from '../../../local/jira-simulator/sites/data-center.ts';
import type { HoldfastConfigInput } from '../../../shared/domain/policy/policy.ts';
import { attest } from '../../../shared/domain/remediation/decide/attestation.ts';
import { acceptRisk } from '../../../shared/domain/remediation/decide/risk.ts';
import type { RecommendationDraft } from '../../../shared/domain/remediation/recommendation.ts';
import { isTicketed, type Remediation } from '../../../shared/domain/remediation/remediation.ts';
import type { RemediationEvent } from '../../../shared/domain/remediation/remediation-events.ts';
import { PartId } from '../../../shared/domain/words/identifiers.ts';
import { plainText } from '../../../shared/jira/adf.ts';
import { syncShown } from '../../../shared/tickets/sync-ticket.ts';
import { engineForThisFile } from '../../support/machine/engine.ts';
import { BEN } from '../../support/world/people.ts';
import { approvedOn, configOn, SITE_PLANS, type SitePlan } from '../../support/world/site-worlds.ts';
import { aCause, approvedRecord } from '../../support/world/stories.ts';
import { startWorld, type World } from '../../support/world/world.ts';

const endpoint = engineForThisFile();
let world: World;
afterEach(async () => {
  before = 0;
  await world.close();
});

type With = HoldfastConfigInput['remediation'];

/** How a fix comes to its ticket on a site, and the priorities there. */
type Site = {
  start: (with_?: With) => Promise<void>;
  approve: (draft?: Partial<RecommendationDraft>) => Promise<{ id: Remediation['postMortemId'] }>;
  /** None where no screen has a priority. */
  priorities?: readonly [high: string, low: string];
  done: string;
  /** Status to which people take a ticket back; absent: the one in which it was made. */
  reopened?: string;
  /** Project to which no route leads. */
  elsewhere: string;
  route: NonNullable<NonNullable<With>['defaultRoute']>;
};

const onDefaultSite: Site = {
  start: async (with_ = {}) => {
    world = await startWorld(endpoint(), { remediation: { ...with_ } });
  },
  approve: (draft = {}) => approvedRecord(world, draft),
  priorities: ['High', 'Lowest'],
  done: 'Done',
  elsewhere: 'IAM',
  route: { project: 'PLAT', issueType: 'Task' },
};

function onPlan(name: string, elsewhere: string, priorities?: NonNullable<Site['priorities']>): Site {
  return asPlanned(planOf(name), elsewhere, priorities);
}

function planOf(name: string): SitePlan {
  const plan = SITE_PLANS.find(({ site }) => site.name === name);
  if (plan === undefined) throw new Error(`no plan for ${name}`);
  return plan;
}

function asPlanned(plan: SitePlan, elsewhere: string, priorities?: NonNullable<Site['priorities']>): Site {
  return {
    start: async (with_ = {}) => {
      world = await startWorld(endpoint(), configOn(plan, with_), { site: plan.site });
    },
    approve: (draft = {}) => approvedOn(world, plan, draft),
    ...(priorities === undefined ? {} : { priorities }),
    done: plan.workEnds.at(-1) ?? '',
    elsewhere,
    route: plan.route,
  };
}

const SITES = [
  ['the default site', onDefaultSite],
  ['German classic', onPlan('German classic', 'SIV', ['Hoch', 'Niedrigste'])],
  ['locked-down enterprise', { ...onPlan('locked-down enterprise', 'IF'), reopened: 'In Treatment' }],
] as const;

const ON_DATA_CENTER = [
  'classic English on Data Center',
  asPlanned({ ...planOf('classic English'), site: onDataCenter(planOf('classic English').site) }, 'IAM', [
    'High',
    'Lowest',
  ]),
] as const;

const DUE = '2026-12-05';
const LATER = '2027-02-01';

const ticket = (): Issue => {
  const [found] = world.simulator.issues().filter(({ properties }) => 'holdfast.remediation' in properties);
  if (found === undefined) throw new Error('there is no ticket');
  return found;
};

/** Somebody edits the ticket, and Jira tells us. */
async function edit(fields: WrittenFields): Promise<void> {
  world.clock.advance('PT1M');
  world.simulator.editIssue(ticket().key, fields, { by: 'Jonas Berg' });
  await told();
}

async function told(issue: { id: string; key: string } = ticket()): Promise<void> {
  const { id: issueId, key } = issue;
  const data = { site: world.tickets.site, issueId, key, change: 'updated' as const };
  await world.handOver(world.event({ type: 'Remediation Ticket Changed', data }));
  await world.deliver();
}

async function fixOf({ id }: { id: Remediation['postMortemId'] }): Promise<Remediation> {
  const [fix] = await world.store.remediations(id);
  if (fix === undefined) throw new Error('the record has no fix');
  return fix;
}

const IN_TICKET = /Ticket (Updated|Missing|Found Again|Moved Out)|Due Date|Priority Lowered/;

/** Events before people changed anything: a priority that no create screen has is seen for the first time. */
let before = 0;

async function happened(): Promise<{ type: string; data: RemediationEvent['data'] }[]> {
  const events = (await world.outbox()).filter(({ type }) => IN_TICKET.test(type));
  return events.slice(before).map(({ type, data }) => ({ type: type.replace('Remediation ', ''), data: Object(data) }));
}
const types = async (): Promise<string[]> => (await happened()).map(({ type }) => type);

const commentsIn = ({ comments }: Issue): string[] =>
  comments.map(({ body }) => plainText(body).replace(/[{*}]/g, '').split('. ')[0] ?? '');

async function started(site: Site, with_: With = {}, draft: Partial<RecommendationDraft> = {}) {
  await site.start(with_);
  const record = await site.approve({ impact: 4, ...draft });
  await world.deliver();
  await told();
  before = (await happened()).filter(({ data }) => 'changes' in data && data.changes?.length === 0).length;
  expect(await types()).toEqual([]);
  return record;
}

describe.each([...SITES, ON_DATA_CENTER])('on %s', (_name, site) => {
  it('puts a due date back that somebody moved away, with one comment, and leaves it the second time', async () => {
    const record = await started(site);
    const before = await fixOf(record);
    await edit({ dueDate: LATER });
    const first = ticket();
    await told();
    await edit({ dueDate: LATER });
    await told();
    await world.sweep();
    await world.deliver();
    const fix = await fixOf(record);
    expect([first.dueDate, ticket().dueDate, commentsIn(ticket()), await types()]).toEqual([
      DUE,
      LATER,
      ['Due date put back'],
      ['Due Date Pushed', 'Due Date Put Back', 'Due Date Pushed'],
    ]);
    expect([fix.pushedDueDate, fix.dueAt]).toEqual([{ pushes: 2, putBack: 'done' }, before.dueAt]);
    expect((await happened()).map(({ data }) => data)).toMatchObject([
      { from: DUE, to: LATER, ours: DUE, answer: 'put back' },
      { dueOn: DUE },
      { from: DUE, to: LATER, ours: DUE, answer: 'left' },
    ]);
  });

  it('puts a date that was pushed while the ticket was done back when people open it again, once', async () => {
    const record = await started(site);
    const reopened = site.reopened ?? ticket().status.name;
    const move = async (status: string): Promise<void> => {
      world.clock.advance('PT1M');
      world.simulator.transition(ticket().key, status, { by: 'Mia Okafor' });
      await told();
    };
    await move(site.done);
    await edit({ dueDate: LATER });
    const whileDone = [ticket().dueDate, (await fixOf(record)).pushedDueDate];
    await move(reopened);
    await told();
    const putBack = [ticket().dueDate, (await fixOf(record)).pushedDueDate];
    await edit({ dueDate: LATER });
    expect([whileDone, putBack, ticket().dueDate, commentsIn(ticket())]).toEqual([
      [LATER, { pushes: 1, putBack: 'owed' }],
      [DUE, { pushes: 1, putBack: 'done' }],
      LATER,
      ['Due date put back'],
    ]);
    expect((await happened()).filter(({ type }) => /Due Date/.test(type)).map(({ data }) => data)).toMatchObject([
      { from: DUE, to: LATER, ours: DUE, answer: 'put back once open', by: { name: 'Jonas Berg' } },
      { dueOn: DUE },
      { from: DUE, to: LATER, ours: DUE, answer: 'left' },
    ]);
  });

  it('puts it back once, with one comment, when five workers hear of it at once', async () => {
    const record = await started(site);
    world.clock.advance('PT1M');
    world.simulator.editIssue(ticket().key, { dueDate: LATER }, { by: 'Jonas Berg' });
    const { id: issueId, key } = ticket();
    const data = { site: world.tickets.site, issueId, key, change: 'updated' as const };
    await world.handOver(world.event({ type: 'Remediation Ticket Changed', data }));
    const push = (await world.outbox()).filter(({ type }) => type === 'Remediation Due Date Pushed');
    const back = await Promise.all(Array.from({ length: 5 }, () => world.handOverTogether(push)));
    // Who came while another was writing comes again, and finds it done.
    expect(back.flat().length).toBeGreaterThan(0);
    for (const _message of back.flat()) await world.handOverTogether(push);
    expect([ticket().dueDate, commentsIn(ticket()), (await fixOf(record)).pushedDueDate, await types()]).toEqual([
      DUE,
      ['Due date put back'],
      { pushes: 1, putBack: 'done' },
      ['Due Date Pushed', 'Due Date Put Back'],
    ]);
  });

  it('takes a reading from before it put a due date back for no second push, and sees the next one', async () => {
    const record = await started(site);
    world.clock.advance('PT1M');
    world.simulator.editIssue(ticket().key, { dueDate: LATER }, { by: 'Jonas Berg' });
    const [read] = await world.tickets.showMany([ticket().id]);
    world.clock.advance('PT1S');
    await told();
    world.clock.advance('PT20S');
    if (read !== undefined) await syncShown(world, read, aCause());
    await told();
    const known = await fixOf(record);
    await edit({ dueDate: '2027-01-15' });
    expect([known.pushedDueDate, isTicketed(known) && known.ticket.dueOn, await types()]).toEqual([
      { pushes: 1, putBack: 'done' },
      DUE,
      ['Due Date Pushed', 'Due Date Put Back', 'Due Date Pushed'],
    ]);
  });

  it('takes a reading from before the ticket was deleted for no sign that it is found again', async () => {
    const record = await started(site);
    const gone = ticket();
    const [read] = await world.tickets.showMany([gone.id]);
    world.clock.advance('PT1S');
    world.simulator.deleteIssue(gone.key);
    await told(gone);
    world.clock.advance('PT20S');
    if (read !== undefined) await syncShown(world, read, aCause());
    await told(gone);
    const fix = await fixOf(record);
    expect([await types(), isTicketed(fix) && fix.ticket.missingSince !== undefined]).toEqual([
      ['Ticket Missing'],
      true,
    ]);
  });

  it('puts a due date back that somebody took away', async () => {
    await started(site);
    await edit({ dueDate: null });
    expect([ticket().dueDate, await types()]).toEqual([DUE, ['Due Date Pushed', 'Due Date Put Back']]);
  });

  it.each([
    ['moved', LATER],
    ['took', null],
  ])('puts a due date back that somebody %s away before we heard of the ticket', async (_how, dueDate) => {
    await site.start();
    const lost = { kind: 'timeout-after-write', method: 'POST' } as const;
    for (const version of [2, 3]) world.simulator.faults.add({ ...lost, path: `/rest/api/${version}/issue` });
    await site.approve({ impact: 4 });
    await world.deliver();
    expect((await world.outbox()).map(({ type }) => type)).not.toContain('Remediation Ticket Created');
    await edit({ dueDate });
    const [pushed, putBack] = (await happened()).filter(({ type }) => type !== 'Ticket Updated');
    expect([ticket().dueDate, commentsIn(ticket())]).toEqual([DUE, ['Due date put back']]);
    expect([pushed, putBack]).toMatchObject([
      { type: 'Due Date Pushed', data: { from: DUE, to: dueDate } },
      { type: 'Due Date Put Back', data: { dueOn: DUE } },
    ]);
  });

  it('tells who pushed the due date of an open ticket, or moved it out, by one request more; what is in step costs none', async () => {
    await started(site);
    const asked = vi.spyOn(world.jira, 'changelog');
    await edit({ summary: 'Mail filter, later' });
    await told();
    const idle = asked.mock.calls.length;
    await edit({ dueDate: LATER });
    await told();
    const pushed = asked.mock.calls.length;
    world.clock.advance('PT1M');
    world.simulator.moveIssue(ticket().key, site.elsewhere, { by: 'Mia Okafor' });
    const movedAt = world.now();
    // Somebody else does something before we come to it.
    world.clock.advance('PT1M');
    world.simulator.editIssue(ticket().key, { summary: 'Mail filter' }, { by: 'Jonas Berg' });
    await told();
    await told();
    const doers = (await happened()).filter(({ type }) => /Pushed|Moved Out/.test(type)).map(({ data }) => data);
    expect(doers).toMatchObject([{ by: { name: 'Jonas Berg' } }, { by: { name: 'Mia Okafor' }, at: movedAt }]);
    expect([idle, pushed, asked.mock.calls.length]).toEqual([0, 1, 2]);
  });

  it('leaves a due date that somebody moved nearer, and records it', async () => {
    await started(site);
    await edit({ dueDate: '2026-11-30' });
    const events = await happened();
    expect([ticket().dueDate, events.map(({ type }) => type), commentsIn(ticket())]).toEqual([
      '2026-11-30',
      ['Ticket Updated'],
      [],
    ]);
    expect(events[0]?.data).toMatchObject({ changes: [{ field: 'due date', from: DUE, to: '2026-11-30' }] });
  });

  it('records a new title of the ticket, and keeps its own', async () => {
    const record = await started(site, {}, { title: 'Turn on mail filtering' });
    await edit({ summary: 'Mail filter, later' });
    const fix = await fixOf(record);
    expect([fix.title, fix.state === 'open' && fix.ticket.title, await types()]).toEqual([
      'Turn on mail filtering',
      'Mail filter, later',
      ['Ticket Updated'],
    ]);
  });

  it('tells once that a ticket is gone from sight, and that it is shown again', async () => {
    const record = await started(site);
    const gone = ticket();
    world.simulator.hideIssue(gone.key);
    await told(gone);
    await told(gone);
    const missing = await fixOf(record);
    world.simulator.showIssue(gone.key);
    await told(gone);
    const found = await fixOf(record);
    const since = [missing, found].map((fix) => (fix.state === 'open' ? fix.ticket.missingSince : fix.state));
    expect([await types(), since]).toEqual([
      ['Ticket Missing', 'Ticket Found Again'],
      [world.now(), undefined],
    ]);
  });

  it('tells once that a ticket was deleted, at once', async () => {
    await started(site);
    const { id, key } = ticket();
    world.simulator.deleteIssue(key);
    await told({ id, key });
    await told({ id, key });
    expect(await types()).toEqual(['Ticket Missing']);
  });

  it('tells that a ticket was moved to where no route leads, and follows it there', async () => {
    const record = await started(site);
    const { key } = ticket();
    world.clock.advance('PT1M');
    const moved = world.simulator.moveIssue(key, site.elsewhere, { by: 'Jonas Berg' });
    await told();
    const fix = await fixOf(record);
    expect([await types(), fix.state === 'open' && fix.ticket.key]).toEqual([['Ticket Moved Out'], moved.key]);
    expect((await happened())[0]?.data).toMatchObject({ fromKey: key, ticket: { key: moved.key } });
  });

  it('lets nobody attest who was the assignee at any time of the work, whether a webhook told it or not', async () => {
    const record = await started(site, {}, ATTESTED);
    for (const person of ['Jonas Berg', 'Mia Okafor']) {
      world.clock.advance('PT1M');
      world.simulator.assign(ticket().key, person);
    }
    world.clock.advance('PT1M');
    world.simulator.transition(ticket().key, site.done, { by: 'Mia Okafor' });
    await told();
    const fix = await fixOf(record);
    const attestation = (by: typeof BEN) =>
      ({
        id: PartId.parse(world.newId()),
        check: 0,
        outcome: 'pass',
        note: 'It was quarantined.',
        by,
        at: world.now(),
      }) as const;
    // The simulator's changelog names people as Cloud does, also on Data Center.
    expect(new Set(fix.workedBy?.map(({ name }) => name))).toEqual(new Set(['Jonas Berg', 'Mia Okafor']));
    const jonas = fix.workedBy?.[0]?.accountId;
    expect(() => attest(fix, attestation({ ...BEN, jiraAccountId: jonas ?? '' }))).toThrow('during the work');
    expect(attest(fix, attestation({ ...BEN, jiraAccountId: '712020:somebody-else' }))).toHaveLength(1);
  });
});

describe.each([...SITES, ON_DATA_CENTER])('a second round of work, on %s', (_name, site) => {
  it('is not attested by who moved the ticket to done in the first, and never was its assignee', async () => {
    const record = await started(site, {}, ATTESTED);
    const reopened = site.reopened ?? ticket().status.name;
    const rounds = [
      [site.done, 'Jonas Berg'],
      [reopened, 'Mia Okafor'],
      [site.done, 'Mia Okafor'],
    ] as const;
    for (const [status, by] of rounds) {
      world.clock.advance('PT1M');
      world.simulator.transition(ticket().key, status, { by });
      await told();
    }
    const fix = await fixOf(record);
    const jonas = fix.workedBy?.find(({ name }) => name === 'Jonas Berg')?.accountId ?? '';
    const attestedBy = (jiraAccountId: string) => () =>
      attest(fix, {
        ...{ id: PartId.parse(world.newId()), check: 0, outcome: 'pass', note: 'It was quarantined.', at: world.now() },
        by: { ...BEN, jiraAccountId },
      });
    expect([fix.state, fix.reopenCount, jonas]).toEqual(['claimed', 1, expect.stringMatching(/./)]);
    expect(attestedBy(jonas)).toThrow('a second person must attest');
    expect(attestedBy('712020:somebody-else')).not.toThrow();
  });
});

const WITH_PRIORITIES = [...SITES, ON_DATA_CENTER].filter(([, { priorities }]) => priorities !== undefined);

describe.each(WITH_PRIORITIES)('where tickets have a priority, on %s', (_name, site) => {
  it('tells a lower priority, and not a higher one, whatever they are called', async () => {
    const [high, low] = site.priorities ?? [];
    await started(site);
    await edit({ priority: low });
    await edit({ priority: high });
    const [lowered, raised] = await happened();
    expect([lowered, raised]).toMatchObject([
      {
        type: 'Priority Lowered',
        data: { from: { id: expect.any(String) }, to: { name: low }, by: { name: 'Jonas Berg' } },
      },
      { type: 'Ticket Updated', data: { changes: [{ field: 'priority', from: low, to: high }] } },
    ]);
    expect(ticket().priority?.name).toBe(high);
  });
});

describe.each(SITES)('what goes wrong while a due date is put back, on %s:', (_name, site) => {
  const PUT = { method: 'PUT', path: '/rest/api/3/issue/*' } as const;
  /** The event of the push, once more. */
  const again = async (): Promise<void> => {
    const [push] = (await world.outbox()).filter(({ type }) => type === 'Remediation Due Date Pushed');
    if (push !== undefined) await world.handOver(push);
    await told();
  };

  it('an answer gets lost: it is put back once, with one comment', async () => {
    const record = await started(site);
    world.simulator.faults.add({ kind: 'timeout-after-write', ...PUT });
    await edit({ dueDate: LATER });
    const owed = (await fixOf(record)).pushedDueDate;
    await again();
    await again();
    expect([owed, (await fixOf(record)).pushedDueDate, ticket().dueDate, commentsIn(ticket())]).toEqual([
      { pushes: 1, putBack: 'owed' },
      { pushes: 1, putBack: 'done' },
      DUE,
      ['Due date put back'],
    ]);
  });

  /** Somebody moves the date, and what was recorded of that reaches nobody. */
  const pushedUnheard = async (): Promise<void> => {
    world.clock.advance('PT1M');
    world.simulator.editIssue(ticket().key, { dueDate: LATER }, { by: 'Jonas Berg' });
    const { id: issueId, key } = ticket();
    const data = { site: world.tickets.site, issueId, key, change: 'updated' as const };
    await world.handOver(world.event({ type: 'Remediation Ticket Changed', data }));
  };
  const sweeps = async (times: number): Promise<void> => {
    for (let sweep = 0; sweep < times; sweep += 1) {
      world.clock.advance('PT8H');
      await world.sweep();
    }
  };
  const outcome = async (record: Awaited<ReturnType<typeof started>>) => [
    (await fixOf(record)).pushedDueDate,
    ticket().dueDate,
    commentsIn(ticket()),
  ];
  const PUT_BACK_ONCE = [{ pushes: 1, putBack: 'done' }, DUE, ['Due date put back']];

  it('its message is lost: a sweep puts it back, once', async () => {
    const record = await started(site);
    await pushedUnheard();
    await sweeps(3);
    expect(await outcome(record)).toEqual(PUT_BACK_ONCE);
  });

  it('Jira is out for as long as the message lives: a sweep puts it back', async () => {
    const record = await started(site);
    const outage = world.simulator.faults.add({ kind: 'status', status: 503, ...PUT, probability: 1 });
    await pushedUnheard();
    await world.deliver();
    world.simulator.faults.remove(outage);
    await sweeps(1);
    expect(await outcome(record)).toEqual(PUT_BACK_ONCE);
  });

  it('the ticket is hidden meanwhile: a sweep puts it back when it is shown again, and asks for nothing before', async () => {
    const record = await started(site);
    await pushedUnheard();
    const { key } = ticket();
    world.simulator.hideIssue(key);
    await world.deliver();
    await sweeps(1);
    const before = world.simulator.requests().filter(({ path }) => /issue\/\d+$/.test(path)).length;
    await sweeps(2);
    const reads = world.simulator.requests().filter(({ path }) => /issue\/\d+$/.test(path)).length - before;
    world.simulator.showIssue(key);
    await sweeps(3);
    expect([reads, ...(await outcome(record))]).toEqual([0, ...PUT_BACK_ONCE]);
  });

  it('Jira answers that it is set and changes nothing: it is left as refused, and no push is counted for that', async () => {
    const record = await started(site);
    const odd = world.simulator.faults.add({ kind: 'no-effect', ...PUT, probability: 1 });
    await edit({ dueDate: LATER });
    await told();
    await sweeps(1);
    world.simulator.faults.remove(odd);
    await again();
    await sweeps(1);
    expect([await types(), ...(await outcome(record))]).toEqual([
      ['Due Date Pushed', 'Due Date Not Put Back'],
      { pushes: 1, putBack: 'refused' },
      LATER,
      [],
    ]);
  });

  it('a rule of the site moves it away in the same moment: it was put back, and that is the second push', async () => {
    const record = await started(site);
    const moved = world.simulator.nextRequest();
    const answered = (async () => {
      for (let next = await moved; next.method !== 'PUT'; next = await world.simulator.nextRequest());
      world.simulator.editIssue(ticket().key, { dueDate: LATER }, { by: 'Jonas Berg' });
    })();
    await edit({ dueDate: LATER });
    await answered;
    await told();
    expect([await types(), ...(await outcome(record))]).toEqual([
      ['Due Date Pushed', 'Due Date Put Back', 'Due Date Pushed'],
      { pushes: 2, putBack: 'done' },
      LATER,
      ['Due date put back'],
    ]);
  });

  it.each([DUE, '2026-12-01'])(
    'somebody sets it to %s before we come to it: the one time is not used up',
    async (day) => {
      const record = await started(site);
      await pushedUnheard();
      world.clock.advance('PT1M');
      world.simulator.editIssue(ticket().key, { dueDate: day }, { by: 'Mia Okafor' });
      await world.deliver();
      await told();
      const restored = await outcome(record);
      await edit({ dueDate: LATER });
      expect([await types(), restored, ...(await outcome(record))]).toEqual([
        [...['Due Date Pushed', 'Ticket Updated', 'Due Date Restored'], ...['Due Date Pushed', 'Due Date Put Back']],
        [{ pushes: 1 }, day, []],
        { pushes: 2, putBack: 'done' },
        DUE,
        ['Due date put back'],
      ]);
    },
  );

  it('our account may not edit the ticket: the record says so, and it is not tried for ever', async () => {
    const record = await started(site);
    world.simulator.faults.add({ kind: 'status', status: 403, ...PUT, probability: 1 });
    await edit({ dueDate: LATER });
    await again();
    await world.sweep();
    await world.deliver();
    await edit({ dueDate: '2027-03-01' });
    const puts = world.simulator.requests().filter(({ method, path }) => method === 'PUT' && /issue/.test(path));
    expect([await types(), (await fixOf(record)).pushedDueDate, ticket().dueDate, puts.length]).toEqual([
      ['Due Date Pushed', 'Due Date Not Put Back', 'Due Date Pushed'],
      { pushes: 2, putBack: 'refused' },
      '2027-03-01',
      1,
    ]);
  });

  it('our account may not comment: it is put back, and the record says that nobody was told', async () => {
    await started(site);
    const path = '/rest/api/3/issue/*/comment';
    world.simulator.faults.add({ kind: 'status', status: 403, method: 'POST', path, probability: 1 });
    await edit({ dueDate: LATER });
    expect([ticket().dueDate, (await happened()).at(-1)?.data]).toMatchObject([
      DUE,
      { dueOn: DUE, untold: 'our account may not comment there' },
    ]);
  });

  it('somebody moves it once more before we come to it: ours is put back all the same, once', async () => {
    const record = await started(site);
    world.simulator.faults.add({ kind: 'status', status: 503, ...PUT });
    await edit({ dueDate: LATER });
    await edit({ dueDate: '2027-03-01' });
    await again();
    expect([await types(), (await fixOf(record)).pushedDueDate, ticket().dueDate]).toEqual([
      ['Due Date Pushed', 'Due Date Pushed', 'Due Date Put Back'],
      { pushes: 2, putBack: 'done' },
      DUE,
    ]);
  });
});

/** An approver accepts the risk until a time. */
async function accepted({ postMortemId, id }: Remediation, until: string): Promise<void> {
  const words = { reason: 'The vendor delivers in spring.', compensatingControl: 'We read the log.' };
  await world.store.changeRemediation(
    postMortemId,
    id,
    (state) => (state ? acceptRisk(state, { until, ...words }, BEN, world.now(), world.config) : []),
    aCause(BEN),
  );
}

describe.each(SITES)('a due date that is not ours to put back, on %s:', (_name, site) => {
  it('of a route that wants none', async () => {
    await site.start({ defaultRoute: { ...site.route, due: 'none' } });
    await site.approve();
    await world.deliver();
    await edit({ dueDate: LATER });
    await edit({ dueDate: null });
    expect([ticket().dueDate, new Set(await types())]).toEqual([null, new Set(['Ticket Updated'])]);
  });

  it('of a ticket that its owners made: every change is recorded, and none is answered', async () => {
    await site.start();
    const { project, issueType } = site.route;
    const theirs = world.simulator.createIssue({ project, issueType, summary: 'Block look-alikes', dueDate: DUE });
    const record = await site.approve({ existingWork: { kind: 'ticket', ticket: theirs.key } });
    await world.deliver();
    world.clock.advance('PT1M');
    const [, low] = site.priorities ?? [];
    world.simulator.editIssue(theirs.key, { dueDate: LATER, priority: low, summary: 'Later' });
    await told(theirs);
    const fix = await fixOf(record);
    expect([await types(), world.simulator.issue(theirs.key)?.dueDate, fix.pushedDueDate]).toEqual([
      ['Ticket Updated'],
      LATER,
      undefined,
    ]);
    expect((await happened())[0]?.data).toMatchObject({
      changes: [
        { field: 'title' },
        { field: 'due date', from: DUE, to: LATER },
        ...(low === undefined ? [] : [{ field: 'priority', to: low }]),
      ],
    });
  });

  it('that we moved ourselves, along with a decision', async () => {
    const record = await started(site);
    await accepted(await fixOf(record), '2026-12-20T10:00:00.000Z');
    await world.deliver();
    await told();
    const known = await types();
    await edit({ dueDate: LATER });
    expect([known, await types(), ticket().dueDate]).toEqual([
      ['Due Date Set'],
      ['Due Date Set', 'Due Date Pushed', 'Due Date Put Back'],
      '2026-12-20',
    ]);
  });

  it('that a decision of ours overwrites before a webhook told of it: the push is recorded, and by whom', async () => {
    const record = await started(site);
    world.clock.advance('PT1M');
    world.simulator.editIssue(ticket().key, { dueDate: LATER }, { by: 'Jonas Berg' });
    await accepted(await fixOf(record), '2026-12-20T10:00:00.000Z');
    await world.deliver();
    await told();
    const [pushed, ...more] = await happened();
    expect([pushed, more.map(({ type }) => type), ticket().dueDate]).toMatchObject([
      { type: 'Due Date Pushed', data: { from: DUE, to: LATER, ours: '2026-12-20', by: { name: 'Jonas Berg' } } },
      expect.arrayContaining(['Due Date Set', 'Due Date Put Back']),
      '2026-12-20',
    ]);
  });

  it('that is moved once more before it is put back, which no webhook told: both pushes are recorded', async () => {
    const record = await started(site);
    world.clock.advance('PT1M');
    world.simulator.editIssue(ticket().key, { dueDate: LATER }, { by: 'Jonas Berg' });
    const { id: issueId, key } = ticket();
    const data = { site: world.tickets.site, issueId, key, change: 'updated' as const };
    await world.handOver(world.event({ type: 'Remediation Ticket Changed', data }));
    world.clock.advance('PT1M');
    world.simulator.editIssue(key, { dueDate: '2027-03-01' }, { by: 'Jonas Berg' });
    await world.deliver();
    await told();
    expect([await types(), (await fixOf(record)).pushedDueDate, ticket().dueDate]).toEqual([
      ['Due Date Pushed', 'Due Date Pushed', 'Due Date Put Back'],
      { pushes: 2, putBack: 'done' },
      DUE,
    ]);
  });

  it('of a ticket that is done', async () => {
    await started(site);
    world.clock.advance('PT1M');
    world.simulator.editIssue(ticket().key, { dueDate: LATER }, { by: 'Jonas Berg' });
    world.simulator.transition(ticket().key, site.done, { by: 'Mia Okafor' });
    await told();
    expect([ticket().dueDate, (await happened())[0]]).toMatchObject([
      LATER,
      { type: 'Due Date Pushed', data: { answer: 'put back once open', by: { name: 'Jonas Berg' } } },
    ]);
  });
});

describe('a project that is out of sight with all of its tickets', () => {
  it('says nothing of them', async () => {
    await started(onDefaultSite);
    const gone = ticket();
    world.simulator.hideIssue(gone.key);
    const path = '/rest/api/3/project/*';
    world.simulator.faults.add({ kind: 'status', status: 404, method: 'GET', path, probability: 1 });
    await told(gone);
    expect(await types()).toEqual([]);
  });
});

const ATTESTED: Partial<RecommendationDraft> = {
  verification: { checks: [{ kind: 'attestation', statement: 'A test mail was quarantined.' }] },
};
