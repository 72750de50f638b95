import type { EventData } from '../domain/events/events.ts';
import type { Cause } from '../domain/events/recorded-event.ts';
import * as decide from '../domain/remediation/decide/creation.ts';
import { isOfExistingTicket, type Remediation, type RemediationTicket } from '../domain/remediation/remediation.ts';
import { hiddenIn } from '../store/queues/hiding-projects.ts';
import type { Table } from '../store/table.ts';
import {
  type CreateDependencies,
  createTicket,
  createUnderLease,
  draftFor,
  leaseCreation,
  recordNotCreated,
} from './create-ticket.ts';
import { noticeHiding } from './notice-hiding.ts';
import type { MadeTicket, TicketDraft, TicketSystem } from './ticket-system.ts';

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
  await Promise.all([...bySite].map(([tickets, drafted]) => createOn(deps.table, tickets, drafted, outcomes)));
  return outcomes;
}

type Drafted = { leased: Leased; draft: TicketDraft };

/**
 * Creates tickets in as few calls as their system allows. Where a project hides what we create, each has a call of its own: the answer to
 * several does not say which is whose.
 *
 * @param outcomes what became of each is added to it
 */
async function createOn(
  table: Table,
  tickets: TicketSystem,
  drafted: readonly Drafted[],
  outcomes: Map<Leased, Outcome>,
): Promise<void> {
  const tell = ({ leased }: Drafted, created: MadeTicket | Error): void => {
    outcomes.set(
      leased,
      created instanceof Error ? { error: created } : { ticket: { site: tickets.site, ...created } },
    );
  };
  const hiding = await hidingAmong(table, tickets, drafted);
  for (const one of drafted.filter(({ draft }) => hiding.has(draft.route.project))) {
    tell(one, await tickets.create(one.draft).catch(asError));
  }
  const others = drafted.filter(({ draft }) => !hiding.has(draft.route.project));
  for (let start = 0; start < others.length; start += tickets.mostAtOnce) {
    const some = others.slice(start, start + tickets.mostAtOnce);
    const created = await tickets
      .createMany(some.map(({ draft }) => draft))
      .catch((error: unknown) => some.map(() => asError(error)));
    for (const [index, one] of some.entries()) tell(one, created[index] ?? notTold().error);
  }
}

/** Projects among the routes that are known to hide what our account creates. */
async function hidingAmong(
  table: Table,
  { site }: TicketSystem,
  drafted: readonly Drafted[],
): Promise<ReadonlySet<string>> {
  const hiding = new Set<string>();
  for (const project of new Set(drafted.map(({ draft }) => draft.route.project))) {
    if ((await hiddenIn(table, { site, project })) !== undefined) hiding.add(project);
  }
  return hiding;
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
  await noticeHiding(deps.table, deps.ticketSites.named(ticket.site), remediation.route.project, ticket);
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
