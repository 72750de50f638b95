import { JiraError } from '../../../local/jira-simulator/api/jira-error.ts';
import type { Issue } from '../../../local/jira-simulator/site/issue.ts';
import type { WrittenFields } from '../../../local/jira-simulator/site/written-fields.ts';
import { dayOf } from '../../../shared/domain/words/day.ts';
import { ownerOf } from '../jira/ticket-owner.ts';
import type { Random } from '../weather/random.ts';
import { MINUTE, type PeopleWorld } from './people-world.ts';

const DAY = 1_440 * MINUTE;

/**
 * People make tickets look less urgent than they are: they push due dates again and again, lower priorities, and take tickets to
 * where no route leads. Some do the contrary.
 *
 * @param random a sequence of its own, so that these draws shift no others
 */
export async function evadeWork(world: PeopleWorld, random: Random): Promise<void> {
  while (!world.isOver()) {
    await world.pause(MINUTE, 15 * MINUTE);
    const tickets = world.jira.issues().filter((issue) => ownerOf(issue) !== undefined);
    if (tickets.length === 0) continue;
    const { id } = random.pick(tickets);
    for (let turns = random.chance(0.3) ? random.integer(2, 3) : 1; turns > 0; turns -= 1) {
      const ticket = world.jira.issue(id);
      if (ticket !== undefined) evade(world, ticket, random);
      await world.pause(0, random.chance(0.5) ? 2_000 : 10 * MINUTE);
    }
  }
}

function evade({ jira, site, timeline }: PeopleWorld, { key }: Issue, random: Random): void {
  const dueIn = (days: number): string => dayOf(new Date(timeline.nowMs() + days * DAY).toISOString());
  const draw = random.fraction();
  if (draw < 0.45) edit({ dueDate: dueIn(random.integer(30, 300)) });
  else if (draw < 0.55) edit({ dueDate: null });
  else if (draw < 0.65) edit({ dueDate: dueIn(random.integer(1, 3)) });
  else if (draw < 0.95) edit(site.priorities.length === 0 ? {} : { priority: random.pick(site.priorities) });
  else if (site.outside !== undefined) jira.moveIssue(key, site.outside, { by: 'Jonas Berg' });

  function edit(fields: WrittenFields): void {
    try {
      jira.editIssue(key, fields, { by: 'Jonas Berg' });
    } catch (error) {
      // The screen has no such field, or lets nobody edit a ticket that is done.
      if (!(error instanceof JiraError)) throw error;
    }
  }
}
