import { judgedUntil } from '../../../../local/demo/judged-until.ts';
import { waitUntil } from '../../../../local/wait-until.ts';
import { isTicketed } from '../../../../shared/domain/remediation/remediation.ts';
import { recommendationOf } from '../recommendations.ts';
import { closedTicket, type WorldSoFar } from '../world-so-far.ts';
import { writeIncident } from '../write-incident.ts';

/** An incident whose only fix is attested: its record closes by itself. */
export async function seedClosedRecord(world: WorldSoFar): Promise<void> {
  const { stack, people } = world;
  const { max, anna, ben, ada } = people;
  const id = await closedTicket(world, { summary: 'Visitor badge opened the server room', priority: 'Medium' });
  world.records.closed = id;
  const { technical, human } = await writeIncident(max, id);
  const recommendation = recommendationOf('attested', [technical, human]);
  const title = 'Let visitor badges open the doors of the ground floor alone';
  await max.add(`/post-mortems/${id}/recommendations`, { ...recommendation, title });
  await max.submit(id);
  await anna.approve(id);
  const look = async () => {
    const [fix] = await ada.client.remediations(id);
    if (fix === undefined) throw new Error(`the record ${id} has no fix`);
    return fix;
  };
  const fix = await waitUntil('the ticket of the closed record', look, isTicketed);
  if (!isTicketed(fix)) return;
  stack.jira.transition(fix.ticket.key, 'Done', { by: 'Jonas Berg' });
  await waitUntil('its claim', look, ({ state }) => state === 'claimed');
  await ben.must('POST', `/post-mortems/${id}/remediations/${fix.id}/attestations`, {
    ...{ check: 0, outcome: 'pass', note: 'I tried three doors with a visitor badge, and none opened.' },
  });
  await judgedUntil(stack, look, 'verified');
  await waitUntil(
    'the closed record',
    () => ben.client.record(id),
    ({ status }) => status === 'closed',
  );
}
