import type { EventData } from '../domain/events/events.ts';
import type { Cause } from '../domain/events/recorded-event.ts';
import type { HoldfastConfig } from '../domain/policy/policy.ts';
import { recordUrlOf } from '../domain/record/record-url.ts';
import { chooseRoute, type PlannedRoute, recordedRoute, routeFacts } from '../domain/remediation/choose-route.ts';
import * as decide from '../domain/remediation/decide/creation.ts';
import { isOfExistingTicket, type Remediation } from '../domain/remediation/remediation.ts';
import { teamIn } from '../domain/remediation/team-directory.ts';
import { atPresentAddress } from '../domain/ticket/jira-site.ts';
import type { PostMortemId, RecommendationId } from '../domain/words/identifiers.ts';
import { isRestricted } from '../domain/words/tlp.ts';
import { NotFound } from '../store/errors.ts';
import type { RecordStore } from '../store/records/record-store.ts';
import { isRestrictedNow } from './is-restricted-now.ts';
import { syncTicket } from './sync-ticket.ts';
import { takeExistingTicket } from './take-existing-ticket.ts';
import { ticketDraft } from './ticket-draft.ts';
import type { NewTicket, TicketDraft, TicketSystem } from './ticket-system.ts';

export type CreateDependencies = {
  store: RecordStore;
  tickets: TicketSystem;
  config: Pick<HoldfastConfig, 'remediation' | 'verification' | 'postMortem' | 'jira' | 'teams' | 'schedules'>;
  now: () => string;
};

export type CreateOutcome = 'created' | 'adopted' | 'in doubt' | 'not ours to do';

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
  { store, tickets, config, now }: CreateDependencies,
  approved: EventData<'Recommendation Approved'>,
  cause: Cause,
): Promise<CreateOutcome> {
  const { postMortemId, recommendation } = approved;
  const remediation = await leaseCreation({ store, config, now }, { postMortemId, id: recommendation.id }, cause);
  if (remediation === undefined) return 'not ours to do';
  return createUnderLease({ store, tickets, config, now }, remediation, cause);
}

/**
 * Takes the lease, on the route that the configuration has now.
 *
 * @returns undefined when it is somebody else's, or the ticket exists
 */
export async function leaseCreation(
  { store, config, now }: Pick<CreateDependencies, 'store' | 'config' | 'now'>,
  { postMortemId, id }: Pick<Remediation, 'postMortemId' | 'id'>,
  cause: Cause,
): Promise<RequestedRemediation | undefined> {
  const route = await routeNow({ store, config }, { postMortemId, id });
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
 */
export async function retryIfMended(
  { store, tickets, config, now }: CreateDependencies,
  { postMortemId, remediationId }: { postMortemId: PostMortemId; remediationId: RecommendationId },
  cause: Cause,
): Promise<CreateOutcome> {
  const state = await store.remediation(postMortemId, remediationId);
  if (state?.state !== 'requested' || state.refusedOutlook === undefined) return 'not ours to do';
  const outlook = await tickets.outlook(await routeNow({ store, config }, state));
  if (outlook === undefined || outlook === state.refusedOutlook) return 'not ours to do';
  const leased = await leaseCreation({ store, config, now }, state, cause);
  return leased === undefined ? 'not ours to do' : createUnderLease({ store, tickets, config, now }, leased, cause);
}

type RequestedRemediation = Extract<Remediation, { state: 'requested' }>;

/**
 * Goes on with a creation that was left half done: a lease that ran out, or an answer that never came.
 */
export async function resumeCreation(
  { store, tickets, config, now }: CreateDependencies,
  { postMortemId, remediationId }: { postMortemId: PostMortemId; remediationId: RecommendationId },
  cause: Cause,
): Promise<CreateOutcome> {
  const state = await store.remediation(postMortemId, remediationId);
  if (state === undefined || !isDue(state, now())) return 'not ours to do';
  // What the search says is true of the moment before it, not after.
  const searchedAt = now();
  if (!isOfExistingTicket(state) && (await adoptExisting({ store, tickets, config, now }, state, cause)))
    return 'adopted';
  const route = recordedRoute(await routeNow({ store, config }, { postMortemId, id: remediationId }));
  const { remediation, events } = await store.changeRemediation(
    postMortemId,
    remediationId,
    (latest) => {
      if (latest === undefined) return [];
      return latest.state === 'ambiguous'
        ? decide.retryCreation(latest, searchedAt, now(), config, tickets.searchLagMs, route)
        : decide.requestTicket(latest, now(), config, route);
    },
    cause,
  );
  const hasLease = events.some(({ type }) => type === 'Remediation Requested');
  if (remediation?.state !== 'requested' || !hasLease) return 'in doubt';
  return createUnderLease({ store, tickets, config, now }, remediation, cause);
}

/** Creates the ticket, or takes the one that is there. */
export async function createUnderLease(
  { store, tickets, config, now }: CreateDependencies,
  remediation: RequestedRemediation,
  cause: Cause,
): Promise<CreateOutcome> {
  const { postMortemId, id, existingWork } = remediation;
  if (existingWork?.kind === 'ticket') {
    await takeExistingTicket({ store, tickets, config, now }, remediation, existingWork.ticket, cause);
    return 'adopted';
  }
  let created: NewTicket;
  try {
    created = await tickets.create(await draftFor({ store, config }, remediation));
  } catch (error) {
    await recordNotCreated({ store, tickets, config, now }, remediation, error, cause);
    return 'in doubt';
  }
  const ticket = { site: tickets.site, ...created };
  await store.changeRemediation(postMortemId, id, (s) => (s ? decide.ticketCreated(s, ticket, false) : []), cause);
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
  const { postMortemId } = remediation;
  const { recommendation, head } = await contentOf({ store }, remediation);
  return ticketDraft({
    remediation,
    isRestricted: isRestricted(head.tlp),
    recommendation,
    recordUrl: recordUrlOf(config.postMortem, postMortemId),
    policy: config.remediation,
    route: chooseRoute(routeFacts(recommendation, head.tlp), config).route,
    timezone: teamIn(config, recommendation.ownerTeam)?.timezone ?? config.schedules.timezone,
    incident: head.incident.source === 'holdfast' ? undefined : atPresentAddress(head, config.jira).incident,
  });
}

/** Route of a fix by the configuration and the record of now. */
export async function routeNow(
  { store, config }: Pick<CreateDependencies, 'store' | 'config'>,
  remediation: Pick<Remediation, 'postMortemId' | 'id'>,
): Promise<PlannedRoute> {
  const { recommendation, head } = await contentOf({ store }, remediation);
  return chooseRoute(routeFacts(recommendation, head.tlp), config).route;
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
  { store, tickets, config, now }: CreateDependencies,
  remediation: Remediation,
  error: unknown,
  cause: Cause,
): Promise<void> {
  const failure = tickets.failureOf(error);
  const isInDoubt = failure === 'unknown';
  const isRefused = failure === 'refused' || failure === 'limited';
  if (!(error instanceof Error) || (!isInDoubt && !isRefused)) throw error;
  const { postMortemId, id } = remediation;
  const route = isRefused ? await routeNow({ store, config }, remediation) : undefined;
  // What the system does not tell now costs the record nothing of what it refused.
  const outlook = route && (await tickets.outlook(route).catch(() => undefined));
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
  throw (await isRestrictedNow(store, remediation)) ? tickets.withoutWords(error) : error;
}

/**
 * Looks for the ticket by its name and its mark, the oldest first. A copy that somebody made has the name, too, but not the
 * mark; one that somebody else made may have both; and one that the search still shows may be gone: none of them is it.
 */
async function adoptExisting(deps: CreateDependencies, remediation: Remediation, cause: Cause): Promise<boolean> {
  const { id, route, requestedAt } = remediation;
  const sinceMs = Date.parse(deps.now()) - Date.parse(requestedAt) + CLOCK_SLACK_MS;
  for (const { issueId } of await deps.tickets.withNameOf(id, { project: route.project, sinceMs })) {
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
