import { TICKET_LABEL } from '../../../shared/domain/remediation/remediation.ts';
import { MINUTE, type PeopleWorld } from './people-world.ts';

/**
 * A team that copied tickets of ours, labels and all, and edits the copies in bulk: none is of any fix, and all of them change in the same
 * minute, before the one that is.
 */
export async function editInBulk(world: PeopleWorld): Promise<void> {
  const { jira, random, site } = world;
  if (!site.hasLabels) return;
  await world.pause(5 * MINUTE, 60 * MINUTE);
  const by = { by: 'Jonas Berg' };
  const copies = Array.from({ length: random.integer(200, 400) }, (_, index) =>
    jira.createIssue({ ...site.work, summary: `Copy ${index}`, labels: [TICKET_LABEL] }, by),
  );
  while (!world.isOver()) {
    await world.pause(30 * MINUTE, 120 * MINUTE);
    for (const { key } of copies) jira.editIssue(key, { summary: `Copy, in sprint ${random.integer(1, 99)}` }, by);
  }
}
