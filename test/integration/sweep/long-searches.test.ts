import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { LongSearch } from '../../../shared/domain/ticket/long-search.ts';
import { readSweepPass } from '../../../shared/store/queues/sweep-pass.ts';
import { changedTickets } from '../../../shared/sweep/changed-tickets.ts';
import { engineForThisFile } from '../../support/machine/engine.ts';
import { aCause } from '../../support/world/stories.ts';
import { startWorld, type World } from '../../support/world/world.ts';

const endpoint = engineForThisFile();
let world: World;
beforeEach(async () => {
  world = await startWorld(endpoint());
});
afterEach(() => world.close());

const PAGE = 500;
const PAGE_MS = 10_000;
const RUN_MS = 20_000;

/** Tickets that all changed in the same minute, in a system that takes ten seconds for a page of a search. No fix has any of them. */
function slowSystem(many: number) {
  const at = world.now();
  const ids = Array.from({ length: many }, (_, index) => String(20_000 + index));
  const asked: string[] = [];
  let spentMs = 0;
  async function* pagesFrom(start: number) {
    for (let from = start; from < many; from += PAGE) {
      spentMs += PAGE_MS;
      const next = from + PAGE;
      yield { found: ids.slice(from, next), next: next < many ? String(next) : undefined };
    }
  }
  const isFound = (since: number) => Date.parse(at) >= since;
  const tickets = {
    ...world.tickets,
    async *changedWithin(ms: number) {
      if (!isFound(Date.parse(world.now()) - ms)) return;
      for await (const { found } of pagesFrom(0)) yield found;
    },
    async *changedSince({ since, next }: LongSearch) {
      if (isFound(Date.parse(since))) yield* pagesFrom(Number(next ?? 0));
    },
    showMany(some: readonly string[]) {
      spentMs += Math.ceil(some.length / 100) * 200;
      asked.push(...some);
      return Promise.resolve([]);
    },
    show: () => Promise.resolve(undefined),
  };
  const told: string[] = [];
  return {
    asked,
    told,
    async run(): Promise<void> {
      spentMs = 0;
      const deps = { ...world, tickets, hasTime: () => spentMs < RUN_MS, onProblem: (what: string) => told.push(what) };
      await changedTickets(deps, new Set(), aCause());
    },
  };
}

describe('tickets that changed at once, so many that no run has time for the search', () => {
  it.each([1_000, 3_000])(
    'are all looked at, each run going on where the last one ended: %d',
    { timeout: 120_000 },
    async (many) => {
      const system = slowSystem(many);
      world.clock.advance('PT1M');
      const counts: number[] = [];
      for (let run = 0; run < 12; run += 1) {
        await system.run();
        counts.push(new Set(system.asked).size);
        world.clock.advance('PT15M');
      }
      const { left, search } = await readSweepPass(world.table, 'sweep-remediation');
      expect([counts.at(-1), system.told, left, search], `after each run: ${counts.join(' ')}`).toEqual([
        many,
        [],
        undefined,
        undefined,
      ]);
    },
  );
});
