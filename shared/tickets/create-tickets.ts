import type { EventData } from '../domain/events/events.ts';
import type { Cause } from '../domain/events/recorded-event.ts';
import * as decide from '../domain/remediation/decide/creation.ts';
import { isOfExistingTicket, type Remediation, type RemediationTicket } from '../domain/remediation/remediation.ts';
import { runAll } from '../run-all.ts';
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
import type { CreatedTicket, TicketDraft, TicketSystem } from './ticket-system.ts';

/** Records that are worked on side by side. Within a record one thing follows another: they would race for the end of its log. */
const RECORDS_AT_ONCE = 10;

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
  const leased: Leased[] = [];
  await eachInItsRecord(approvals, recordOf, async (approval) => {
    const { postMortemId, recommendation } = approval.approved;
    const failure = await failureOf(async () => {
      const fix = { postMortemId, id: recommendation.id };
      const remediation = await leaseCreation(deps, fix, approval.cause, approvals.length);
      if (remediation === undefined) return;
      if (isOfExistingTicket(remediation)) await createUnderLease(deps, remediation, approval.cause);
      else leased.push({ approval, remediation });
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
      run: () => createOn(deps.table, tickets, onSite, outcomes),
    })),
    bySite.size,
  );
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
  const tell = ({ leased }: Drafted, created: CreatedTicket | Error): void => {
    outcomes.set(leased, created instanceof Error ? { error: created } : { site: tickets.site, created });
  };
  const hiding = await hidingAmong(table, tickets, drafted).catch(asError);
  if (hiding instanceof Error) {
    // Nothing was asked of the system. The other sites go on.
    for (const one of drafted) tell(one, hiding);
    return;
  }
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
  const projects = [...new Set(drafted.map(({ draft }) => draft.route.project))];
  const hidden = await Promise.all(projects.map((project) => hiddenIn(table, { site, project })));
  return new Set(projects.filter((_, index) => hidden[index] !== undefined));
}

async function recordOutcome(
  deps: CreateDependencies,
  { remediation, approval: { cause } }: Leased,
  outcome: Outcome,
): Promise<void> {
  if ('error' in outcome) return recordNotCreated(deps, remediation, outcome.error, cause);
  const { site, created } = outcome;
  const { issueId, key } = created;
  const ticket: RemediationTicket = { site, issueId, key };
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
