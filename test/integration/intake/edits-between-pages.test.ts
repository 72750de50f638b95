import { afterEach, describe, expect, it } from 'vitest';
import { onDataCenter } from '../../../local/jira-simulator/sites/data-center.ts';
import { SOURCES } from '../../../shared/intake/registry.ts';
import type { MoveWindow, PolledScope } from '../../../shared/intake/source.ts';
import { polledSources } from '../../../shared/intake/sources-in-use.ts';
import { sweepIncidents } from '../../../shared/intake/sweep-incidents.ts';
import { engineForThisFile } from '../../support/machine/engine.ts';
import { configOn, SITE_PLANS, type SitePlan } from '../../support/world/site-worlds.ts';
import { aCause } from '../../support/world/stories.ts';
import { startWorld, type World } from '../../support/world/world.ts';

const endpoint = engineForThisFile();
let world: World;
afterEach(() => world.close());

const PLANS = SITE_PLANS.slice(0, 3).flatMap((plan): [string, SitePlan][] => {
  const onItsOwn: SitePlan = { ...plan, site: onDataCenter(plan.site) };
  return [
    [plan.site.name, plan],
    [onItsOwn.site.name, onItsOwn],
  ];
});

/** A sweep of the incidents. @param between what people do after each page of a search, by its number from 1 on @returns keys of those that it told */
async function sweep(between: (page: number) => unknown = () => {}): Promise<string[]> {
  const told: string[] = [];
  const interrupted = (scope: PolledScope): PolledScope => ({
    ...scope,
    async *moves(window: MoveWindow) {
      let page = 0;
      for await (const moved of scope.moves(window)) {
        yield moved;
        page += 1;
        between(page);
      }
    },
  });
  const sources = polledSources(SOURCES, world.connectionTo, world.config).map(({ poll, ...source }) => ({
    ...source,
    poll: { ...poll, scopes: poll.scopes.map(interrupted) },
  }));
  const accept = ({ event }: { event: { type: string; data: unknown } }) => {
    if (event.type === 'Incident Ticket Closed') told.push(Object(event.data).ticket.key);
    return Promise.resolve(true);
  };
  await sweepIncidents({ ...world, sources, accept, timeLeftMs: () => 60_000, onProblem: () => {} }, aCause());
  return told;
}

describe.each(PLANS)('incidents that were closed, more than a page of the search shows, on %s', (_, plan) => {
  it('are all told, though some are edited between the pages', async () => {
    const { site, incident, incidentEnds } = plan;
    world = await startWorld(endpoint(), configOn(plan), { site, manners: { mostOnSearchPage: 2 } });
    await sweep();
    world.clock.advance('PT1H');
    const keys = Array.from({ length: 7 }, (_one, index) => {
      world.clock.advance('PT5M');
      const { key } = world.simulator.createIssue({ ...incident, summary: `Leak ${index}` });
      for (const status of incidentEnds) world.simulator.transition(key, status, { by: 'Mia Okafor' });
      return key;
    });
    world.clock.advance('PT15M');
    const edit = (index: number) => {
      world.simulator.editIssue(keys.at(index) ?? '', { summary: 'Edited meanwhile' }, { by: 'Jonas Berg' });
    };
    // One of the first page and one of the last, whichever end the search begins at.
    const first = await sweep((page) => page === 1 && [0, -1].forEach(edit));
    world.clock.advance('PT15M');
    const second = await sweep();
    expect([...new Set([...first, ...second])].toSorted()).toEqual(keys);
  });
});
