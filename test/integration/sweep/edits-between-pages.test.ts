import { afterEach, describe, expect, it } from 'vitest';
import { onDataCenter } from '../../../local/jira-simulator/sites/data-center.ts';
import { isTicketed, type TicketedRemediation } from '../../../shared/domain/remediation/remediation.ts';
import { changedTickets } from '../../../shared/sweep/changed-tickets.ts';
import { engineForThisFile } from '../../support/machine/engine.ts';
import { approvedOn, configOn, SITE_PLANS, type SitePlan } from '../../support/world/site-worlds.ts';
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

/** Seven fixes with tickets, on a site whose search has two issues on a page. */
async function sevenFixes({ site, ...plan }: SitePlan): Promise<TicketedRemediation[]> {
  const config = configOn({ site, ...plan });
  world = await startWorld(endpoint(), config, { site, manners: { mostOnSearchPage: 2 } });
  const drafts = Array.from({ length: 7 }, (_, index) => ({ title: `Mend the ${index + 1}th filter` }));
  const { id } = await approvedOn(world, { site, ...plan }, ...drafts);
  await world.deliver();
  return (await world.store.remediations(id)).filter(isTicketed);
}

/** @param between what people do after each page of the search, by its number from 1 on */
async function sweep(between: (page: number) => unknown = () => {}): Promise<void> {
  const { tickets } = world;
  async function* changedWithin(ms: number) {
    let page = 0;
    for await (const ids of tickets.changedWithin(ms)) {
      yield ids;
      page += 1;
      between(page);
    }
  }
  const deps = { ...world, tickets: { ...tickets, changedWithin }, hasTime: () => true, onProblem: () => {} };
  await changedTickets(deps, new Set(), aCause());
}

const states = async ([first]: readonly TicketedRemediation[]) =>
  first === undefined ? [] : (await world.store.remediations(first.postMortemId)).map(({ state }) => state);

describe.each(PLANS)('tickets that changed, more than a page of the search shows, on %s', (_, plan) => {
  it('are all looked at, though some are edited between the pages', async () => {
    const fixes = await sevenFixes(plan);
    await sweep();
    world.clock.advance('PT1H');
    await sweep();
    for (const { ticket } of fixes) {
      world.clock.advance('PT5M');
      for (const status of plan.workEnds) world.simulator.transition(ticket.key, status, { by: 'Mia Okafor' });
    }
    world.clock.advance('PT15M');
    const edit = (index: number) => {
      const key = fixes.at(index)?.ticket.key ?? '';
      world.simulator.editIssue(key, { summary: 'Edited meanwhile' }, { by: 'Jonas Berg' });
    };
    // One of the first page and one of the last, whichever end the search begins at.
    await sweep((page) => page === 1 && [0, -1].forEach(edit));
    world.clock.advance('PT15M');
    await sweep();
    expect(await states(fixes)).toEqual(fixes.map(() => 'claimed'));
  });
});
