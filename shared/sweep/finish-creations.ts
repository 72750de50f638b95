import type { Cause } from '../domain/events/recorded-event.ts';
import { isOfExistingTicket } from '../domain/remediation/remediation.ts';
import type { PostMortemId, RecommendationId } from '../domain/words/identifiers.ts';
import { runAll, type Task } from '../run-all.ts';
import type { Table } from '../store/table.ts';
import { createLeased, eachInItsRecord, errorOfWork, hidingProjects, type Leased } from '../tickets/create-leased.ts';
import { type CreateDependencies, type CreateOutcome, createUnderLease } from '../tickets/create-ticket.ts';
import { leaseAgain, lookForTicket, type VainLook } from '../tickets/resume-creation.ts';
import { dueOnSite, type OneOfSites } from './site-of-fix.ts';

type FinishDependencies = CreateDependencies &
  OneOfSites & {
    table: Table;
    hasTime: () => boolean;
    onProblem: (what: 'TicketMissing', facts: { ticket: string; because: string }) => void;
  };

type Due = { postMortemId: PostMortemId; remediationId: RecommendationId };
type Looked = { due: Due; look: VainLook };

const HIDDEN = 'its project hides new tickets from our account, so nobody but a person can see whether it was created';

/**
 * Finishes the creations of one site that were left half done, in as few calls as it allows:
 *
 *     50 that are due ─▶ each looked for, where there may be a ticket ─▶ a lease for each without one ─▶ one call
 *
 * All are looked for before the first lease: a lease that runs out while others are searched is a doubt more.
 *
 * @throws AggregateError with all that failed; the rest is done
 */
export async function finishCreations(deps: FinishDependencies, cause: Cause): Promise<void> {
  async function* tasks(): AsyncGenerator<Task> {
    let some: Due[] = [];
    const task = (dues: readonly Due[]): Task => ({ name: 'creations', run: () => finish(deps, dues, cause) });
    for await (const due of dueOnSite(deps, 'create', deps.now())) {
      if (!deps.hasTime()) return;
      some.push(due);
      if (some.length < deps.tickets.mostAtOnce) continue;
      yield task(some);
      some = [];
    }
    if (some.length > 0 && deps.hasTime()) yield task(some);
  }
  await runAll(tasks());
}

async function finish(deps: FinishDependencies, dues: readonly Due[], cause: Cause): Promise<void> {
  const failures = new Map<Due, Error>();
  const attempt = async (due: Due, work: () => Promise<unknown>): Promise<void> => {
    const failure = await errorOfWork(work);
    if (failure !== undefined) failures.set(due, failure);
  };
  const told = (due: Due, outcome: CreateOutcome): void => {
    if (outcome === 'hidden') deps.onProblem('TicketMissing', { ticket: due.remediationId, because: HIDDEN });
  };

  const looked: Looked[] = [];
  await eachInItsRecord(dues, recordOf, (due) =>
    attempt(due, async () => {
      if (!deps.hasTime()) return;
      const look = await lookForTicket(deps, due, cause);
      if (typeof look === 'string') told(due, look);
      else looked.push({ due, look });
    }),
  );

  const isHiding = hidingProjects(deps);
  const together: Looked[] = [];
  const alone: Looked[] = [];
  for (const one of looked) {
    const isAlone = one.look.isHidden || isOfExistingTicket(one.look.fix) || (await isHiding(one.look.route));
    (isAlone ? alone : together).push(one);
  }

  const leased: (Leased & { due: Due })[] = [];
  await eachInItsRecord(
    together,
    ({ due }) => recordOf(due),
    ({ due, look }) =>
      attempt(due, async () => {
        const remediation = await leaseAgain(deps, look, cause, together.length);
        if (typeof remediation === 'string') told(due, remediation);
        else leased.push({ due, remediation, cause });
      }),
  );
  const [only, ...others] = leased;
  if (only !== undefined && others.length === 0) {
    await attempt(only.due, () => createUnderLease(deps, only.remediation, cause));
  } else {
    const created = await createLeased(deps, leased);
    for (const [index, { due }] of leased.entries()) {
      const failure = created[index];
      if (failure !== undefined) failures.set(due, failure);
    }
  }

  for (const { due, look } of alone) {
    await attempt(due, async () => {
      if (!deps.hasTime()) return;
      const remediation = await leaseAgain(deps, look, cause);
      if (typeof remediation === 'string') told(due, remediation);
      else await createUnderLease(deps, remediation, cause);
    });
  }
  await runAll(
    [...failures].map(([due, failure]) => ({
      name: `remediation ${due.remediationId}`,
      run: () => Promise.reject(failure),
    })),
  );
}

const recordOf = ({ postMortemId }: Due): string => postMortemId;
