import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { attest } from '../../../shared/domain/remediation/decide/attestation.ts';
import { acceptRisk } from '../../../shared/domain/remediation/decide/risk.ts';
import type { Remediation } from '../../../shared/domain/remediation/remediation.ts';
import type { Signal } from '../../../shared/domain/verification/signal.ts';
import { addDuration, Duration } from '../../../shared/domain/words/duration.ts';
import { PartId } from '../../../shared/domain/words/identifiers.ts';
import { plainText } from '../../../shared/jira/adf.ts';
import { JiraRefused } from '../../../shared/jira/jira-errors.ts';
import { storeSignal } from '../../../shared/store/inbox/last-words.ts';
import { examineRecord } from '../../../shared/store/records/examine-further.ts';
import { engineForThisFile } from '../../support/machine/engine.ts';
import { BEN } from '../../support/world/people.ts';
import { aCause, latest, ticketedRemediation } from '../../support/world/stories.ts';
import { startWorld, type World } from '../../support/world/world.ts';

const endpoint = engineForThisFile();
let world: World;
beforeEach(async () => {
  world = await startWorld(endpoint(), { verification: { steps: ['P7D', 'P30D'] } });
});
afterEach(() => world.close());

const subject = { type: 'technique' as const, id: 'T1566.002' };

async function signal(outcome: 'pass' | 'fail', detail: string, source = 'mail-simulation'): Promise<void> {
  const observed: Signal = {
    id: world.newId(),
    subject,
    outcome,
    observedAt: world.now(),
    source,
    detail,
  };
  await storeSignal(world.table, observed, world.event({ type: 'Signal Recorded', data: { signal: observed } }));
}

/** A source says fail a week after the claim, and nothing else for an hour. */
async function failAfterAWeek(detail: string): Promise<void> {
  world.clock.advance('P7D');
  await signal('fail', detail);
  await world.verify();
  world.clock.advance('PT1H');
  await world.verify();
}

const commentsOf = (key: string) => (world.simulator.issue(key)?.comments ?? []).map(({ body }) => plainText(body));
const statusOf = (key: string) => world.simulator.issue(key)?.status.name;
const types = async () => (await world.outbox()).map(({ type }) => type);

describe('a fail that arrives', () => {
  /** A fix that passed all its steps, with the periodic check far away. */
  async function verified() {
    const remediation = await ticketedRemediation(world);
    world.simulator.transition(remediation.ticket.key, 'Done', { by: 'Mia Okafor' });
    await world.sweep();
    for (const days of ['P7D', 'P23D']) {
      world.clock.advance(days);
      await signal('pass', 'quarantined');
      await world.verify();
    }
    await world.deliver();
    expect((await latest(world, remediation)).state).toBe('verified');
    return remediation;
  }
  const standing = async (remediation: Remediation) => {
    const now = await latest(world, remediation);
    return [now.state, 'doubt' in now && now.doubt !== undefined];
  };

  it('is taken up at once, and reopens the ticket once it has stood for an hour', async () => {
    const remediation = await verified();
    world.clock.advance('P1D');
    await signal('fail', '3 of 20 got through');
    await world.deliver();
    const states = [await standing(remediation)];
    world.clock.advance('PT59M');
    await world.verify();
    states.push(await standing(remediation));
    world.clock.advance('PT1M');
    await world.verify();
    await world.deliver();
    states.push(await standing(remediation));
    expect([states, statusOf(remediation.ticket.key)]).toEqual([
      [
        ['verifying', true],
        ['verifying', true],
        ['open', false],
      ],
      'To Do',
    ]);
  });

  it('is forgotten when the same source takes it back within the hour, and no step is passed by that', async () => {
    const remediation = await verified();
    const before = await latest(world, remediation);
    world.clock.advance('P1D');
    await signal('fail', 'the test mails were sent to the wrong list');
    await world.deliver();
    world.clock.advance('PT30M');
    await signal('pass', 'quarantined');
    await world.deliver();
    world.clock.advance('PT30M');
    await world.verify();
    const after = await latest(world, remediation);
    expect([before, after]).toMatchObject([{ state: 'verified' }, { state: 'verified', reopenCount: 0 }]);
    expect('doubt' in after).toBe(false);
    expect((await types()).filter((type) => type === 'Remediation Check Passed')).toHaveLength(1);
  });

  it('is not overruled by another source', async () => {
    const remediation = await verified();
    world.clock.advance('P1D');
    await signal('fail', 'got through');
    await signal('pass', 'no such mail seen', 'edr');
    await world.deliver();
    world.clock.advance('PT1H');
    await world.verify();
    await world.deliver();
    expect(await standing(remediation)).toEqual(['open', false]);
  });

  it('is of no claim when it was observed before it, and of no fix that does not ask for it', async () => {
    const remediation = await verified();
    const observedAt = '2026-11-20T10:00:00.000Z';
    const late = { id: world.newId(), subject, outcome: 'fail' as const, observedAt, source: 'mail-simulation' };
    const other = {
      ...late,
      id: world.newId(),
      subject: { type: 'control' as const, id: 'waf' },
      observedAt: world.now(),
    };
    for (const one of [late, other]) {
      await storeSignal(world.table, one, world.event({ type: 'Signal Recorded', data: { signal: one } }));
    }
    await world.deliver();
    expect(await standing(remediation)).toEqual(['verified', false]);
  });

  it.each([
    ['just now', 'PT2H', ['verifying', true]],
    ['two hours ago', 'PT1S', ['open', false]],
  ])('of %s is not passed over by a check that is under way with what was known before it', async (_, after, then) => {
    const remediation = await ticketedRemediation(world);
    world.simulator.transition(remediation.ticket.key, 'Done', { by: 'Mia Okafor' });
    await world.sweep();
    await world.deliver();
    world.clock.advance('P6DT22H');
    await signal('pass', 'quarantined');
    const observedAt = addDuration(world.now(), Duration.parse(after));
    world.clock.advance('PT2H');
    const { historiesAbout } = world.evidence;
    Object.assign(world.evidence, {
      // What was said is read; the check is slow, and meanwhile the fail arrives.
      historiesAbout: async (of: typeof subject) => {
        Object.assign(world.evidence, { historiesAbout });
        const known = await historiesAbout(of);
        const fail = { id: world.newId(), subject, outcome: 'fail' as const, observedAt, source: 'mail-simulation' };
        await storeSignal(world.table, fail, world.event({ type: 'Signal Recorded', data: { signal: fail } }));
        await world.deliver();
        return known;
      },
    });
    await world.verify();
    expect(await standing(remediation)).toEqual(then);
    world.clock.advance('PT1H');
    await world.verify();
    await world.deliver();
    expect(await standing(remediation)).toEqual(['open', false]);
  });

  it('has its hour also when a step is due within it, and the step is passed when it is taken back', async () => {
    const remediation = await ticketedRemediation(world);
    world.simulator.transition(remediation.ticket.key, 'Done', { by: 'Mia Okafor' });
    await world.sweep();
    await world.deliver();
    world.clock.advance('P6DT23H');
    await signal('fail', 'the mails went to the wrong list');
    await world.deliver();
    world.clock.advance('PT30M');
    await signal('pass', 'quarantined');
    await world.deliver();
    world.clock.advance('PT30M');
    await world.verify();
    expect(await standing(remediation)).toEqual(['verifying', false]);
  });

  it('is taken up with the claim, when the claim is heard of after it', async () => {
    const remediation = await ticketedRemediation(world);
    world.simulator.transition(remediation.ticket.key, 'Done', { by: 'Mia Okafor' });
    world.clock.advance('PT5M');
    await signal('fail', 'got through');
    await world.deliver();
    world.clock.advance('PT10M');
    await world.sweep();
    await world.deliver();
    expect(await standing(remediation)).toEqual(['claimed', true]);
    world.clock.advance('PT50M');
    await world.verify();
    await world.deliver();
    expect(await standing(remediation)).toEqual(['open', false]);
  });

  it('does not come: a look that finds nothing writes no event, and the fix is due again when its newest pass is too old', async () => {
    const remediation = await verified();
    const proven = await latest(world, remediation);
    world.clock.advance('P20D');
    await signal('pass', 'quarantined');
    await world.deliver();
    const before = await types();
    const isMoved = [];
    const examine = async () => (await examineRecord(world.table, remediation.postMortemId)).findings;
    for (const days of ['P15D', 'P19D', 'P1D']) {
      world.clock.advance(days);
      await world.verify();
      const { nextCheckAt, ...fix } = Object(await latest(world, remediation));
      isMoved.push([fix.state, nextCheckAt]);
      expect(await examine()).toEqual([]);
    }
    expect([proven.state, isMoved, (await types()).slice(before.length)]).toEqual([
      'verified',
      [
        ['verified', '2027-02-14T10:00:00.000Z'],
        ['verified', '2027-02-14T10:00:00.000Z'],
        ['verifying', '2027-02-21T10:00:00.000Z'],
      ],
      ['Remediation Evidence Late'],
    ]);
  });

  it('counts once, however often it is told and delivered', async () => {
    const remediation = await verified();
    world.clock.advance('P1D');
    for (let time = 0; time < 3; time += 1) await signal('fail', 'got through');
    await world.deliver();
    for (const event of await world.outbox()) if (event.type === 'Signal Recorded') await world.handOver(event);
    expect((await types()).filter((type) => type === 'Remediation Doubted')).toHaveLength(1);
    expect(await standing(remediation)).toEqual(['verifying', true]);
  });
});

describe('following a ticket', () => {
  it('hears of a claim by webhook, however often it is told', async () => {
    const remediation = await ticketedRemediation(world);
    const { ticket } = remediation;
    world.simulator.transition(ticket.key, 'Done', { by: 'Mia Okafor' });
    const told = world.event({
      type: 'Remediation Ticket Changed',
      data: { site: ticket.site, issueId: ticket.issueId, key: ticket.key, change: 'updated' },
    });
    await world.handOver(told);
    await world.handOver(told);
    expect(await latest(world, remediation)).toMatchObject({
      state: 'claimed',
      claim: { at: world.now(), by: { name: 'Mia Okafor' } },
      nextCheckAt: '2026-11-28T10:00:00.000Z',
    });
    expect((await types()).filter((type) => type === 'Remediation Claimed')).toHaveLength(1);
  });

  it('finds by its sweep what no webhook told', async () => {
    const remediation = await ticketedRemediation(world);
    await world.sweep();
    world.clock.advance('PT2H');
    world.simulator.transition(remediation.ticket.key, 'Done');
    world.clock.advance('PT1H');
    await world.sweep();
    expect(await latest(world, remediation)).toMatchObject({
      state: 'claimed',
      claim: { at: '2026-11-21T12:00:00.000Z' },
    });
  });

  it('takes no claim from a ticket that is closed as Won’t Do, asks in it once, and lets its clock run on', async () => {
    const remediation = await ticketedRemediation(world, {
      verification: { checks: [{ kind: 'ticket state' }], untestedBecause: 'Nobody can look at it from outside.' },
    });
    const { key } = remediation.ticket;
    world.simulator.transition(key, 'Done', { resolution: "Won't Do" });
    await world.sweep();
    await world.deliver();
    for (const event of await world.outbox()) await world.handOver(event);
    const closed = await latest(world, remediation);
    world.clock.advance('P30D');
    await world.verify();
    await world.sweep();
    const late = await latest(world, remediation);
    expect([closed, late, commentsOf(key)]).toMatchObject([
      { state: 'open', closedWithoutClaim: { outcome: "Done as Won't Do" }, dueAt: remediation.dueAt },
      { state: 'open', overdueSince: remediation.dueAt },
      [expect.stringContaining(`the fix is still open, and due ${remediation.dueAt.slice(0, 10)}`)],
    ]);
    world.simulator.transition(key, 'In Progress');
    world.simulator.transition(key, 'Done');
    await world.sweep();
    expect(await latest(world, remediation)).toMatchObject({ state: 'claimed', claim: { at: world.now() } });
  });

  it('fails without a word of the ticket when Jira refuses to show it: it is in logs before anybody knows whose it is', async () => {
    const remediation = await ticketedRemediation(world);
    const refusal = new JiraRefused('GET /rest/api/3/issue/1', 400, 'not with "Nightjar mailbox of the CFO"');
    const refuse = () => Promise.reject(refusal);
    Object.assign(world.jira, { issue: refuse, issuesById: refuse });
    world.simulator.transition(remediation.ticket.key, 'Done');
    await expect(world.sweep()).rejects.toThrow(/with 400: the reasons are withheld/);
  });

  it('opens the remediation again when somebody moves the ticket back', async () => {
    const remediation = await ticketedRemediation(world);
    world.simulator.transition(remediation.ticket.key, 'Done');
    await world.sweep();
    world.simulator.transition(remediation.ticket.key, 'In Progress');
    await world.sweep();
    expect(await latest(world, remediation)).toMatchObject({ state: 'open', reopenCount: 1 });
  });

  it('keeps in step with the assignee and with a move to another project', async () => {
    const remediation = await ticketedRemediation(world);
    world.simulator.assign(remediation.ticket.key, 'Jonas Berg');
    world.simulator.moveIssue(remediation.ticket.key, 'IAM');
    await world.sweep();
    expect(await latest(world, remediation)).toMatchObject({
      state: 'open',
      ticket: { key: 'IAM-1', issueId: remediation.ticket.issueId, assignee: { name: 'Jonas Berg' } },
    });
  });

  it('leaves a copy of the ticket alone, though it carries the same labels', async () => {
    const remediation = await ticketedRemediation(world);
    const labels = [...(world.simulator.issue(remediation.ticket.key)?.labels ?? [])];
    const copy = world.simulator.createIssue({ project: 'PLAT', summary: 'CLONE', labels });
    world.simulator.transition(copy.key, 'Done');
    await world.sweep();
    expect((await latest(world, remediation)).state).toBe('open');
  });

  it('goes on with the others when one ticket cannot be read, and looks at it again next time', async () => {
    const remediation = await ticketedRemediation(world);
    world.simulator.transition(remediation.ticket.key, 'Done');
    for (const path of [`/rest/api/3/issue/${remediation.ticket.issueId}`, '/rest/api/3/issue/bulkfetch']) {
      world.simulator.faults.add({ kind: 'status', status: 503, path });
    }
    await expect(world.sweep()).rejects.toThrow('tickets that changed');
    const then = (await latest(world, remediation)).state;
    await world.sweep();
    expect([then, (await latest(world, remediation)).state]).toEqual(['open', 'claimed']);
  });

  it('passes over a ticket that cannot be read for more than a day, says so, and goes on', async () => {
    const remediation = await ticketedRemediation(world);
    await world.sweep();
    world.clock.advance('PT20M');
    world.simulator.transition(remediation.ticket.key, 'Done');
    for (const path of [`/rest/api/3/issue/${remediation.ticket.issueId}`, '/rest/api/3/issue/bulkfetch']) {
      world.simulator.faults.add({ kind: 'status', status: 500, path, times: 100 });
    }
    const skipped: unknown[] = [];
    for (const wait of ['PT15M', 'P1D', 'PT15M']) {
      world.clock.advance(wait);
      await world.sweep().catch(() => {});
      skipped.push(world.counted().TicketSkipped);
    }
    const searches = world.simulator.requests().filter(({ path: asked }) => asked.endsWith('/search/jql'));
    const [window] = /-\d+m/.exec(JSON.stringify(searches.at(-1)?.requestBody)) ?? [];
    expect([skipped, window]).toEqual([[undefined, 1, 1], '-25m']);
  });

  it('believes the ticket again when the time is over for which a risk was accepted', async () => {
    const remediation = await ticketedRemediation(world);
    const until = '2026-12-01T00:00:00.000Z';
    await world.store.changeRemediation(
      remediation.postMortemId,
      remediation.id,
      (state) =>
        state === undefined
          ? []
          : acceptRisk(
              state,
              { until, reason: 'no time', compensatingControl: 'we watch' },
              BEN,
              world.now(),
              world.config,
            ),
      aCause(BEN),
    );
    world.simulator.transition(remediation.ticket.key, 'Done');
    await world.sweep();
    const meanwhile = (await latest(world, remediation)).state;
    world.clock.advance('P20D');
    await world.sweep();
    expect([meanwhile, (await latest(world, remediation)).state]).toEqual(['accepted', 'claimed']);
  });

  it('reports an overdue remediation once, and not again when it was claimed', async () => {
    const remediation = await ticketedRemediation(world);
    world.clock.advance('P20D');
    await world.sweep();
    await world.sweep();
    expect([
      (await latest(world, remediation)).overdueSince,
      (await types()).filter((type) => type === 'Remediation Overdue'),
    ]).toEqual([remediation.dueAt, ['Remediation Overdue']]);
  });
});

describe('verifying a fix', () => {
  const claimed = async () => {
    const remediation = await ticketedRemediation(world);
    world.simulator.transition(remediation.ticket.key, 'Done', { by: 'Mia Okafor' });
    await world.sweep();
    return remediation;
  };

  it('does nothing before a step is due', async () => {
    const remediation = await claimed();
    await signal('pass', 'quarantined');
    world.clock.advance('P6D');
    await world.verify();
    expect((await latest(world, remediation)).state).toBe('claimed');
  });

  it('verifies a fix when every step had evidence of its own, and takes what comes late when it comes', async () => {
    const remediation = await claimed();
    await world.deliver();
    const states: unknown[] = [];
    const note = async () => {
      const fix = await latest(world, remediation);
      states.push([fix.state, 'silence' in fix ? fix.silence?.rung : undefined]);
    };
    for (const days of ['P7D', 'P23D']) {
      world.clock.advance(days);
      await world.verify();
      await note();
      world.clock.advance('P1D');
      await signal('pass', 'quarantined');
      await world.deliver();
      await note();
    }
    expect(states).toEqual([
      ['claimed', 'late'],
      ['verifying', undefined],
      ['verified', undefined],
      ['verified', undefined],
    ]);
  });

  it('tells of silence twice, and not once a day, counts it as overdue, and ends it when evidence comes', async () => {
    const remediation = await claimed();
    await world.deliver();
    for (let day = 0; day < 60; day += 1) {
      world.clock.advance('P1D');
      await world.verify();
      await world.sweep();
    }
    const silent = await latest(world, remediation);
    const told = (await types()).filter((type) => /Late|Unproven|Overdue|Inconclusive|Rescheduled/.test(type));
    await signal('pass', 'quarantined');
    await world.deliver();
    expect([told, silent]).toMatchObject([
      ['Remediation Evidence Late', 'Remediation Unproven', 'Remediation Overdue'],
      { state: 'claimed', silence: { rung: 'unproven' }, overdueSince: remediation.dueAt },
    ]);
    const after = await latest(world, remediation);
    expect(after).toMatchObject({ state: 'verified', grade: 'proven' });
    expect(['silence' in after, 'overdueSince' in after]).toEqual([false, false]);
    // The same date is told once, and over all the same when proof is missing again.
    for (const days of ['P60D', 'P30D']) {
      world.clock.advance(days);
      await world.verify();
    }
    expect(await latest(world, remediation)).toMatchObject({
      silence: { rung: 'unproven' },
      overdueSince: remediation.dueAt,
    });
  });

  it('tells the owner in the ticket that evidence is late, that the fix is unproven, and each once', async () => {
    const remediation = await claimed();
    await world.deliver();
    for (const days of ['P7D', 'P1D', 'P6D', 'P30D']) {
      world.clock.advance(days);
      await world.verify();
      await world.deliver();
    }
    for (const event of await world.outbox()) {
      if (event.type === 'Remediation Evidence Late' || event.type === 'Remediation Unproven')
        await world.handOver(event);
    }
    const [late, unproven, ...more] = commentsOf(remediation.ticket.key);
    expect([late, unproven, more]).toEqual([
      expect.stringContaining(
        'Evidence is late. This fix cannot be shown to hold: evidence was expected by 2026-11-28 10:00 UTC',
      ),
      expect.stringContaining('Unproven. Evidence has been missing since 2026-11-28 10:00 UTC'),
      [],
    ]);
    expect(late).toContain(
      'the newest word of scanner or mail-simulation about technique T1566.002 Phishing: Spearphishing Link must pass',
    );
    expect(statusOf(remediation.ticket.key)).toBe('Done');
  });

  it('is not left late by evidence that arrives while its silence is written down', async () => {
    const remediation = await claimed();
    for (const days of ['P1D', 'P1D', 'P5D']) {
      world.clock.advance(days);
      if (days === 'P1D') await signal('pass', 'quarantined');
      await world.deliver();
      await world.verify();
    }
    world.clock.advance('P23D');
    const { signalAt } = world.evidence;
    Object.assign(world.evidence, {
      // The silence is found and about to be written; a pass like all others arrives, and finds a fix at rest.
      signalAt: async (...about: Parameters<typeof signalAt>) => {
        Object.assign(world.evidence, { signalAt });
        await signal('pass', 'quarantined');
        await world.deliver();
        return signalAt(...about);
      },
    });
    await world.verify();
    expect(await latest(world, remediation)).toMatchObject({ state: 'verified', grade: 'proven' });
  });

  it('says nothing of missing evidence that came before it was said', async () => {
    const remediation = await claimed();
    await world.deliver();
    world.clock.advance('P7D');
    await world.verify();
    await signal('pass', 'quarantined');
    await world.verify();
    const [late] = (await world.outbox()).filter(({ type }) => type === 'Remediation Evidence Late');
    const signals = (await world.outbox()).filter(({ type }) => type === 'Signal Recorded');
    for (const event of signals) await world.handOver(event);
    if (late !== undefined) await world.handOver(late);
    expect(commentsOf(remediation.ticket.key)).toEqual([]);
  });

  it('shows no fix as proven whose evidence has grown old, to the minute', async () => {
    const remediation = await claimed();
    await world.deliver();
    for (const days of ['P7D', 'P23D']) {
      world.clock.advance(days);
      await signal('pass', 'quarantined');
      await world.verify();
    }
    const states = [(await latest(world, remediation)).state];
    for (const time of ['P34D', 'PT23H', 'PT59M', 'PT1M']) {
      world.clock.advance(time);
      await world.verify();
      states.push((await latest(world, remediation)).state);
    }
    expect(states).toEqual(['verified', 'verified', 'verified', 'verified', 'verifying']);
  });

  it('writes nothing to a fix for one more pass', async () => {
    const remediation = await claimed();
    for (const days of ['P7D', 'P23D']) {
      world.clock.advance(days);
      await signal('pass', 'quarantined');
      await world.verify();
      await world.deliver();
    }
    const before = [await latest(world, remediation), (await world.store.events(remediation.postMortemId)).length];
    for (let day = 0; day < 20; day += 1) {
      world.clock.advance('P1D');
      await signal('pass', 'quarantined');
      await world.deliver();
      await world.verify();
    }
    expect([await latest(world, remediation), (await world.store.events(remediation.postMortemId)).length]).toEqual(
      before,
    );
  });

  it('asks no ticketing system', async () => {
    await claimed();
    const asked = world.simulator.requests().length;
    await failAfterAWeek('got through');
    expect(world.simulator.requests()).toHaveLength(asked);
  });

  it('reopens the same ticket with the evidence when a check fails, once', async () => {
    const remediation = await claimed();
    const { key } = remediation.ticket;
    await failAfterAWeek('3 of 20 test mails got through');
    const failed = (await latest(world, remediation)).state;
    await world.deliver();
    for (const event of await world.outbox()) if (event.type === 'Remediation Ineffective') await world.handOver(event);
    await world.sweep();
    const [comment, ...more] = commentsOf(key);
    expect([failed, statusOf(key), await latest(world, remediation), more]).toMatchObject([
      'ineffective',
      'To Do',
      { state: 'open', reopenCount: 1, ticket: { key } },
      [],
    ]);
    expect(comment).toContain(
      'fail: Signal: the newest word of scanner or mail-simulation about technique T1566.002 Phishing: Spearphishing Link must pass — mail-simulation: fail, 3 of 20 test mails got through',
    );
  });

  it('cuts the evidence in its comment between two characters', async () => {
    const remediation = await claimed();
    await failAfterAWeek(`${'a'.repeat(1_999 - 'mail-simulation: fail, '.length - 1)}😀 and so on`);
    await world.deliver();
    const [comment] = commentsOf(remediation.ticket.key);
    expect([comment?.includes('aaa… · '), statusOf(remediation.ticket.key)]).toEqual([true, 'To Do']);
  });

  it('reopens a ticket by its sweep when the event got lost', async () => {
    const remediation = await claimed();
    await failAfterAWeek('got through');
    world.clock.advance('PT10M');
    await world.sweep();
    expect([(await latest(world, remediation)).state, statusOf(remediation.ticket.key)]).toEqual(['open', 'To Do']);
  });

  it('writes the comment once when Jira fails between comment and move', async () => {
    const remediation = await claimed();
    await failAfterAWeek('got through');
    world.simulator.faults.add({
      kind: 'status',
      status: 503,
      method: 'POST',
      path: '/rest/api/3/issue/*/transitions',
    });
    await world.deliver();
    world.clock.advance('PT6M');
    const failure = (await world.outbox()).find(({ type }) => type === 'Remediation Ineffective');
    if (failure !== undefined) await world.handOver(failure);
    expect([statusOf(remediation.ticket.key), commentsOf(remediation.ticket.key).length]).toEqual(['To Do', 1]);
  });

  it('comments once when five workers hear of the failure at once', async () => {
    const remediation = await claimed();
    await failAfterAWeek('got through');
    const failure = (await world.outbox()).filter(({ type }) => type === 'Remediation Ineffective');
    await Promise.all(Array.from({ length: 5 }, () => world.handOverTogether(failure)));
    expect([statusOf(remediation.ticket.key), commentsOf(remediation.ticket.key).length]).toEqual(['To Do', 1]);
  });

  it('writes nothing when its lease ran out while it looked', async () => {
    const remediation = await claimed();
    await failAfterAWeek('got through');
    const { commentOnce } = world.jira;
    world.jira.commentOnce = (key, marker, body, beforeWriting) => {
      world.clock.advance('PT2M');
      return commentOnce(key, marker, body, beforeWriting);
    };
    await world.deliver();
    expect([commentsOf(remediation.ticket.key), world.failures.map(String)]).toEqual([
      [],
      [expect.stringContaining('LeaseOver: ')],
    ]);
  });

  it('is followed up where Jira refuses the sweep to reopen its ticket, and tells a person', async () => {
    const remediation = await claimed();
    await failAfterAWeek('got through');
    const path = '/rest/api/3/issue/*/transitions';
    world.simulator.faults.add({ kind: 'status', status: 403, method: 'POST', path, times: 3 });
    world.clock.advance('PT3M');
    await world.sweep();
    const open = await latest(world, remediation);
    expect([open, world.counted().TicketNotReopened]).toMatchObject([
      { state: 'open', reopenCount: 1, formerTickets: [remediation.ticket] },
      1,
    ]);
  });

  it('is followed up where somebody deleted its ticket in between', async () => {
    const remediation = await claimed();
    await failAfterAWeek('got through');
    world.simulator.deleteIssue(remediation.ticket.key);
    await world.deliver();
    const wanted = (await world.outbox()).find(({ type }) => type === 'Remediation Follow-Up Wanted');
    expect([(await latest(world, remediation)).state, world.failures, wanted?.data]).toMatchObject([
      'open',
      [],
      { because: 'mail-simulation: fail, got through', notReopened: expect.stringContaining('deleted, or hidden') },
    ]);
  });

  it('does not believe that the ticket is gone before it has looked again', async () => {
    const remediation = await claimed();
    await failAfterAWeek('got through');
    world.simulator.faults.add({ kind: 'status', status: 404, method: 'GET', path: '/rest/api/3/issue/*/comment' });
    await world.deliver();
    const then = (await latest(world, remediation)).state;
    world.clock.advance('PT10M');
    await world.sweep();
    expect([then, (await latest(world, remediation)).state, statusOf(remediation.ticket.key)]).toEqual([
      'ineffective',
      'open',
      'To Do',
    ]);
  });

  it('lets a verified fix regress when it stops holding', async () => {
    const remediation = await claimed();
    for (const days of ['P7D', 'P23D']) {
      world.clock.advance(days);
      await signal('pass', 'quarantined');
      await world.verify();
    }
    world.clock.advance('P20D');
    await signal('fail', 'the rule was switched off');
    await world.deliver();
    world.clock.advance('PT1H');
    await world.verify();
    const then = (await latest(world, remediation)).state;
    await world.deliver();
    expect([then, (await latest(world, remediation)).state, statusOf(remediation.ticket.key)]).toEqual([
      'regressed',
      'open',
      'To Do',
    ]);
  });

  it('waits for missing evidence, and takes an attestation of a second person when it comes', async () => {
    const remediation = await ticketedRemediation(world, {
      verification: {
        checks: [{ kind: 'attestation', statement: 'Nine of ten report the test mail' }, { kind: 'ticket state' }],
        steps: [...world.config.verification.steps.slice(0, 1)],
      },
    });
    world.simulator.transition(remediation.ticket.key, 'Done', { by: 'Mia Okafor' });
    await world.sweep();
    world.clock.advance('P7D');
    await world.verify();
    const silent = await latest(world, remediation);
    await world.store.changeRemediation(
      remediation.postMortemId,
      remediation.id,
      (state) =>
        state === undefined
          ? []
          : attest(state, {
              id: PartId.parse(world.newId()),
              check: 0,
              outcome: 'pass',
              note: '19 of 20 reported it',
              by: BEN,
              at: world.now(),
            }),
      aCause(BEN),
    );
    await world.deliver();
    expect([silent, await latest(world, remediation)]).toMatchObject([
      { state: 'claimed', silence: { rung: 'late' }, nextCheckAt: '2026-12-05T10:00:00.000Z' },
      { state: 'verified', grade: 'attested' },
    ]);
  });

  it('calls a fix done, and not tested, of which nothing but the ticket speaks', async () => {
    const remediation = await ticketedRemediation(world, {
      verification: { checks: [{ kind: 'ticket state' }], untestedBecause: 'Nobody can look at it from outside.' },
    });
    world.simulator.transition(remediation.ticket.key, 'Done');
    await world.sweep();
    await world.deliver();
    const done = await latest(world, remediation);
    world.simulator.transition(remediation.ticket.key, 'To Do');
    world.clock.advance('PT20M');
    await world.sweep();
    expect([done, await latest(world, remediation)]).toMatchObject([
      { state: 'verified', grade: 'done, not tested' },
      { state: 'open', pushes: 1 },
    ]);
    expect('nextCheckAt' in done).toBe(false);
  });
});
