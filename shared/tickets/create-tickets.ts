import type { EventData } from '../domain/events/events.ts';
import type { Cause } from '../domain/events/recorded-event.ts';
import * as decide from '../domain/remediation/decide/creation.ts';
import { isOfExistingTicket, type Remediation } from '../domain/remediation/remediation.ts';
import {
  type CreateDependencies,
  createTicket,
  createUnderLease,
  draftFor,
  leaseCreation,
  recordNotCreated,
} from './create-ticket.ts';
import type { NewTicket } from './ticket-system.ts';

export type Approval = { approved: EventData<'Recommendation Approved'>; cause: Cause };

type Leased = Approval & { remediation: Extract<Remediation, { state: 'requested' }> };

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
  if (others.length === 0) return [await failureOf(() => createTicket(deps, only.approved, only.cause))];

  const failures = new Map<Approval, Error | undefined>();
  const leased: Leased[] = [];
  for (const approval of approvals) {
    const { postMortemId, recommendation } = approval.approved;
    const failure = await failureOf(async () => {
      const remediation = await leaseCreation(deps, { postMortemId, id: recommendation.id }, approval.cause);
      if (remediation === undefined) return;
      if (isOfExistingTicket(remediation)) await createUnderLease(deps, remediation, approval.cause);
      else leased.push({ ...approval, remediation });
    });
    failures.set(approval, failure);
  }
  const outcomes = leased.length === 0 ? [] : await createLeased(deps, leased);
  for (const [index, { approved }] of leased.entries()) {
    const approval = approvals.find((one) => one.approved === approved);
    if (approval !== undefined) failures.set(approval, outcomes[index]);
  }
  return approvals.map((approval) => failures.get(approval));
}

async function createLeased(deps: CreateDependencies, leased: readonly Leased[]): Promise<(Error | undefined)[]> {
  const outcomes = await createdFor(deps, leased);
  return Promise.all(leased.map((one, index) => failureOf(() => recordOutcome(deps, one, outcomes[index]))));
}

type Outcome = { ticket: NewTicket } | { error: unknown };

/** Creates the tickets in as few calls as the system allows. @returns for each what became of it */
async function createdFor(deps: CreateDependencies, leased: readonly Leased[]): Promise<Outcome[]> {
  const { tickets } = deps;
  const outcomes: Outcome[] = [];
  for (let start = 0; start < leased.length; start += tickets.mostAtOnce) {
    const some = leased.slice(start, start + tickets.mostAtOnce);
    try {
      const drafts = await Promise.all(some.map(({ remediation }) => draftFor(deps, remediation)));
      const created = await tickets.createMany(drafts);
      outcomes.push(...created.map((one) => (one instanceof Error ? { error: one } : { ticket: one })));
    } catch (error) {
      outcomes.push(...some.map(() => ({ error })));
    }
  }
  return outcomes;
}

async function recordOutcome(
  deps: CreateDependencies,
  { remediation, cause }: Leased,
  outcome: Outcome | undefined,
): Promise<void> {
  if (outcome === undefined || 'error' in outcome) {
    const error = outcome?.error ?? new Error('the system did not say what became of this ticket');
    return recordNotCreated(deps, remediation, error, cause);
  }
  const ticket = { site: deps.tickets.site, ...outcome.ticket };
  await deps.store.changeRemediation(
    remediation.postMortemId,
    remediation.id,
    (state) => (state === undefined ? [] : decide.ticketCreated(state, ticket, false)),
    cause,
  );
}

async function failureOf(work: () => Promise<unknown>): Promise<Error | undefined> {
  try {
    await work();
    return undefined;
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error));
  }
}
