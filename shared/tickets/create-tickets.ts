import type { EventData } from '../domain/events/events.ts';
import type { Cause } from '../domain/events/recorded-event.ts';
import type { PlannedRoute } from '../domain/remediation/choose-route.ts';
import * as decide from '../domain/remediation/decide/creation.ts';
import { isOfExistingTicket, type Remediation, type RemediationTicket } from '../domain/remediation/remediation.ts';
import { runAll } from '../run-all.ts';
import { hiddenIn } from '../store/queues/hiding-projects.ts';
import {
  type CreateDependencies,
  createTicket,
  createUnderLease,
  draftFor,
  leaseCreation,
  recordNotCreated,
  routeNow,
} from './create-ticket.ts';
import { noticeHiding } from './notice-hiding.ts';
import type { CreatedTicket, TicketDraft, TicketSystem } from './ticket-system.ts';

/** Records that are worked on side by side. Within a record one thing follows another: they would race for the end of its log. */
const RECORDS_AT_ONCE = 10;

/** Approvals that are worked on by themselves, side by side. */
const ALONE_AT_ONCE = 5;

export type Approval = { approved: EventData<'Recommendation Approved'>; cause: Cause };

type Leased = { approval: Approval; remediation: Extract<Remediation, { state: 'requested' }> };

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
  const isHiding = hidingProjects(deps);
  const leased: Leased[] = [];
  const alone: { approval: Approval; run: () => Promise<unknown> }[] = [];
  await eachInItsRecord(approvals, recordOf, async (approval) => {
    const { approved, cause } = approval;
    const failure = await failureOf(async () => {
      const fix = { postMortemId: approved.postMortemId, id: approved.recommendation.id };
      const route = await routeNow(deps, fix);
      if (await isHiding(route)) {
        // Its lease is taken in its own time: were the run over in between, a person would have to look for a ticket that was never asked for.
        alone.push({ approval, run: () => createTicket(deps, approved, cause) });
        return;
      }
      const remediation = await leaseCreation(deps, fix, cause, { count: approvals.length, route });
      if (remediation === undefined) return;
      if (!isOfExistingTicket(remediation)) leased.push({ approval, remediation });
      else alone.push({ approval, run: () => createUnderLease(deps, remediation, cause) });
    });
    failures.set(approval, failure);
  });
  const outcomes = await createdFor(deps, leased);
  await eachInItsRecord(
    leased,
    ({ approval }) => recordOf(approval),
    async (one) => {
      failures.set(one.approval, await failureOf(() => recordOutcome(deps, one, outcomes.get(one) ?? notTold())));
    },
  );
  // Last, because each takes several requests, and the many should not wait for them.
  await runAll(
    alone.map(({ approval, run }) => ({
      name: approval.approved.recommendation.id,
      run: async () => void failures.set(approval, await failureOf(run)),
    })),
    ALONE_AT_ONCE,
  );
  return approvals.map((approval) => failures.get(approval));
}

const recordOf = ({ approved }: Approval): string => approved.postMortemId;

/** Does a work for each that never fails: those of one record one after the other, several records side by side. */
async function eachInItsRecord<One>(
  all: readonly One[],
  recordOf: (one: One) => string,
  work: (one: One) => Promise<void>,
): Promise<void> {
  const records = Map.groupBy(all, recordOf);
  await runAll(
    [...records].map(([name, ofRecord]) => ({
      name,
      run: async () => {
        for (const one of ofRecord) await work(one);
      },
    })),
    RECORDS_AT_ONCE,
  );
}

type Outcome = { site: string; created: CreatedTicket } | { error: unknown };

const notTold = () => ({ error: new Error('the system did not say what became of this ticket') });

/** Creates the tickets, those of each site beside those of the others. @returns for each what became of it */
async function createdFor(deps: CreateDependencies, leased: readonly Leased[]): Promise<Map<Leased, Outcome>> {
  const outcomes = new Map<Leased, Outcome>();
  const drafted: (Drafted & { tickets: TicketSystem })[] = [];
  await eachInItsRecord(
    leased,
    ({ approval }) => recordOf(approval),
    async (one) => {
      try {
        const draft = await draftFor(deps, one.remediation);
        drafted.push({ leased: one, draft, tickets: deps.ticketSites.of(draft.route) });
      } catch (error) {
        outcomes.set(one, { error });
      }
    },
  );
  const bySite = Map.groupBy(drafted, ({ tickets }) => tickets);
  await runAll(
    [...bySite].map(([tickets, onSite]) => ({
      name: tickets.site,
      run: () => createOn(tickets, onSite, outcomes),
    })),
    bySite.size,
  );
  return outcomes;
}

type Drafted = { leased: Leased; draft: TicketDraft };

/**
 * Creates tickets in as few calls as their system allows.
 *
 * @param outcomes what became of each is added to it
 */
async function createOn(
  tickets: TicketSystem,
  drafted: readonly Drafted[],
  outcomes: Map<Leased, Outcome>,
): Promise<void> {
  const tell = ({ leased }: Drafted, created: CreatedTicket | Error): void => {
    outcomes.set(leased, created instanceof Error ? { error: created } : { site: tickets.site, created });
  };
  for (let start = 0; start < drafted.length; start += tickets.mostAtOnce) {
    const some = drafted.slice(start, start + tickets.mostAtOnce);
    const created = await tickets
      .createMany(some.map(({ draft }) => draft))
      .catch((error: unknown) => some.map(() => asError(error)));
    for (const [index, one] of some.entries()) tell(one, created[index] ?? notTold().error);
  }
}

/**
 * Whether a route leads to a project that is known to hide what our account creates. There each ticket has a call of its own: the answer to
 * several does not say which is whose. Each project is looked up once.
 */
function hidingProjects({ table, ticketSites }: CreateDependencies): (route: PlannedRoute) => Promise<boolean> {
  const known = new Map<string, Promise<boolean>>();
  return async ({ site: key, project }) => {
    const site = ticketSites.all.find((tickets) => tickets.key === key)?.site;
    if (site === undefined) return false;
    const place = JSON.stringify([site, project]);
    const hides = known.get(place) ?? hiddenIn(table, { site, project }).then((hidden) => hidden !== undefined);
    known.set(place, hides);
    return hides;
  };
}

async function recordOutcome(
  deps: CreateDependencies,
  { remediation, approval: { cause } }: Leased,
  outcome: Outcome,
): Promise<void> {
  if ('error' in outcome) return recordNotCreated(deps, remediation, outcome.error, cause);
  const { site, created } = outcome;
  const { isShown: _, ...made } = created;
  const ticket: RemediationTicket = { site, ...made };
  await deps.store.changeRemediation(
    remediation.postMortemId,
    remediation.id,
    (state) => (state === undefined ? [] : decide.ticketCreated(state, ticket, false)),
    cause,
  );
  await noticeHiding(deps.table, deps.ticketSites.named(site), remediation.route.project, created);
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
