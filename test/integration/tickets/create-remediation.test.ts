import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { busDetail, type RecordedEvent } from '../../../shared/domain/events/recorded-event.ts';
import { approve } from '../../../shared/domain/record/decide/review-record.ts';
import { classify } from '../../../shared/domain/record/decide/write-record.ts';
import type { Remediation } from '../../../shared/domain/remediation/remediation.ts';
import { problemsWithJira } from '../../support/jira/jira-contract.ts';
import { engineForThisFile } from '../../support/machine/engine.ts';
import { ANNA, BEN } from '../../support/world/people.ts';
import { aCause, approvedRecord, latest, submittedRecord } from '../../support/world/stories.ts';
import { startWorld, type World } from '../../support/world/world.ts';

const endpoint = engineForThisFile();
let world: World;
beforeEach(async () => {
  world = await startWorld(endpoint(), {
    remediation: { routes: { identity: { project: 'IAM', issueType: 'Task' } }, labels: ['post-mortem'] },
  });
});
afterEach(async () => {
  await world.close();
  expect(problemsWithJira(world.simulator.requests())).toEqual([]);
});

const CREATE = { method: 'POST', path: '/rest/api/3/issue' } as const;

async function approval(): Promise<RecordedEvent> {
  await approvedRecord(world, { ownerTeam: 'identity', title: 'Train staff to report phishing', impact: 5 });
  const event = (await world.outbox()).find(({ type }) => type === 'Recommendation Approved');
  if (event === undefined) throw new Error('the approval was not recorded');
  return event;
}

async function remediation(): Promise<Remediation | undefined> {
  const event = (await world.outbox()).find(({ type }) => type === 'Post-Mortem Opened');
  return (await world.store.remediations(Object(event?.data).postMortemId))[0];
}

const tickets = () => world.simulator.issues().filter(({ key }) => !key.startsWith('SEC-'));

describe('create-remediation', () => {
  it('creates the ticket that its owner wants to find', async () => {
    await world.handOver(await approval());
    const state = await remediation();
    const request = world.simulator
      .requests()
      .find(({ method, path }) => method === CREATE.method && path === CREATE.path);
    expect(state).toMatchObject({ state: 'open', priority: 'critical', ticket: { key: 'IAM-1' } });
    expect(request?.requestBody).toMatchObject({
      fields: {
        project: { key: 'IAM' },
        issuetype: { id: '10002' },
        summary: 'Train staff to report phishing',
        priority: { id: '1' },
        duedate: '2026-11-28',
        labels: ['holdfast', `holdfast-${state?.id.toLowerCase()}`, 'post-mortem'],
      },
      properties: [
        { key: 'holdfast.remediation', value: { remediationId: state?.id, postMortemId: state?.postMortemId } },
      ],
    });
    const description = JSON.stringify(Object(request?.requestBody).fields.description);
    for (const wanted of [
      'The phishing mails came from a domain one letter away from ours.',
      'A test mail from a look-alike domain is quarantined within a minute.',
      'It is checked 7 days, 30 days and 90 days after that:',
      'the newest word of scanner or mail-simulation about technique T1566.002 Phishing: Spearphishing Link must pass',
      `https://holdfast.example.com/post-mortems/${state?.postMortemId}`,
    ]) {
      expect(description).toContain(wanted);
    }
  });

  it.each([
    ['nothing but its id', 'reference', /^Restricted recommendation [0-9A-Z]{26}$/, false],
    ['what to do, and nothing of the incident', 'instruction', /^Turn on mail filtering for look-alike domains$/, true],
  ] as const)('says in the ticket of a restricted record %s', async (_, restrictedTickets, title, isTold) => {
    Object.assign(world.config.remediation, { restrictedTickets });
    const { id, revision } = await submittedRecord(world, { why: 'The CFO of Nightjar Ltd clicked on it.' });
    await world.store.changePostMortem(
      id,
      (record) => classify(record, { tlp: 'RED' }, ANNA, world.config),
      aCause(ANNA),
    );
    await world.store.changePostMortem(
      id,
      (record) => approve(record, revision, BEN, world.now(), world.config),
      aCause(BEN),
    );
    await world.deliver();
    const [ticket] = tickets();
    const written = JSON.stringify(ticket);
    const told = ['Nightjar', 'Employees phished', 'T1566.002', 'quarantined'].map((word) => written.includes(word));
    expect([ticket?.summary, told]).toEqual([expect.stringMatching(title), [false, false, isTold, isTold]]);
    expect(written).toContain('whose record is restricted');
    expect(written).toContain(`/post-mortems/${id}`);
  });

  it('looks at the mark that the record has when the ticket is created, and sends no word of it over the bus', async () => {
    const { id } = await approvedRecord(world, { why: 'The CFO of Nightjar Ltd clicked on it.' });
    await world.store.changePostMortem(
      id,
      (record) => classify(record, { tlp: 'RED' }, ANNA, world.config),
      aCause(ANNA),
    );
    await world.deliver();
    const afterwards = (await world.outbox()).filter(({ isRestricted }) => isRestricted === true);
    expect(JSON.stringify(tickets())).not.toContain('Nightjar');
    expect(afterwards.map(({ type }) => type)).toContain('Remediation Requested');
    expect(JSON.stringify(afterwards.map(busDetail))).not.toMatch(/look-alike|phish/i);
  });

  it('creates one ticket when the approval is delivered five times at once', async () => {
    const event = await approval();
    await Promise.all(Array.from({ length: 5 }, () => world.handOver(event)));
    await world.handOver(event);
    expect([tickets().length, (await remediation())?.state]).toEqual([1, 'open']);
  });

  it('waits out a time-out after the write, and adopts the ticket that was created all the same', async () => {
    world.simulator.faults.add({ kind: 'timeout-after-write', ...CREATE });
    const event = await approval();
    await world.handOver(event);
    const doubtful = (await remediation())?.state;
    await world.handOver(event);
    world.clock.advance('PT30S');
    await world.sweep();
    expect([doubtful, tickets().length, await remediation()]).toMatchObject([
      'ambiguous',
      1,
      { state: 'open', ticket: { key: 'IAM-1' } },
    ]);
  });

  it('sees that the ticket which it adopts is done by now', async () => {
    world.simulator.faults.add({ kind: 'timeout-after-write', ...CREATE });
    await world.handOver(await approval());
    world.simulator.transition(tickets()[0]?.key ?? '', 'Done');
    world.clock.advance('PT30S');
    await world.sweep();
    expect((await remediation())?.state).toBe('claimed');
  });

  it('does not adopt a copy that somebody made, nor a ticket that is gone', async () => {
    world.simulator.faults.add({ kind: 'timeout-after-write', ...CREATE });
    await world.handOver(await approval());
    const [original] = tickets();
    world.simulator.createIssue({ project: 'IAM', summary: 'CLONE', labels: [...(original?.labels ?? [])] });
    world.simulator.deleteIssue(original?.key ?? '');
    for (let waited = 0; waited < 6; waited += 1) {
      world.clock.advance('PT1M');
      await world.sweep();
    }
    const state = await remediation();
    const key = state?.state === 'open' ? state.ticket.key : '';
    expect([state?.state, world.simulator.issue(key)?.summary]).toEqual(['open', 'Train staff to report phishing']);
  });

  it('creates again after a time-out before the write, but not before the index is sure', async () => {
    world.simulator.faults.add({ kind: 'timeout-before-write', ...CREATE });
    await world.handOver(await approval());
    const counts: number[] = [];
    for (let waited = 0; waited < 5; waited += 1) {
      world.clock.advance('PT1M');
      await world.sweep();
      counts.push(tickets().length);
    }
    expect([counts, (await remediation())?.state]).toEqual([[0, 0, 0, 0, 1], 'open']);
  });

  it('does not create a second ticket while the index hides the first', async () => {
    world.simulator.faults.add({ kind: 'index-lag', lagMs: 240_000 });
    world.simulator.faults.add({ kind: 'status', status: 502, ...CREATE });
    world.simulator.faults.add({ kind: 'reset-after-write', ...CREATE });
    await world.handOver(await approval());
    for (let waited = 0; waited < 12; waited += 1) {
      world.clock.advance('PT1M');
      await world.sweep();
    }
    expect([tickets().length, (await remediation())?.state]).toEqual([1, 'open']);
  });

  it('gives the message back when Jira limits the rate, sends nothing before its time, and creates after it', async () => {
    world.simulator.faults.add({
      kind: 'status',
      status: 429,
      retryAfterSeconds: 3,
      rateLimitReason: 'jira-burst-based',
      ...CREATE,
    });
    const event = await approval();
    const back = await world.handOver(event);
    const refused = await remediation();
    world.simulator.clearRequests();
    const early = await world.handOver(event);
    const sent = world.simulator.requests().filter(({ method }) => method === 'POST').length;
    world.clock.advance('PT3S');
    await world.handOver(event);
    expect([back, refused, early, sent, tickets().length]).toMatchObject([
      [event.id],
      {
        state: 'requested',
        refusedBecause: 'Jira limits POST /rest/api/3/issue (jira-burst-based); retry after 3000 ms',
      },
      [event.id],
      0,
      1,
    ]);
  });

  it('says what Jira does not like about a ticket', async () => {
    await world.close();
    world = await startWorld(endpoint(), { remediation: { defaultRoute: { project: 'NOPE', issueType: 'Task' } } });
    const event = await approval();
    const back = await world.handOver(event);
    expect([back, String(world.failures[0])]).toEqual([
      [event.id],
      expect.stringMatching(/JiraRefused: Jira refused POST \/rest\/api\/3\/issue with 400: project: /),
    ]);
  });

  it('finds the ticket of a worker that died right after creating it, when the message comes again', async () => {
    const event = await approval();
    const { createTicket } = world.jira;
    world.jira.createTicket = async (fields) => {
      await createTicket(fields);
      throw new Error('the function was cut off');
    };
    await world.handOver(event);
    world.jira.createTicket = createTicket;
    world.clock.advance('PT3M');
    await world.handOver(event);
    for (let waited = 0; waited < 6; waited += 1) {
      world.clock.advance('PT1M');
      await world.sweep();
    }
    expect([tickets().length, (await remediation())?.state]).toEqual([1, 'open']);
  });

  it('creates the ticket of an approval whose event got lost', async () => {
    await approvedRecord(world);
    const before = (await remediation())?.state;
    await world.sweep();
    expect([before, tickets().length, (await remediation())?.state]).toEqual(['requested', 1, 'open']);
  });

  it('takes over from a worker that died with the lease', async () => {
    const event = await approval();
    world.simulator.faults.add({ kind: 'reset-before-write', ...CREATE });
    const { createTicket } = world.jira;
    world.jira.createTicket = () => Promise.reject(new Error('the function was cut off'));
    await world.handOver(event);
    world.jira.createTicket = createTicket;
    world.simulator.faults.clear();
    const left = (await remediation())?.state;
    for (let waited = 0; waited < 4; waited += 1) {
      world.clock.advance('PT3M');
      await world.sweep();
    }
    expect([left, tickets().length, (await remediation())?.state]).toEqual(['requested', 1, 'open']);
  });

  describe('with several approvals at once', () => {
    const titles = ['First thing to mend', 'Second thing to mend', 'Third thing to mend', 'Fourth thing to mend'];
    const BULK = { method: 'POST', path: '/rest/api/3/issue/bulk' } as const;

    async function approvals(): Promise<RecordedEvent[]> {
      await approvedRecord(world, ...titles.map((title) => ({ title })));
      return (await world.outbox()).filter(({ type }) => type === 'Recommendation Approved');
    }
    async function outcome() {
      const event = (await world.outbox()).find(({ type }) => type === 'Post-Mortem Opened');
      const all = await world.store.remediations(Object(event?.data).postMortemId);
      return Object.fromEntries(
        all.map((one) => [
          one.title,
          'ticket' in one && one.ticket ? world.simulator.issue(one.ticket.key)?.summary : one.state,
        ]),
      );
    }
    const itself = (...unlike: [string, string][]) =>
      Object.fromEntries([...titles.map((title) => [title, title]), ...unlike]);
    const calls = (path: string) =>
      world.simulator.requests().filter((request) => request.method === 'POST' && request.path === path).length;

    it('creates them in one call, each for its own recommendation', async () => {
      const back = await world.handOverTogether(await approvals());
      expect([back, await outcome(), calls(BULK.path), calls(CREATE.path)]).toEqual([[], itself(), 1, 0]);
    });

    it('gives back only those that Jira refuses, with the reason', async () => {
      world.simulator.faults.add({ kind: 'bulk-partial-failure', failedElementNumbers: [1] });
      const events = await approvals();
      const back = await world.handOverTogether(events);
      const then = await outcome();
      await world.handOverTogether(events.filter(({ id }) => back.includes(id)));
      expect([back, then, await outcome()]).toEqual([
        [events[1]?.id],
        itself(['Second thing to mend', 'requested']),
        itself(),
      ]);
      expect(String(world.failures[0])).toContain('JiraRefused: Jira refused POST /rest/api/3/issue/bulk');
    });

    it('tells each its own reason when Jira refuses all of them', async () => {
      await world.close();
      world = await startWorld(endpoint(), {
        remediation: {
          defaultRoute: { project: 'NOPE', issueType: 'Task' },
          routes: { identity: { project: 'IAM', issueType: 'Nonsense' } },
        },
      });
      await approvedRecord(world, { title: 'First thing to mend' }, { title: 'Other thing', ownerTeam: 'identity' });
      const events = (await world.outbox()).filter(({ type }) => type === 'Recommendation Approved');
      const back = await world.handOverTogether(events);
      expect([back.length, world.failures.map(String)]).toEqual([
        2,
        [
          expect.stringMatching(/JiraRefused: .*issue\/bulk with 400: project: /),
          expect.stringMatching(/JiraRefused: .*issue\/bulk with 400: issuetype: /),
        ],
      ]);
    });

    it('finds every ticket when the answer got lost', async () => {
      world.simulator.faults.add({ kind: 'timeout-after-write', ...BULK });
      await world.handOverTogether(await approvals());
      const then = await outcome();
      world.clock.advance('PT30S');
      await world.sweep();
      expect([Object.values(then), await outcome(), tickets().length]).toEqual([
        Array(4).fill('ambiguous'),
        itself(),
        4,
      ]);
    });

    it('finds every ticket when nobody can say which is whose', async () => {
      world.simulator.faults.add({ kind: 'status', status: 429, method: 'POST', path: '/rest/api/3/issue/bulkfetch' });
      await world.handOverTogether(await approvals());
      world.clock.advance('PT30S');
      await world.sweep();
      expect([await outcome(), tickets().length]).toEqual([itself(), 4]);
    });

    it('gives all of them back when Jira limits the rate', async () => {
      world.simulator.faults.add({ kind: 'status', status: 429, ...BULK });
      const events = await approvals();
      const back = await world.handOverTogether(events);
      await world.handOverTogether(events);
      expect([back.length, await outcome(), tickets().length]).toEqual([4, itself(), 4]);
    });

    it('creates one ticket each when the batch comes again, or holds one of them twice', async () => {
      const events = await approvals();
      await world.handOverTogether([...events, ...events]);
      await world.handOverTogether(events);
      expect([await outcome(), tickets().length]).toEqual([itself(), 4]);
    });
  });

  it('learns from the webhook of the new ticket that the creation in doubt succeeded', async () => {
    world.simulator.faults.add({ kind: 'timeout-after-write', ...CREATE });
    await world.handOver(await approval());
    const [ticket] = tickets();
    if (ticket === undefined) throw new Error('the simulator created the ticket before it fell silent');
    const site = new URL(world.simulator.url).host;
    await world.handOver(
      world.event({
        type: 'Remediation Ticket Changed',
        data: { site, issueId: ticket.id, key: ticket.key, change: 'created' },
      }),
    );
    const state = await remediation();
    expect([state?.state, state && (await latest(world, state)).id]).toEqual(['open', state?.id]);
  });
});
