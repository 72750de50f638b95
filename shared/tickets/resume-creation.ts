import type { Cause } from '../domain/events/recorded-event.ts';
import { type PlannedRoute, recordedRoute, routeIn } from '../domain/remediation/choose-route.ts';
import * as decide from '../domain/remediation/decide/creation.ts';
import { isFormerTicket, isOfExistingTicket, type Remediation } from '../domain/remediation/remediation.ts';
import type { PostMortemId, RecommendationId } from '../domain/words/identifiers.ts';
import { hiddenIn } from '../store/queues/hiding-projects.ts';
import type { Table } from '../store/table.ts';
import {
  type CreateDependencies,
  type CreateOutcome,
  type RequestedRemediation,
  routeNow,
  siteOf,
} from './create-ticket.ts';
import { syncTicket } from './sync-ticket.ts';
import type { TicketSites } from './ticket-sites.ts';
import type { TicketSystem } from './ticket-system.ts';

/*
 * Goes on with a creation that was left half done: a message that got lost, a lease that ran out, or an answer that never came.
 *
 *     lookForTicket ─┬─▶ there is one, or it is not due: done
 *                    └─▶ there is none yet ─▶ leaseAgain ─┬─▶ in doubt: the search may be behind
 *                                                         └─▶ leased: the ticket is created
 */

/** A creation of which no ticket was found. */
export type VainLook = {
  readonly fix: Remediation;
  readonly route: PlannedRoute;
  /** What the search says is true of the moment before it, not after. */
  readonly searchedAt: string;
  readonly lagMs: number;
  /** True where the project hides what our account creates: no search is sure. */
  readonly isHidden: boolean;
};

/** Looks for the ticket of a creation that is due. One that was never asked for, or that was refused, is not searched: there surely is none. */
export async function lookForTicket(
  { store, table, ticketSites, config, now }: CreateDependencies,
  { postMortemId, remediationId }: { postMortemId: PostMortemId; remediationId: RecommendationId },
  cause: Cause,
): Promise<VainLook | CreateOutcome> {
  const fix = await store.remediation(postMortemId, remediationId);
  if (fix === undefined || !isDue(fix, now())) return 'not ours to do';
  const searchedAt = now();
  const tickets = siteToSearch(ticketSites, fix);
  const isSearched = tickets !== undefined && mayHaveTicket(fix);
  if (isSearched && (await adoptExisting({ store, tickets, config, now }, fix, cause))) return 'adopted';
  const lagMs = tickets?.searchLagMs ?? Number.POSITIVE_INFINITY;
  const isHidden = tickets !== undefined && (await hidesOurs({ table, tickets }, fix.route.project));
  return { fix, route: await routeNow({ store, config, now }, fix), searchedAt, lagMs, isHidden };
}

/**
 * Takes the lease of a creation of which no ticket was found, when there surely is none.
 *
 * @param count number of tickets that are created in the same call
 * @throws the system's error when it takes nothing for now
 */
export async function leaseAgain(
  { store, ticketSites, config, now }: Pick<CreateDependencies, 'store' | 'ticketSites' | 'config' | 'now'>,
  { fix, route: planned, searchedAt, lagMs, isHidden }: VainLook,
  cause: Cause,
  count = 1,
): Promise<RequestedRemediation | CreateOutcome> {
  const route = recordedRoute(planned);
  await siteOf(ticketSites, planned)?.turnToCreate(count);
  const { remediation, events } = await store.changeRemediation(
    fix.postMortemId,
    fix.id,
    (latest) => {
      if (latest === undefined) return [];
      return latest.state === 'ambiguous'
        ? decide.retryCreation(latest, { searchedAt, lagMs, isHidden }, now(), config, route)
        : decide.requestTicket(latest, now(), config, route);
    },
    cause,
  );
  const hasLease = events.some(({ type }) => type === 'Remediation Requested');
  if (remediation?.state === 'ambiguous' && isHidden) return 'hidden';
  return remediation?.state === 'requested' && hasLease ? remediation : 'in doubt';
}

const mayHaveTicket = (fix: Remediation): boolean =>
  !isOfExistingTicket(fix) && (fix.state !== 'requested' || !decide.hasSurelyNoTicket(fix));

/** Whether a project still hides what our account creates. Once it shows the ticket that it hid, it hides none. */
async function hidesOurs(
  { table, tickets }: { table: Table; tickets: TicketSystem },
  project: string,
): Promise<boolean> {
  const hidden = await hiddenIn(table, { site: tickets.site, project });
  return hidden !== undefined && (await tickets.show(hidden.issueId)) === undefined;
}

/**
 * Site on which its ticket would be: that of the route which it was asked for with, whatever the configuration says now.
 *
 * @returns undefined where there surely is no ticket, on a site that the configuration does not have any more
 * @throws UnknownTicketSite when there may be one
 */
function siteToSearch(ticketSites: TicketSites, state: Remediation): TicketSystem | undefined {
  const mayHaveOne = state.state !== 'requested' || !decide.hasSurelyNoTicket(state);
  return mayHaveOne ? ticketSites.of(routeIn(state)) : ticketSites.all.find(({ key }) => key === state.routeSite);
}

/**
 * Looks for the ticket by its name and its mark, the oldest first. A copy that somebody made has the name, too, but not the
 * mark; one that somebody else made may have both; and one that the search still shows may be gone: none of them is it.
 */
async function adoptExisting(
  deps: Omit<CreateDependencies, 'ticketSites' | 'table'> & { tickets: TicketSystem },
  remediation: Remediation,
  cause: Cause,
): Promise<boolean> {
  const { id, requestedAt } = remediation;
  const sinceMs = Date.parse(deps.now()) - Date.parse(requestedAt) + CLOCK_SLACK_MS;
  for (const { issueId, key } of await deps.tickets.withNameOf(id, sinceMs)) {
    if (isFormerTicket(remediation, { site: deps.tickets.site, issueId, key })) continue;
    const { outcome } = await syncTicket(deps, issueId, cause);
    if (outcome === 'changed' || outcome === 'unchanged') return true;
  }
  return false;
}

/** Clocks of functions and systems differ. */
const CLOCK_SLACK_MS = 300_000;

function isDue(state: Remediation, now: string): boolean {
  if (state.state === 'requested') return Date.parse(now) >= Date.parse(state.leaseExpiresAt);
  return state.state === 'ambiguous' && Date.parse(now) >= Date.parse(state.nextSearchAt);
}
