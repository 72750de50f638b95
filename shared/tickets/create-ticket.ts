import type { EventData } from '../domain/events/events.ts';
import type { Cause } from '../domain/events/recorded-event.ts';
import type { HoldfastConfig } from '../domain/policy/policy.ts';
import { recordUrlOf } from '../domain/record/record-url.ts';
import * as decide from '../domain/remediation/decide/creation.ts';
import type { Remediation } from '../domain/remediation/remediation.ts';
import type { PostMortemId, RecommendationId } from '../domain/words/identifiers.ts';
import { NotFound } from '../store/errors.ts';
import type { RecordStore } from '../store/records/record-store.ts';
import { isRestrictedNow } from './is-restricted-now.ts';
import { syncTicket } from './sync-ticket.ts';
import { ticketDraft } from './ticket-draft.ts';
import type { NewTicket, TicketDraft, TicketSystem } from './ticket-system.ts';

export type CreateDependencies = {
  store: RecordStore;
  tickets: TicketSystem;
  config: Pick<HoldfastConfig, 'remediation' | 'verification' | 'postMortem' | 'jira'>;
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
  const { remediation, events } = await store.changeRemediation(
    postMortemId,
    recommendation.id,
    (state) => (state === undefined ? [] : decide.requestTicket(state, now(), config)),
    cause,
  );
  if (remediation?.state !== 'requested' || events.length === 0) return 'not ours to do';
  return createUnderLease({ store, tickets, config, now }, remediation, cause);
}

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
  if (await adoptExisting({ store, tickets, config, now }, remediationId, cause)) return 'adopted';
  const { remediation, events } = await store.changeRemediation(
    postMortemId,
    remediationId,
    (latest) => {
      if (latest === undefined) return [];
      return latest.state === 'ambiguous'
        ? decide.retryCreation(latest, searchedAt, now(), config, tickets.searchLagMs)
        : decide.requestTicket(latest, now(), config);
    },
    cause,
  );
  const hasLease = events.some(({ type }) => type === 'Remediation Requested');
  if (remediation?.state !== 'requested' || !hasLease) return 'in doubt';
  return createUnderLease({ store, tickets, config, now }, remediation, cause);
}

async function createUnderLease(
  { store, tickets, config, now }: CreateDependencies,
  remediation: Extract<Remediation, { state: 'requested' }>,
  cause: Cause,
): Promise<CreateOutcome> {
  const { postMortemId, id } = remediation;
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
  const { postMortemId, id } = remediation;
  const [isRestricted, recommendation] = await Promise.all([
    isRestrictedNow(store, remediation),
    store.recommendation(postMortemId, id),
  ]);
  if (recommendation === undefined) throw new NotFound(`recommendation ${id} in ${postMortemId}`);
  return ticketDraft({
    remediation,
    isRestricted,
    recommendation,
    recordUrl: recordUrlOf(config.postMortem, remediation.postMortemId),
    policy: config.remediation,
  });
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
  await store.changeRemediation(
    postMortemId,
    id,
    (state) => {
      if (state === undefined) return [];
      return isInDoubt
        ? decide.creationInDoubt(state, now(), error.message, config)
        : decide.creationRefused(state, now(), error.message);
    },
    cause,
  );
  if (!isRefused) return;
  throw (await isRestrictedNow(store, remediation)) ? tickets.withoutWords(error) : error;
}

/**
 * Looks for the ticket by its name, the oldest first. A copy that somebody made has the name, too, but not the mark, and
 * one that the search still shows may be gone: neither is it.
 */
async function adoptExisting(deps: CreateDependencies, id: RecommendationId, cause: Cause): Promise<boolean> {
  for (const { issueId } of await deps.tickets.withNameOf(id)) {
    const { outcome } = await syncTicket(deps, issueId, cause);
    if (outcome === 'changed' || outcome === 'unchanged') return true;
  }
  return false;
}

function isDue(state: Remediation, now: string): boolean {
  if (state.state === 'requested') return Date.parse(now) >= Date.parse(state.leaseExpiresAt);
  return state.state === 'ambiguous' && Date.parse(now) >= Date.parse(state.nextSearchAt);
}
