import { afterEach, describe, expect, it } from 'vitest';
import { onDataCenter } from '../../../local/jira-simulator/sites/data-center.ts';
import { SearchPlaceUnknown } from '../../../shared/domain/ticket/long-search.ts';
import { SOURCES } from '../../../shared/intake/registry.ts';
import { polledSources } from '../../../shared/intake/sources-in-use.ts';
import { sweepIncidents } from '../../../shared/intake/sweep-incidents.ts';
import { engineForThisFile } from '../../support/machine/engine.ts';
import { configOn, SITE_PLANS, type SitePlan } from '../../support/world/site-worlds.ts';
import { aCause } from '../../support/world/stories.ts';
import { startWorld, type World } from '../../support/world/world.ts';

const endpoint = engineForThisFile();
let world: World;
afterEach(() => world.close());

const planOf = (name: string): SitePlan => {
  const plan = SITE_PLANS.find(({ site }) => site.name === name);
  if (plan === undefined) throw new Error(`no plan for ${name}`);
  return plan;
};
const english = planOf('classic English');
const PLANS = [
  ['classic English', english],
  ['German classic', planOf('German classic')],
  ['Data Center', { ...english, site: onDataCenter(english.site) }],
] as const;

async function begin({ site, ...plan }: SitePlan): Promise<void> {
  world = await startWorld(endpoint(), configOn({ site, ...plan }), { site });
}

function closeAtOnce({ incident, incidentEnds }: SitePlan, many: number): void {
  for (let count = 0; count < many; count += 1) {
    const { key } = world.simulator.createIssue({ ...incident, summary: `Leak ${count}` });
    for (const status of incidentEnds) world.simulator.transition(key, status, { by: 'Mia Okafor' });
  }
}

const searches = (): number => world.simulator.requests().filter(({ path }) => /\/search(\/jql)?$/.test(path)).length;

/** A run that has time for so many pages of the search, and for what it asks beside. @returns tickets that it told */
async function run(mostPages: number, told: Set<string>, problems: string[] = []): Promise<void> {
  world.simulator.clearRequests();
  await sweepIncidents(
    {
      ...world,
      sources: polledSources(SOURCES, world.connectionTo, world.config),
      accept: ({ event }) => {
        if (event.type === 'Incident Ticket Closed') told.add(Object(event.data).ticket.key);
        return Promise.resolve(true);
      },
      timeLeftMs: () => (searches() < mostPages ? 60_000 : 0),
      onProblem: (what) => problems.push(what),
    },
    aCause(),
  );
}

describe.each(PLANS)(
  'incidents that were closed at once, so many that no run has time for the search, on %s',
  (_, plan) => {
    it('are all told, each run going on where the last one ended', { timeout: 120_000 }, async () => {
      await begin(plan);
      await run(10, new Set());
      const many = 350;
      closeAtOnce(plan, many);
      const told = new Set<string>();
      const counts: number[] = [];
      for (let runs = 0; runs < 7; runs += 1) {
        world.clock.advance('PT15M');
        await run(1, told);
        counts.push(told.size);
      }
      expect(told.size, `told after each run: ${counts.join(' ')}`).toBe(many);
    });

    it('are told once and no more than once for each day when the search came to its end', {
      timeout: 120_000,
    }, async () => {
      await begin(plan);
      await run(10, new Set());
      closeAtOnce(plan, 150);
      for (let runs = 0; runs < 4; runs += 1) {
        world.clock.advance('PT15M');
        await run(1, new Set());
      }
      world.clock.advance('PT15M');
      await run(10, new Set());
      world.clock.advance('PT15M');
      const later = new Set<string>();
      await run(10, later);
      expect([later.size, searches()]).toEqual([0, 1]);
    });
  },
);

describe('a search of incidents that gets nowhere', () => {
  it('is told to a person, and one that has found a page more is not', async () => {
    await begin(english);
    await run(10, new Set());
    closeAtOnce(english, 120);
    const problems: string[] = [];
    // One page is read, and no time is left to tell what was found, again and again.
    for (const mostPages of [1, 0, 0]) {
      world.clock.advance('PT15M');
      await run(mostPages, new Set(), problems);
    }
    const whileStuck = [...problems];
    for (const mostPages of [10, 10]) {
      world.clock.advance('PT15M');
      await run(mostPages, new Set(), problems);
    }
    expect([whileStuck, problems.length]).toEqual([['SweepStuck', 'SweepStuck'], 2]);
  });
});

describe('a place in a search', () => {
  it('that Jira does not know any more is named as such', async () => {
    await begin(english);
    closeAtOnce(english, 1);
    const { project } = english.incident;
    const lost = Array.fromAsync(world.jira.searchIdsFrom(`project = ${project} ORDER BY created ASC`, 'long ago'));
    await expect(lost).rejects.toThrow(SearchPlaceUnknown);
  });
});
