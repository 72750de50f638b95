import type { EventData } from '../domain/events/events.ts';
import type { Cause } from '../domain/events/recorded-event.ts';
import type { HoldfastConfig } from '../domain/policy/policy.ts';
import { recordUrlOf } from '../domain/record/record-url.ts';
import { type PlannedRoute, recordedRoute, routeIn } from '../domain/remediation/choose-route.ts';
import * as decide from '../domain/remediation/decide/creation.ts';
import { plannedTicket } from '../domain/remediation/planned-ticket.ts';
import type { Remediation } from '../domain/remediation/remediation.ts';
import { atPresentAddress, browseUrl } from '../domain/ticket/jira-site.ts';
import type { PostMortemId, RecommendationId } from '../domain/words/identifiers.ts';
import { isRestricted } from '../domain/words/tlp.ts';
import { NotFound } from '../store/errors.ts';
import { rememberHidden } from '../store/queues/hiding-projects.ts';
import type { RecordStore } from '../store/records/record-store.ts';
import type { Table } from '../store/table.ts';
import { isRestrictedNow } from './is-restricted-now.ts';
import { noticeHiding } from './notice-hiding.ts';
import { takeExistingTicket } from './take-existing-ticket.ts';
import { type FormerTicket, ticketDraft } from './ticket-draft.ts';
import type { TicketSites } from './ticket-sites.ts';
import { type MadeTicket, type TicketDraft, type TicketSystem, TicketsOutOfSight } from './ticket-system.ts';

export type CreateDependencies = {
  store: RecordStore;
  table: Table;
  ticketSites: TicketSites;
  config: Pick<HoldfastConfig, 'remediation' | 'verification' | 'postMortem' | 'jira' | 'teams' | 'schedules'>;
  now: () => string;
};

/** `hidden`: in doubt for as long as the project hides what our account creates. */
export type CreateOutcome = 'created' | 'adopted' | 'in doubt' | 'hidden' | 'not ours to do';

/**
 * Creates the ticket of an approved recommendation, effectively once. Ticketing systems have no idempotency key, so:
 *
 *     lease (conditional write) ─▶ create, with its mark in the body ─▶ record the key
 *                                      └─ no answer ─▶ ambiguous: search the name, create again only when the
 *                                                      index cannot lag any more
 *
 * Without the lease it does nothing: another worker is at it, or the ticket exists.
 *
 * @throws the system's error when it refused or limits: nothing was created; the queue brings the work back
 */
export async function createTicket(
  { store, table, ticketSites, config, now }: CreateDependencies,
  approved: EventData<'Recommendation Approved'>,
  cause: Cause,
): Promise<CreateOutcome> {
  const { postMortemId, recommendation } = approved;
  const fix = { postMortemId, id: recommendation.id };
  const remediation = await leaseCreation({ store, ticketSites, config, now }, fix, cause);
  if (remediation === undefined) return 'not ours to do';
  return createUnderLease({ store, table, ticketSites, config, now }, remediation, cause);
}

/**
 * Takes the lease, on the route that the configuration has now, as soon as its system takes creations: while it wants us to wait, the
 * record need not tell of tries.
 *
 * @param known number of tickets that are created in the same call, and the route where the caller has it
 * @returns undefined when it is somebody else's, or the ticket exists
 * @throws the system's error when it takes nothing for now
 */
export async function leaseCreation(
  { store, ticketSites, config, now }: Pick<CreateDependencies, 'store' | 'ticketSites' | 'config' | 'now'>,
  { postMortemId, id }: Pick<Remediation, 'postMortemId' | 'id'>,
  cause: Cause,
  known: { count?: number; route?: PlannedRoute } = {},
): Promise<RequestedRemediation | undefined> {
  const route = known.route ?? (await routeNow({ store, config, now }, { postMortemId, id }));
  await siteOf(ticketSites, route)?.turnToCreate(known.count ?? 1);
  const { remediation, events } = await store.changeRemediation(
    postMortemId,
    id,
    (state) => (state === undefined ? [] : decide.requestTicket(state, now(), config, recordedRoute(route))),
    cause,
  );
  const hasLease = events.some(({ type }) => type === 'Remediation Requested');
  return remediation?.state === 'requested' && hasLease ? remediation : undefined;
}

/**
 * Tries a refused creation again before its time, when its route or the place where it leads is not what it was.
 *
 * @param silent places of which the system tells nothing now, which are not asked about again; this one is added if it is one
 */
export async function retryIfMended(
  { store, table, ticketSites, config, now }: CreateDependencies,
  { postMortemId, remediationId }: { postMortemId: PostMortemId; remediationId: RecommendationId },
  cause: Cause,
  silent: Set<string>,
): Promise<CreateOutcome> {
  const state = await store.remediation(postMortemId, remediationId);
  if (state?.state !== 'requested' || state.refusedOutlook === undefined) return 'not ours to do';
  const route = await routeNow({ store, config, now }, state);
  const place = JSON.stringify([route.site, route.project, route.issueType]);
  if (silent.has(place)) return 'not ours to do';
  const outlook = await ticketSites.of(route).outlook(route);
  if (outlook === undefined) silent.add(place);
  if (outlook === undefined || outlook === state.refusedOutlook) return 'not ours to do';
  const leased = await leaseCreation({ store, ticketSites, config, now }, state, cause);
  return leased === undefined
    ? 'not ours to do'
    : createUnderLease({ store, table, ticketSites, config, now }, leased, cause);
}

/** One that the configuration does not have is told of when the ticket is drafted. */
export const siteOf = ({ all }: TicketSites, { site }: PlannedRoute): TicketSystem | undefined =>
  all.find(({ key }) => key === site);

export type RequestedRemediation = Extract<Remediation, { state: 'requested' }>;

/** Creates the ticket, or takes the one that is there. */
export async function createUnderLease(
  { store, table, ticketSites, config, now }: CreateDependencies,
  remediation: RequestedRemediation,
  cause: Cause,
): Promise<CreateOutcome> {
  const { postMortemId, id, existingWork } = remediation;
  if (existingWork?.kind === 'ticket') {
    await takeExistingTicket({ store, ticketSites, config, now }, remediation, existingWork.ticket, cause);
    return 'adopted';
  }
  let ticket: { site: string } & MadeTicket;
  try {
    const draft = await draftFor({ store, config }, remediation);
    const tickets = ticketSites.of(draft.route);
    ticket = { site: tickets.site, ...(await tickets.create(draft)) };
  } catch (error) {
    await recordNotCreated({ store, table, ticketSites, config, now }, remediation, error, cause);
    return 'in doubt';
  }
  await store.changeRemediation(postMortemId, id, (s) => (s ? decide.ticketCreated(s, ticket, false) : []), cause);
  await noticeHiding(table, ticketSites.named(ticket.site), remediation.route.project, ticket);
  return 'created';
}

/**
 * Drafts the ticket of a remediation, from the record as it is now: the event that told of it carries no words
 * of a restricted record, and its mark may have changed since.
 */
export async function draftFor(
  { store, config }: Pick<CreateDependencies, 'store' | 'config'>,
  remediation: Remediation,
): Promise<TicketDraft> {
  const { postMortemId, dueAt, requestedAt } = remediation;
  const { recommendation, head } = await contentOf({ store }, remediation);
  return ticketDraft({
    remediation,
    isRestricted: isRestricted(head.tlp),
    recommendation,
    recordUrl: recordUrlOf(config.postMortem, postMortemId),
    policy: config.remediation,
    plan: plannedTicket({ ...recommendation, dueAt }, { now: requestedAt, tlp: head.tlp }, config),
    former: formerTicket(remediation, config),
    incident: head.incident.source === 'holdfast' ? undefined : atPresentAddress(head, config.jira).incident,
  });
}

/** Ticket that this one follows up on, as people browse it. */
function formerTicket(
  { formerTickets }: Remediation,
  { jira }: Pick<HoldfastConfig, 'jira'>,
): FormerTicket | undefined {
  const former = formerTickets?.at(-1);
  if (former === undefined) return undefined;
  return { key: former.key, url: browseUrl(former, jira), isGone: former.missingSince !== undefined };
}

/** Route of a fix by the configuration and the record of now. */
export async function routeNow(
  { store, config, now }: Pick<CreateDependencies, 'store' | 'config' | 'now'>,
  remediation: Pick<Remediation, 'postMortemId' | 'id'>,
): Promise<PlannedRoute> {
  const { recommendation, head } = await contentOf({ store }, remediation);
  return plannedTicket(recommendation, { now: now(), tlp: head.tlp }, config).route;
}

async function contentOf(
  { store }: Pick<CreateDependencies, 'store'>,
  { postMortemId, id }: Pick<Remediation, 'postMortemId' | 'id'>,
) {
  const [head, recommendation] = await Promise.all([store.head(postMortemId), store.recommendation(postMortemId, id)]);
  if (head === undefined || recommendation === undefined) {
    throw new NotFound(`recommendation ${id} in ${postMortemId}`);
  }
  return { head, recommendation };
}

/**
 * Records that a creation did not come to a good end.
 *
 * @throws the error again when the system refused or limits, so that the queue brings the work back, without the system's
 *   words when the record is restricted: the queue's failures are logged. When nobody knows what the system did, the
 *   creation is in doubt, and the search goes on with it. An error of another kind leaves the lease to run out, which is
 *   a doubt as well.
 */
export async function recordNotCreated(
  { store, table, ticketSites, config, now }: CreateDependencies,
  remediation: Remediation,
  error: unknown,
  cause: Cause,
): Promise<void> {
  const failure = ticketSites.failureOf(error);
  const { project } = remediation.route;
  if (error instanceof TicketsOutOfSight) {
    await rememberHidden(table, { site: ticketSites.of(routeIn(remediation)).site, project }, error.ticket);
  }
  const isInDoubt = failure === 'unknown';
  const isRefused = failure === 'refused' || failure === 'limited';
  if (!(error instanceof Error) || (!isInDoubt && !isRefused)) throw error;
  const { postMortemId, id } = remediation;
  const route = isRefused ? await routeNow({ store, config, now }, remediation) : undefined;
  const outlook = route && (await outlookOf(ticketSites, route));
  await store.changeRemediation(
    postMortemId,
    id,
    (state) => {
      if (state === undefined) return [];
      return isInDoubt
        ? decide.creationInDoubt(state, now(), error.message, config)
        : decide.creationRefused(state, now(), error.message, outlook);
    },
    cause,
  );
  if (!isRefused) return;
  throw (await isRestrictedNow(store, remediation)) ? ticketSites.withoutWords(error) : error;
}

/** What the system does not tell now costs the record nothing of what it refused. */
async function outlookOf(ticketSites: TicketSites, route: PlannedRoute): Promise<string | undefined> {
  try {
    return await ticketSites.of(route).outlook(route);
  } catch {
    return undefined;
  }
}
