import type { Cause } from '../domain/events/recorded-event.ts';
import { recordUrlOf } from '../domain/record/record-url.ts';
import { routeIn } from '../domain/remediation/choose-route.ts';
import { beginReopening, reopenedByHoldfast, reopeningRefused } from '../domain/remediation/decide/reopening.ts';
import {
  type FailedRemediation,
  Failure,
  isFailed,
  isOfExistingTicket,
  type Remediation,
  type TicketedRemediation,
} from '../domain/remediation/remediation.ts';
import type { RemediationEvent } from '../domain/remediation/remediation-events.ts';
import type { PostMortemId, RecommendationId } from '../domain/words/identifiers.ts';
import { type Audience, withoutWords } from '../domain/words/without-words.ts';
import type { RecordStore } from '../store/records/record-store.ts';
import { resultInTicket } from './checks-in-ticket.ts';
import type { CreateDependencies } from './create-ticket.ts';
import { followUp, GONE, lacksFollowUp, makeFollowUp } from './follow-up.ts';
import { isIncidentOfRecord } from './incident-of-record.ts';
import { isRestrictedNow } from './is-restricted-now.ts';
import { sayInTicket } from './say-in-ticket.ts';
import { audienceOf } from './ticket-draft.ts';
import type { TicketSites } from './ticket-sites.ts';
import { bulletList, link, paragraph, strong, type TicketText, text, wholeTextAt } from './ticket-text.ts';

export type ReopenDependencies = CreateDependencies;

export type ReopenOutcome =
  /** `isTold`: false where the ticket took no comment. */
  | { outcome: 'reopened'; isTold: boolean }
  /** It is reopened, or somebody is at it. */
  | { outcome: 'not ours to do' }
  /** The ticket stays done, and another follows up on it. `notMade`: why there is no other yet. */
  | { outcome: 'refused'; key: string; refusal: Error; notMade?: unknown };

/** So much of the lease was used up that the next request might end after it, beside that of the next worker. */
class LeaseOver extends Error {
  constructor(id: RecommendationId) {
    super(`the lease to reopen the ticket of remediation ${id} is over; whoever has it now goes on`);
    this.name = 'LeaseOver';
  }
}

/** The ticket of a fix is the incident of a record. Nothing was written there. */
class IncidentStays extends Error {
  constructor(key: string) {
    super(`${key} is the incident of a record: it is not moved out of done, and nothing was said there`);
    this.name = 'IncidentStays';
  }
}

/**
 * Reopens the ticket of a fix that did not hold: the lease, so that nobody comments beside us; then the evidence, so that
 * whoever sees the ticket move can read why; then the move; then our own record of it. Each step is safe to repeat.
 *
 *     lease ── comment, once ── move out of done ─┬─ record
 *       │                                         └─ every way refused ── record ── follow-up, made as any ticket is
 *       └ ran out: the next one looks what is there, and goes on
 *
 * From "every way refused" on the fix waits for a ticket as it did after its approval: whoever stops there is followed by the sweep
 * of creations.
 *
 * @throws LeaseOver, and the system's error when it limits or nobody knows what it did: it is tried again when the lease has run out
 */
export async function reopenTicket(
  deps: ReopenDependencies,
  { postMortemId, remediationId }: { postMortemId: PostMortemId; remediationId: RecommendationId },
  cause: Cause,
): Promise<ReopenOutcome> {
  const { store, ticketSites, config, now } = deps;
  const change = (decide: (state: Remediation) => RemediationEvent[]) =>
    store.changeRemediation(postMortemId, remediationId, (state) => (state === undefined ? [] : decide(state)), cause);
  const failed = await store.remediation(postMortemId, remediationId);
  if (failed !== undefined && isFailed(failed)) await turnToReopen(ticketSites, failed);
  const { remediation, events } = await change((state) => beginReopening(state, now(), config));
  if (remediation !== undefined && lacksFollowUp(remediation)) {
    await makeFollowUp(deps, remediation, cause);
    return { outcome: 'not ours to do' };
  }
  if (remediation === undefined || !isFailed(remediation) || events.length === 0) return { outcome: 'not ours to do' };
  const isRestricted = await isRestrictedNow(store, remediation);
  try {
    if (await isIncident(store, remediation)) throw new IncidentStays(remediation.ticket.key);
    const moved = await moveBack(deps, remediation, isRestricted, cause);
    if (moved.isTicketGone) {
      const followed = await followUp(deps, remediation, GONE, cause);
      const gone = { key: remediation.ticket.key, refusal: new Error(GONE) };
      return followed.outcome === 'none' ? { outcome: 'not ours to do' } : { ...followed, ...gone, outcome: 'refused' };
    }
    await change((state) => reopenedByHoldfast(state, now(), config));
    return { outcome: 'reopened', isTold: moved.isTold };
  } catch (error) {
    const isRefused = error instanceof IncidentStays || ticketSites.failureOf(error) === 'refused';
    if (!(error instanceof Error) || !isRefused) throw error;
    const refusal = isRestricted ? ticketSites.withoutWords(error) : error;
    const { key } = remediation.ticket;
    if (!(error instanceof IncidentStays) && !(await isShown(ticketSites, remediation))) {
      await change((state) => reopeningRefused(state, now(), error.message));
      return { outcome: 'refused', key, refusal, notMade: refusal };
    }
    const followed = await followUp(deps, remediation, error.message, cause);
    if (followed.outcome === 'none') return { outcome: 'not ours to do' };
    return { ...followed, outcome: 'refused', key, refusal };
  }
}

/** Before the lease: a reopening that the limits of the site put off is no try, and the record tells of none. What else goes wrong shows later. */
async function turnToReopen(ticketSites: TicketSites, { ticket }: FailedRemediation): Promise<void> {
  try {
    await ticketSites.named(ticket.site).turnToReopen(ticket.issueId);
  } catch (error) {
    if (ticketSites.failureOf(error) === 'limited') throw error;
  }
}

/** A ticket that nobody lets us read, or whose site the configuration does not have, says nothing of its ways out of done. */
export async function isShown(ticketSites: TicketSites, { ticket }: TicketedRemediation): Promise<boolean> {
  try {
    return (await ticketSites.named(ticket.site).show(ticket.issueId, ticket.key)) !== undefined;
  } catch (error) {
    if (ticketSites.failureOf(error) === 'refused') return false;
    throw error;
  }
}

/** A ticket that we created is none. One that was there before may be: it was taken before a record was opened for it. */
async function isIncident(
  store: Pick<RecordStore, 'postMortemOfTicket'>,
  remediation: FailedRemediation,
): Promise<boolean> {
  const { site, issueId: ticketId, key } = remediation.ticket;
  return isOfExistingTicket(remediation) && (await isIncidentOfRecord(store, { site, ticketId, key }));
}

/**
 * @returns `isTicketGone` when the system does not show the ticket: somebody deleted it, or hid it from us. The fix fails all the
 *   same: open it is, and overdue in its time. `isTold`: false where the ticket took no comment
 */
async function moveBack(
  deps: ReopenDependencies,
  state: FailedRemediation,
  isRestricted: boolean,
  cause: Cause,
): Promise<{ isTicketGone: boolean; isTold: boolean }> {
  const { ticketSites, config, now } = deps;
  const { site, issueId, key } = state.ticket;
  const tickets = ticketSites.named(site);
  const recordUrl = recordUrlOf(config.postMortem, state.postMortemId);
  const beforeWriting = (): void => {
    const endsAt = Date.parse(now()) + config.jira.timeoutMs;
    if (state.leaseExpiresAt !== undefined && endsAt > Date.parse(state.leaseExpiresAt)) throw new LeaseOver(state.id);
  };
  try {
    const hidesFrom = isRestricted ? audienceOf(config.remediation) : undefined;
    const comment = evidenceComment(state, recordUrl, hidesFrom);
    const note = { about: 'failure' as const, marker: `failure ${state.failure.at}`, comment, beforeWriting };
    const told = await sayInTicket(deps, state, state.ticket, note, cause);
    await tickets.reopen(issueId, routeIn(state), `A check of this fix failed. The record says more: ${recordUrl}`);
    return { isTicketGone: false, isTold: told === 'told' };
  } catch (error) {
    // One answer may be wrong, and what follows from it is not taken back: so it is asked again.
    if (tickets.failureOf(error) === 'no such ticket' && (await tickets.show(issueId, key)) === undefined) {
      return { isTicketGone: true, isTold: true };
    }
    throw error;
  }
}

/**
 * Describes what was found. It comes before the move, and does not say that there is one: Jira may refuse it.
 *
 * @param hidesFrom the readers, when the record is restricted: they learn the outcome and the time
 */
function evidenceComment(
  { state, failure, kept }: FailedRemediation,
  recordUrl: string,
  hidesFrom: Audience | undefined,
): TicketText {
  const { results } = hidesFrom === undefined ? failure : withoutWords(Failure, failure, hidesFrom);
  const verdict =
    state === 'regressed'
      ? 'It was verified, and no longer works.'
      : `${kept?.claim.isOfPullRequest === true ? 'Its pull request is merged' : 'This ticket was moved to done'}, but the evidence says that it does not work.`;
  return [
    paragraph(strong('This fix does not hold. '), text(verdict)),
    bulletList(results.map(resultInTicket)),
    paragraph(
      text('The fix is open again, and is checked anew when the ticket in which it is worked on is moved to done. '),
      link('The record', recordUrl),
    ),
    wholeTextAt(recordUrl),
  ];
}
