import { randomUUID } from 'node:crypto';
import { MAIL_TEST, SIMULATION } from '../../../../local/demo/demo-settings.ts';
import { waitUntil } from '../../../../local/wait-until.ts';
import { isTicketed, type Remediation } from '../../../../shared/domain/remediation/remediation.ts';
import type { Subject } from '../../../../shared/domain/verification/signal.ts';
import {
  RECOMMENDATIONS_BY_STANDING,
  recommendationOf,
  SOON_SECONDS,
  type Standing,
  SUBJECTS,
} from '../recommendations.ts';
import { closedTicket, fromNow, type WorldSoFar } from '../world-so-far.ts';
import { writeIncident } from '../write-incident.ts';

/** Records by name, with the fixes that each of them has. */
const APPROVED = {
  approved: ['overdue', 'claimed', 'passing', 'proven', 'reopened', 'accepted', 'refused'],
  approvedToo: ['open', 'attested', 'untested', 'inDoubt', 'cancelled', 'closedWithoutClaim', 'merged'],
} as const satisfies Record<string, readonly Standing[]>;

const SUMMARIES = {
  approved: 'Board assistant phished: mailbox read from abroad for an hour',
  approvedToo: 'Old mail protocol let a stolen password in without a second factor',
} as const;

/** Who moves a ticket to done, so that nobody seems to close many at once. */
const ENGINEERS = ['Mia Okafor', 'Jonas Berg', 'Amara Silva'];

/** Two approved records with a fix in each standing that there is without waiting for days. */
export async function seedApprovedRecords(world: WorldSoFar): Promise<void> {
  await Promise.all([approvedRecord(world, 'approved'), approvedRecord(world, 'approvedToo')]);
}

async function approvedRecord(world: WorldSoFar, name: keyof typeof APPROVED): Promise<void> {
  const { nina, ben } = world.people;
  const id = await closedTicket(world, { summary: SUMMARIES[name], priority: 'High' });
  world.records[name] = id;
  const { technical, human } = await writeIncident(nina, id);
  const soonAt = Date.now() + SOON_SECONDS * 1_000;
  for (const standing of APPROVED[name]) {
    await nina.add(`/post-mortems/${id}/recommendations`, recommendationOf(standing, [technical, human]));
  }
  await nina.submit(id);
  await ben.approve(id);
  const fixes = fixesOf(world, id);
  await waitUntil(`tickets of ${name}`, fixes.all, (all) =>
    all.every((fix) => isTicketed(fix) || (fix.state === 'requested' && fix.refusedBecause !== undefined)),
  );
  await Promise.all(APPROVED[name].map((standing) => bring(world, id, standing, { fixes, soonAt })));
}

type Fixes = ReturnType<typeof fixesOf>;

function fixesOf({ people }: WorldSoFar, id: string) {
  const all = () => people.ada.client.remediations(id);
  return {
    all,
    of: async (standing: Standing): Promise<Remediation> => {
      const { title } = RECOMMENDATIONS_BY_STANDING[standing];
      const found = (await all()).find((one) => one.title === title);
      if (found === undefined) throw new Error(`there is no fix "${title}"`);
      return found;
    },
  };
}

/** Brings a fix to its standing, as people and sources of evidence would. */
async function bring(
  world: WorldSoFar,
  id: string,
  standing: Standing,
  { fixes, soonAt }: { fixes: Fixes; soonAt: number },
): Promise<void> {
  const { stack, people, records } = world;
  const fix = await fixes.of(standing);
  records[`fix.${standing}`] = fix.id;
  const path = `/post-mortems/${id}/remediations/${fix.id}`;
  const becomes = (...states: Remediation['state'][]) =>
    waitUntil(
      `${standing} is ${states.join(' or ')}`,
      () => fixes.of(standing),
      ({ state }) => states.includes(state),
    );
  const claim = async (resolution?: string) => {
    if (!isTicketed(fix)) throw new Error(`${standing} has no ticket`);
    const by = ENGINEERS[Object.keys(RECOMMENDATIONS_BY_STANDING).indexOf(standing) % ENGINEERS.length] ?? '';
    stack.jira.assign(fix.ticket.key, by, { by });
    stack.jira.transition(fix.ticket.key, 'Done', { by, ...(resolution === undefined ? {} : { resolution }) });
    if (resolution === undefined) await becomes('claimed');
  };
  const judged = (...states: Remediation['state'][]) =>
    waitUntil(
      `${standing} is judged ${states.join(' or ')}`,
      async () => {
        await stack.invoke(stack.outputs.VerifyRemediationFunctionName);
        return fixes.of(standing);
      },
      ({ state }) => states.includes(state),
    );

  switch (standing) {
    case 'open':
    case 'refused':
      return;
    case 'overdue': {
      await waitUntil(
        'the due date',
        () => Promise.resolve(Date.now() > soonAt + 1_000),
        (isPast) => isPast,
      );
      // It fails for the fix whose ticket Jira refuses, once it has looked at all others.
      await stack.invoke(stack.outputs.SweepRemediationFunctionName).catch(() => undefined);
      await waitUntil(
        'it is overdue',
        () => fixes.of(standing),
        ({ overdueSince }) => overdueSince !== undefined,
      );
      return;
    }
    case 'claimed':
      return claim();
    case 'passing':
      await claim();
      await say(world, SUBJECTS.passing, 'pass', '20 of 20 look-alike mails quarantined');
      await judged('verifying');
      return;
    case 'proven':
      await claim();
      await say(world, SUBJECTS.proven, 'pass', 'The alert came after 40 seconds');
      await judged('verified');
      return;
    case 'attested':
      await claim();
      await people.ben.must('POST', `${path}/attestations`, {
        ...{ check: 0, outcome: 'pass', note: 'I sent a test report; it was forwarded after four minutes.' },
      });
      await judged('verified');
      return;
    case 'untested':
      await claim();
      await judged('verified');
      return;
    case 'reopened':
      await claim();
      stack.simulation.finds(SUBJECTS.reopened.id, { outcome: 'fail', detail: '4 of 11 entered a password again' });
      await say(world, SUBJECTS.reopened, 'fail', '4 of 11 entered a password', SIMULATION);
      await becomes('open');
      return;
    case 'inDoubt':
      await claim();
      await say(world, SUBJECTS.inDoubt, 'fail', '1 of 10 sign-ins over an old protocol got through');
      return;
    case 'accepted':
      await people.anna.decide('POST', `${path}/risk-acceptance`, {
        until: fromNow(90, 'days'),
        reason: 'The vendor delivers the new page in the spring.',
        compensatingControl: 'Each change of the page is announced on the start page a week before.',
      });
      return;
    case 'cancelled':
      await people.ben.decide('POST', `${path}/cancel`, { reason: 'The filter holds these mails back already.' });
      return;
    case 'closedWithoutClaim':
      return claim("Won't Do");
    case 'merged':
      await becomes('claimed');
      await say(world, SUBJECTS.merged, 'pass', 'A session of twelve hours was refused');
      return;
  }
}

async function say(
  { scanner }: WorldSoFar,
  subject: Subject,
  outcome: 'pass' | 'fail',
  detail: string,
  source = MAIL_TEST,
): Promise<void> {
  const observedAt = new Date().toISOString();
  await scanner.must('POST', '/signals', { id: randomUUID(), subject, outcome, detail, observedAt, source });
}

/** An incident whose only fix is attested: its record closes by itself. */
export async function seedClosedRecord(world: WorldSoFar): Promise<void> {
  const { max, anna, ben } = world.people;
  const { stack, people } = world;
  const id = await closedTicket(world, { summary: 'Visitor badge opened the server room', priority: 'Medium' });
  world.records.closed = id;
  const { technical, human } = await writeIncident(max, id);
  const recommendation = recommendationOf('attested', [technical, human]);
  const title = 'Let visitor badges open the doors of the ground floor alone';
  await max.add(`/post-mortems/${id}/recommendations`, { ...recommendation, title });
  await max.submit(id);
  await anna.approve(id);
  const fix = await waitUntil('the ticket of the closed record', async () =>
    (await people.ada.client.remediations(id)).find(isTicketed),
  );
  if (fix === undefined) return;
  stack.jira.transition(fix.ticket.key, 'Done', { by: 'Jonas Berg' });
  const look = () => people.ada.client.remediations(id);
  await waitUntil('its claim', look, ([one]) => one?.state === 'claimed');
  await ben.must('POST', `/post-mortems/${id}/remediations/${fix.id}/attestations`, {
    ...{ check: 0, outcome: 'pass', note: 'I tried three doors with a visitor badge, and none opened.' },
  });
  await waitUntil(
    'the closed record',
    async () => {
      await stack.invoke(stack.outputs.VerifyRemediationFunctionName);
      return ben.client.record(id);
    },
    ({ status }) => status === 'closed',
  );
}
