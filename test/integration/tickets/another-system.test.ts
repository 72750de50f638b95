import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { auditTicketsHandler } from '../../../functions/audit-tickets/handler.ts';
import { storeSignal } from '../../../shared/store/inbox/last-words.ts';
import { engineForThisFile } from '../../support/machine/engine.ts';
import { ticketBoard } from '../../support/systems/ticket-board.ts';
import { approvedRecord, latest, ticketedRemediation } from '../../support/world/stories.ts';
import { startWorld, type World } from '../../support/world/world.ts';

const endpoint = engineForThisFile();
let world: World;
let board: ReturnType<typeof ticketBoard>;
beforeEach(async () => {
  world = await startWorld(endpoint(), {
    verification: { steps: ['P7D'] },
    remediation: { claims: [{ statuses: ['Shipped'], resolutions: [null] }] },
  });
  board = ticketBoard(world.now);
  Object.assign(world.tickets, board.system);
});
afterEach(async () => {
  const writes = world.simulator
    .requests()
    .filter(({ method, path }) => method !== 'GET' && !path.includes('remotelink'));
  await world.close();
  expect(writes).toEqual([]);
});

async function signal(outcome: 'pass' | 'fail'): Promise<void> {
  const subject = { type: 'technique' as const, id: 'T1566.002' };
  const observed = { id: world.newId(), subject, outcome, observedAt: world.now(), source: 'mail-simulation' };
  await storeSignal(world.table, observed, world.event({ type: 'Signal Recorded', data: { signal: observed } }));
}

describe('fixes in a system that is no Jira', () => {
  it('are followed from the approval to the proof, over a fix that did not hold', async () => {
    const remediation = await ticketedRemediation(world);
    const { ticket } = remediation;
    expect(ticket).toEqual({ site: 'board.test', issueId: 'card-1', key: 'PLAT/1' });
    const states: string[] = [];
    for (const outcome of ['fail', 'pass'] as const) {
      world.clock.advance('PT1H');
      board.finish(ticket.key);
      await world.sweep();
      world.clock.advance('P7D');
      await signal(outcome);
      await world.verify();
      world.clock.advance('PT1H');
      await world.verify();
      states.push((await latest(world, remediation)).state);
      await world.deliver();
    }
    const [{ comments, status } = { comments: [], status: '' }] = board.cards;
    expect([states, status, comments.map(({ text }) => text.split('\n')[0])]).toEqual([
      ['ineffective', 'verified'],
      'Shipped',
      [
        'This fix does not hold. This ticket was moved to done, but the evidence says that it does not work.',
        expect.stringMatching(/^Verified\. The evidence shows that this fix works\./),
      ],
    ]);
  });

  it('have one ticket each, though its answer was lost', async () => {
    board.fallSilent();
    const { id } = await approvedRecord(world);
    await world.deliver();
    const [then] = await world.store.remediations(id);
    board.speakAgain();
    world.clock.advance('PT10M');
    await world.sweep();
    const [now] = await world.store.remediations(id);
    expect([then?.state, now?.state, board.cards.length]).toEqual(['ambiguous', 'open', 1]);
  });

  it('have one ticket each, though the search of the system hides what is new for an hour', async () => {
    Object.assign(world.tickets, { searchLagMs: 3_600_000, withNameOf: () => Promise.resolve([]) });
    board.fallSilent();
    await approvedRecord(world);
    await world.deliver();
    for (let minute = 0; minute < 59; minute += 1) {
      world.clock.advance('PT1M');
      await world.sweep();
    }
    expect(board.cards).toHaveLength(1);
  });

  it('have one ticket each, though the system takes no two at once', async () => {
    const { id } = await approvedRecord(world, { title: 'Turn the filter on' }, { title: 'Train the staff' });
    const approvals = (await world.outbox()).filter(({ type }) => type === 'Recommendation Approved');
    await world.handOverTogether(approvals);
    const states = (await world.store.remediations(id)).map(({ state }) => state);
    expect([states, board.cards.map(({ draft }) => draft.title).toSorted()]).toEqual([
      ['open', 'open'],
      ['Train the staff', 'Turn the filter on'],
    ]);
  });

  it('are audited: a second ticket is closed, and one that is gone is told', async () => {
    const { ticket } = await ticketedRemediation(world);
    const [first] = board.cards;
    if (first !== undefined) await board.system.create(first.draft);
    world.clock.advance('PT1H');
    const audit = async () => (await auditTicketsHandler(world)({ all: true })).findings;
    const duplicates = await audit();
    board.cards.shift();
    const gone = await audit();
    expect([duplicates, board.cards.map(({ isDone, repeats }) => ({ isDone, repeats })), gone]).toMatchObject([
      [{ kind: 'duplicate', key: 'PLAT/2', original: ticket.key, closed: true }],
      [{ isDone: true, repeats: [ticket.key] }],
      [
        { kind: 'duplicate', isClosed: true },
        { kind: 'missing', key: ticket.key },
      ],
    ]);
  });
});
