import type { OpenRemediation } from '../../../shared/domain/remediation/remediation.ts';
import { addDuration, Duration } from '../../../shared/domain/words/duration.ts';
import { PostMortemId, RecommendationId } from '../../../shared/domain/words/identifiers.ts';
import { keys } from '../../../shared/store/keys.ts';
import { remediationItem } from '../../../shared/store/records/remediation-item.ts';
import { getItem } from '../../../shared/store/table.ts';
import { testIds } from './ids.ts';
import { writeAll } from './many-fixes.ts';
import { aDraft } from './records.ts';
import { latest, ticketedRemediation } from './stories.ts';
import type { World } from './world.ts';

/** Tickets that one call of Jira makes. */
const TOGETHER = 50;

/**
 * Open fixes with a ticket each in the simulator, as many as wanted. Written past the record store, so that tens of thousands take a
 * minute; each has a record of its own, to which its events are appended as to any other.
 */
export async function manyTickets(world: World, count: number): Promise<OpenRemediation[]> {
  const model = await latest(world, await ticketedRemediation(world));
  if (model.state !== 'open') throw new Error(`expected an open fix, found ${model.state}`);
  const head = await getItem(world.table, keys.record(model.postMortemId));
  const newId = testIds('01KC000000');
  const made: OpenRemediation[] = [];
  const dueAt = addDuration(world.now(), Duration.parse('P300D'));
  while (made.length < count) {
    const marks = Array.from({ length: Math.min(TOGETHER, count - made.length) }, () => ({
      postMortemId: PostMortemId.parse(newId()),
      remediationId: RecommendationId.parse(newId()),
    }));
    const created = await world.tickets.createMany(marks.map((mark) => draftFor(mark, model)));
    const fixes = created.map((ticket, index): OpenRemediation => {
      const mark = marks[index];
      if (ticket instanceof Error || mark === undefined) throw ticket;
      const { postMortemId, remediationId: id } = mark;
      return { ...model, id, postMortemId, dueAt, ticket: { ...model.ticket, ...ticket } };
    });
    await writeAll(world, function* () {
      for (const fix of fixes) {
        yield remediationItem(fix, world.config);
        yield { ...head, ...keys.record(fix.postMortemId), head: { ...Object(head?.head), id: fix.postMortemId } };
        const pointer = { postMortemId: fix.postMortemId, remediationId: fix.id };
        yield { ...keys.jiraIssue(fix.ticket.site, fix.ticket.issueId), ...pointer };
      }
    });
    made.push(...fixes);
  }
  return made;
}

function draftFor(
  mark: { postMortemId: PostMortemId; remediationId: RecommendationId },
  { priority }: OpenRemediation,
) {
  const route = { project: 'PLAT', issueType: 'Task', name: 'default', path: 'remediation.defaultRoute' };
  const { title } = aDraft();
  return { mark, route, title, description: [], priority, dueOn: undefined, labels: [], facts: {} };
}
