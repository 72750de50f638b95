import type { EventData } from '../domain/events/events.ts';
import type { Cause } from '../domain/events/recorded-event.ts';
import { isOfExistingTicket } from '../domain/remediation/remediation.ts';
import { runAll } from '../run-all.ts';
import { createLeased, eachInItsRecord, errorOfWork, hidingProjects, type Leased } from './create-leased.ts';
import { type CreateDependencies, createTicket, createUnderLease, leaseCreation, routeNow } from './create-ticket.ts';

/** Approvals that are worked on by themselves, side by side. */
const ALONE_AT_ONCE = 5;

export type Approval = { approved: EventData<'Recommendation Approved'>; cause: Cause };

/**
 * Creates the tickets of several approved recommendations, in one call where there are more than one.
 *
 * Each has a lease of its own, and each is recorded by itself: one that is refused does not hold up the others.
 *
 * @returns for each approval the error that sends it back to its queue, or undefined
 */
export async function createTickets(
  deps: CreateDependencies,
  approvals: readonly Approval[],
): Promise<(Error | undefined)[]> {
  const [only, ...others] = approvals;
  if (only === undefined) return [];
  if (others.length === 0) return [await errorOfWork(() => createTicket(deps, only.approved, only.cause))];

  const failures = new Map<Approval, Error | undefined>();
  const isHiding = hidingProjects(deps);
  const leased: (Leased & { approval: Approval })[] = [];
  const alone: { approval: Approval; run: () => Promise<unknown> }[] = [];
  await eachInItsRecord(approvals, recordOf, async (approval) => {
    const { approved, cause } = approval;
    const failure = await errorOfWork(async () => {
      const fix = { postMortemId: approved.postMortemId, id: approved.recommendation.id };
      const route = await routeNow(deps, fix);
      if (await isHiding(route)) {
        // Its lease is taken in its own time: were the run over in between, a person would have to look for a ticket that was never asked for.
        alone.push({ approval, run: () => createTicket(deps, approved, cause) });
        return;
      }
      const remediation = await leaseCreation(deps, fix, cause, { count: approvals.length, route });
      if (remediation === undefined) return;
      if (!isOfExistingTicket(remediation)) leased.push({ approval, remediation, cause });
      else alone.push({ approval, run: () => createUnderLease(deps, remediation, cause) });
    });
    failures.set(approval, failure);
  });
  const created = await createLeased(deps, leased);
  for (const [index, { approval }] of leased.entries()) failures.set(approval, created[index]);
  // Last, because each takes several requests, and the many should not wait for them.
  await runAll(
    alone.map(({ approval, run }) => ({
      name: approval.approved.recommendation.id,
      run: async () => void failures.set(approval, await errorOfWork(run)),
    })),
    ALONE_AT_ONCE,
  );
  return approvals.map((approval) => failures.get(approval));
}

const recordOf = ({ approved }: Approval): string => approved.postMortemId;
