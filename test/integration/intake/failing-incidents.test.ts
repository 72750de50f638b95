import { afterEach, beforeEach, expect, it } from 'vitest';
import type { MovedTicket, PolledScope } from '../../../shared/intake/source.ts';
import { sweepIncidents } from '../../../shared/intake/sweep-incidents.ts';
import { engineForThisFile } from '../../support/machine/engine.ts';
import { aCause, openedRecord } from '../../support/world/stories.ts';
import { startWorld, type World } from '../../support/world/world.ts';

const endpoint = engineForThisFile();
let world: World;
beforeEach(async () => {
  world = await startWorld(endpoint());
});
afterEach(() => world.close());

/** More than fit into an item of the table. */
const MANY = 2_000;

function moved(index: number): MovedTicket {
  const at = world.now();
  const ticket = { source: 'jira' as const, site: 'acme-security.atlassian.net', ticketId: String(1_000_000 + index) };
  return { ticket: { ...ticket, key: `SECURITY-${index}` }, isClosed: true, at, changedAt: at };
}

it('incidents of which the log cannot be read hold up no closure behind them, however many they are', {
  timeout: 120_000,
}, async () => {
  const { id } = await openedRecord(world);
  world.clock.advance('PT1M');
  const all = Array.from({ length: MANY }, (_, index) => moved(index));
  const last = `SECURITY-${MANY - 1}`;
  const scope: PolledScope = {
    name: 'SEC, Incident',
    async *moves({ changedSince }) {
      yield all.filter(({ changedAt }) => changedAt >= changedSince);
    },
    movesSince: () => {
      throw new Error('the search fits into a run');
    },
    lastReopening: () => Promise.reject(new Error('403 from Jira')),
  };
  const told: string[] = [];
  const failures: string[] = [];
  for (let run = 0; run < MANY / 100 + 1; run += 1) {
    world.clock.advance('PT15M');
    await sweepIncidents(
      {
        ...world,
        // All but the last have a record, so their logs are read.
        store: { ...world.store, postMortemOfTicket: ({ key }) => Promise.resolve(key === last ? undefined : id) },
        sources: [{ name: 'jira', poll: { overlapMs: 600_000, scopes: [scope] } }],
        accept: ({ event }) => Promise.resolve(told.push(Object(event.data).ticket.key) > 0),
        timeLeftMs: () => 100_000,
        onProblem: (what) => world.telemetry.count(what),
      },
      aCause(),
    ).catch((error: unknown) => failures.push(String(error)));
  }
  expect(failures.filter((text) => !text.includes('403 from Jira'))).toEqual([]);
  const { TicketSkipped = 0, SweepStuck = 0 } = world.counted();
  expect([told, TicketSkipped >= MANY - 600, SweepStuck > 0]).toEqual([[last], true, true]);
});
