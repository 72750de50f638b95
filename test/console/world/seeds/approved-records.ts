import { waitUntil } from '../../../../local/wait-until.ts';
import { isTicketed } from '../../../../shared/domain/remediation/remediation.ts';
import { recommendationOf, type Standing } from '../recommendations.ts';
import { closedTicket, type WorldSoFar } from '../world-so-far.ts';
import { writeIncident } from '../write-incident.ts';
import { bringToStanding } from './bring-to-standing.ts';

/** Records by name, with the fixes that each of them has. */
const APPROVED = {
  approved: {
    summary: 'Board assistant phished: mailbox read from abroad for an hour',
    fixes: ['overdue', 'claimed', 'passing', 'proven', 'reopened', 'accepted', 'refused'],
  },
  approvedToo: {
    summary: 'Old mail protocol let a stolen password in without a second factor',
    fixes: ['open', 'attested', 'untested', 'inDoubt', 'cancelled', 'closedWithoutClaim', 'merged'],
  },
} as const satisfies Record<string, { summary: string; fixes: readonly Standing[] }>;

/** Two approved records with a fix in each standing that there is without waiting for days. */
export async function seedApprovedRecords(world: WorldSoFar): Promise<void> {
  await Promise.all([approvedRecord(world, 'approved'), approvedRecord(world, 'approvedToo')]);
}

async function approvedRecord(world: WorldSoFar, name: keyof typeof APPROVED): Promise<void> {
  const { nina, ben, ada } = world.people;
  const { summary, fixes } = APPROVED[name];
  const id = await closedTicket(world, { summary, priority: 'High' });
  world.records[name] = id;
  const { technical, human } = await writeIncident(nina, id);
  for (const standing of fixes) {
    await nina.add(`/post-mortems/${id}/recommendations`, recommendationOf(standing, [technical, human]));
  }
  await nina.submit(id);
  await ben.approve(id);
  await waitUntil(
    `tickets of ${name}`,
    () => ada.client.remediations(id),
    (all) => all.every((fix) => isTicketed(fix) || (fix.state === 'requested' && fix.refusedBecause !== undefined)),
  );
  await Promise.all(fixes.map((standing) => bringToStanding(world, id, standing)));
}
