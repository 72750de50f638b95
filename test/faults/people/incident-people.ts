import { MINUTE, type PeopleWorld } from './people-world.ts';

/** Comments that people write: also with an emoji where a long one is cut, and with half of one, as an old import leaves it. */
const COMMENTS = ['Two mailboxes were read.', `${'a'.repeat(998)}😀 and so on`, 'It was late \ud83d'];

/** An incident is opened, worked on and closed; and sometimes reopened, moved, hidden or deleted. */
export async function liveThroughIncident(world: PeopleWorld, number: number): Promise<void> {
  const { jira, random, site, peopleAt } = world;
  await world.pause(0, 40 * MINUTE);
  const { key } = jira.createIssue({
    ...site.incident,
    summary: `Incident ${number}`,
    description: 'Seen: T1566.002',
    ...(site.priorities.length === 0 ? {} : { priority: random.pick(site.priorities) }),
  });
  peopleAt.open(key, { by: 'Mia Okafor' });
  await world.pause(0, 5 * MINUTE);
  jira.addComment(key, COMMENTS[number % COMMENTS.length] ?? '', { by: 'Jonas Berg' });
  if (random.chance(world.plan.hiddenShare)) hide(world, key);
  peopleAt.close(key, { by: 'Mia Okafor' });
  for (let turn = random.integer(0, 6); turn > 0 && !world.isOver(); turn -= 1) {
    await world.pause(0, random.chance(0.5) ? 10_000 : 30 * MINUTE);
    if (!happensTo(world, key)) return;
  }
}

/** @returns false when the issue is gone */
function happensTo(world: PeopleWorld, key: string): boolean {
  const { jira, random, deleted, site, peopleAt } = world;
  const issue = jira.issue(key);
  if (issue === undefined) return false;
  const isDone = issue.status.category === 'done';
  const draw = random.fraction();
  if (draw < 0.5) peopleAt[isDone ? 'open' : 'close'](key, { by: 'Jonas Berg' });
  else if (draw < 0.65) jira.editIssue(key, { summary: `${issue.summary} (edited)` });
  else if (draw < 0.8) jira.addComment(key, 'One more mailbox.', { by: 'Mia Okafor' });
  else if (draw < 0.85)
    jira.moveIssue(
      key,
      random.pick([
        site.projects.find((one) => one !== site.incident.project) ?? site.incident.project,
        site.incident.project,
      ]),
    );
  else if (draw < 0.9) jira.assign(key, 'Jonas Berg');
  else if (draw < 0.92) {
    deleted.add(issue.id);
    jira.deleteIssue(key);
    return false;
  } else if (draw < 0.96) {
    hide(world, key);
  }
  return true;
}

/** For minutes, or for longer than the sweep looks back; not beyond the time at which people send back what failed. */
function hide({ jira, random, timeline, endsAt }: PeopleWorld, key: string): void {
  jira.hideIssue(key);
  const longestMs = endsAt + 60 * MINUTE - timeline.nowMs();
  timeline.after(Math.min(random.integer(MINUTE, random.pick([10, 240]) * MINUTE), longestMs), () => {
    if (jira.issue(key) !== undefined) jira.showIssue(key);
  });
}
