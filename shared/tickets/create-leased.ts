import type { Cause } from '../domain/events/recorded-event.ts';
import type { PlannedRoute } from '../domain/remediation/choose-route.ts';
import * as decide from '../domain/remediation/decide/creation.ts';
import type { RemediationTicket } from '../domain/remediation/remediation.ts';
import { runAll } from '../run-all.ts';
import { hiddenIn } from '../store/queues/hiding-projects.ts';
import { type CreateDependencies, draftFor, type RequestedRemediation, recordNotCreated } from './create-ticket.ts';
import { noticeHiding } from './notice-hiding.ts';
import type { CreatedTicket, TicketDraft, TicketSystem } from './ticket-system.ts';

/** Records that are worked on side by side. Within a record one thing follows another: they would race for the end of its log. */
const RECORDS_AT_ONCE = 10;

/** A creation of which the lease is ours. */
export type Leased = { readonly remediation: RequestedRemediation; readonly cause: Cause };

/**
 * Creates tickets of which the leases are taken, in as few calls as their systems allow, and records each by itself.
 *
 * @returns for each the error that says why it was not created and is to be tried again, or undefined
 */
export async function createLeased(
  deps: CreateDependencies,
  leased: readonly Leased[],
): Promise<(Error | undefined)[]> {
  const outcomes = await createdFor(deps, leased);
  const failures = new Map<Leased, Error | undefined>();
  await eachInItsRecord(leased, recordOf, async (one) => {
    failures.set(one, await errorOfWork(() => recordOutcome(deps, one, outcomes.get(one) ?? notTold())));
  });
  return leased.map((one) => failures.get(one));
}

const recordOf = ({ remediation }: Leased): string => remediation.postMortemId;

/** Does a work for each that never fails: those of one record one after the other, several records side by side. */
export async function eachInItsRecord<One>(
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
  await eachInItsRecord(leased, recordOf, async (one) => {
    try {
      const draft = await draftFor(deps, one.remediation);
      drafted.push({ leased: one, draft, tickets: deps.ticketSites.of(draft.route) });
    } catch (error) {
      outcomes.set(one, { error });
    }
  });
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
export function hidingProjects({ table, ticketSites }: CreateDependencies): (route: PlannedRoute) => Promise<boolean> {
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
  { remediation, cause }: Leased,
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

export async function errorOfWork(work: () => Promise<unknown>): Promise<Error | undefined> {
  try {
    await work();
    return undefined;
  } catch (error) {
    return asError(error);
  }
}

const asError = (error: unknown): Error => (error instanceof Error ? error : new Error(String(error)));
