import type { EventData } from '../domain/events/events.ts';
import type { Cause } from '../domain/events/recorded-event.ts';
import * as decide from '../domain/remediation/decide/creation.ts';
import type { Remediation, RemediationTicket } from '../domain/remediation/remediation.ts';
import { type CreateDependencies, createTicket, draftFor, leaseCreation, recordNotCreated } from './create-ticket.ts';
import type { TicketDraft, TicketSystem } from './ticket-system.ts';

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
      if (remediation !== undefined) leased.push({ ...approval, remediation });
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
  return Promise.all(leased.map((one) => failureOf(() => recordOutcome(deps, one, outcomes.get(one) ?? notTold()))));
}

type Outcome = { ticket: RemediationTicket } | { error: unknown };

const notTold = () => ({ error: new Error('the system did not say what became of this ticket') });

/** Creates the tickets, those of each site beside those of the others. @returns for each what became of it */
async function createdFor(deps: CreateDependencies, leased: readonly Leased[]): Promise<Map<Leased, Outcome>> {
  const outcomes = new Map<Leased, Outcome>();
  const bySite = new Map<TicketSystem, Drafted[]>();
  for (const one of leased) {
    try {
      const draft = await draftFor(deps, one.remediation);
      const tickets = deps.ticketSites.of(draft.route);
      bySite.set(tickets, [...(bySite.get(tickets) ?? []), { leased: one, draft }]);
    } catch (error) {
      outcomes.set(one, { error });
    }
  }
  await Promise.all([...bySite].map(([tickets, drafted]) => createOn(tickets, drafted, outcomes)));
  return outcomes;
}

type Drafted = { leased: Leased; draft: TicketDraft };

/** Creates tickets in as few calls as their system allows. @param outcomes what became of each is added to it */
async function createOn(
  tickets: TicketSystem,
  drafted: readonly Drafted[],
  outcomes: Map<Leased, Outcome>,
): Promise<void> {
  for (let start = 0; start < drafted.length; start += tickets.mostAtOnce) {
    const some = drafted.slice(start, start + tickets.mostAtOnce);
    const created = await tickets
      .createMany(some.map(({ draft }) => draft))
      .catch((error: unknown) => some.map(() => asError(error)));
    for (const [index, { leased }] of some.entries()) {
      const one = created[index];
      if (one === undefined) continue;
      outcomes.set(leased, one instanceof Error ? { error: one } : { ticket: { site: tickets.site, ...one } });
    }
  }
}

async function recordOutcome(
  deps: CreateDependencies,
  { remediation, cause }: Leased,
  outcome: Outcome,
): Promise<void> {
  if ('error' in outcome) return recordNotCreated(deps, remediation, outcome.error, cause);
  const { ticket } = outcome;
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
    return asError(error);
  }
}

const asError = (error: unknown): Error => (error instanceof Error ? error : new Error(String(error)));
