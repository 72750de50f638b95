import { randomUUID } from 'node:crypto';
import { MAIL_TEST, SIMULATION } from '../../../../local/demo/demo-settings.ts';
import { judgedUntil } from '../../../../local/demo/judged-until.ts';
import { waitUntil } from '../../../../local/wait-until.ts';
import { isTicketed, type Remediation } from '../../../../shared/domain/remediation/remediation.ts';
import type { Subject } from '../../../../shared/domain/verification/signal.ts';
import { RECOMMENDATIONS_BY_STANDING, RESOURCES, type Standing, SUBJECTS } from '../recommendations.ts';
import { fromNow, type WorldSoFar } from '../world-so-far.ts';

/** Who moves a ticket to done, so that nobody seems to close many at once. */
const ENGINEERS = ['Mia Okafor', 'Jonas Berg', 'Amara Silva'];

/** Brings a fix, whose ticket is there, to its standing, as people and sources of evidence would. */
export async function bringToStanding(world: WorldSoFar, postMortemId: string, standing: Standing): Promise<void> {
  const { title } = RECOMMENDATIONS_BY_STANDING[standing];
  const look = async (): Promise<Remediation> => {
    const found = (await world.people.ada.client.remediations(postMortemId)).find((one) => one.title === title);
    if (found === undefined) throw new Error(`there is no fix "${title}"`);
    return found;
  };
  const fix = await look();
  world.records[`fix.${standing}`] = fix.id;
  const path = `/post-mortems/${postMortemId}/remediations/${fix.id}`;
  await WAYS[standing]?.(handsOn(world, { standing, fix, look, path }));
}

type Fix = { standing: Standing; fix: Remediation; look: () => Promise<Remediation>; path: string };

type Hands = ReturnType<typeof handsOn>;

/** What people, sources and schedules do about a fix. */
function handsOn(world: WorldSoFar, { standing, fix, look, path }: Fix) {
  const { stack, scanner } = world;
  const becomes = (what: string, isIt: (seen: Remediation) => boolean) =>
    waitUntil(`${standing} is ${what}`, look, isIt).then(() => undefined);
  return {
    ...world,
    fix,
    path,
    becomes,
    /** Somebody moves its ticket to done. */
    async finish(resolution?: string): Promise<void> {
      if (!isTicketed(fix)) throw new Error(`${standing} has no ticket`);
      const by = ENGINEERS[Object.keys(RECOMMENDATIONS_BY_STANDING).indexOf(standing) % ENGINEERS.length] ?? '';
      stack.jira.assign(fix.ticket.key, by, { by });
      stack.jira.transition(fix.ticket.key, 'Done', { by, ...(resolution === undefined ? {} : { resolution }) });
      if (resolution === undefined) await becomes('claimed', ({ state }) => state === 'claimed');
    },
    judged: (...states: Remediation['state'][]) => judgedUntil(stack, look, ...states).then(() => undefined),
    say: (
      subject: Subject,
      outcome: 'pass' | 'fail',
      detail: string,
      { source = MAIL_TEST, ...of }: { source?: string; resource?: string } = {},
    ) =>
      scanner.must('POST', '/signals', {
        ...{ id: randomUUID(), subject, outcome, detail, source, ...of },
        observedAt: new Date().toISOString(),
      }),
  };
}

/** The way to each standing; what is not here is where it stands once its ticket is made, or refused. */
const WAYS: { [Name in Standing]?: (hands: Hands) => Promise<void> } = {
  async overdue({ fix, stack, becomes }) {
    await becomes('past its date', ({ dueAt }) => Date.parse(dueAt) < Date.now());
    if (fix.overdueSince !== undefined) return;
    // It fails for the fix whose ticket Jira refuses, once it has looked at all others.
    await stack.invoke(stack.outputs.SweepRemediationFunctionName).catch(() => undefined);
    await becomes('overdue', ({ overdueSince }) => overdueSince !== undefined);
  },
  claimed: ({ finish }) => finish(),
  async passing({ finish, say, judged }) {
    await finish();
    await say(SUBJECTS.passing, 'pass', '20 of 20 look-alike mails quarantined');
    await judged('verifying');
  },
  async proven({ finish, say, judged }) {
    await finish();
    await say(SUBJECTS.proven, 'pass', 'The alert came after 40 seconds', { resource: RESOURCES.proven });
    await judged('verified');
  },
  async attested({ finish, people, path, judged }) {
    await finish();
    const note = 'I sent a test report; it was forwarded after four minutes.';
    await people.ben.must('POST', `${path}/attestations`, { check: 0, outcome: 'pass', note });
    await judged('verified');
  },
  async untested({ finish, judged }) {
    await finish();
    await judged('verified');
  },
  async reopened({ finish, stack, say, becomes }) {
    await finish();
    stack.simulation.finds(SUBJECTS.reopened.id, { outcome: 'fail', detail: '4 of 11 entered a password again' });
    await say(SUBJECTS.reopened, 'fail', '4 of 11 entered a password', { source: SIMULATION });
    await becomes('open again', ({ state, reopenCount }) => state === 'open' && reopenCount > 0);
  },
  async inDoubt({ finish, say, becomes }) {
    await finish();
    await say(SUBJECTS.inDoubt, 'fail', '1 of 10 sign-ins over an old protocol got through', {
      resource: RESOURCES.inDoubt,
    });
    await becomes('in doubt', (seen) => 'doubt' in seen && seen.doubt !== undefined);
  },
  async accepted({ people, path }) {
    await people.anna.decide('POST', `${path}/risk-acceptance`, {
      until: fromNow(90, 'days'),
      reason: 'The vendor delivers the new page in the spring.',
      compensatingControl: 'Each change of the page is announced on the start page a week before.',
    });
  },
  async cancelled({ people, path }) {
    await people.ben.decide('POST', `${path}/cancel`, { reason: 'The filter holds these mails back already.' });
  },
  closedWithoutClaim: ({ finish }) => finish("Won't Do"),
  async merged({ say, stack, becomes }) {
    // What Jira tells of a new ticket may come before the ticket is known here: then the schedule finds it.
    await stack.invoke(stack.outputs.SweepRemediationFunctionName).catch(() => undefined);
    await becomes('claimed', ({ state }) => state === 'claimed');
    await say(SUBJECTS.merged, 'pass', 'A session of twelve hours was refused');
  },
};
