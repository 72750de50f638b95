import type { Cause } from '../domain/events/recorded-event.ts';
import type { HoldfastConfig } from '../domain/policy/policy.ts';
import { recordUrlOf } from '../domain/record/record-url.ts';
import { routeIn } from '../domain/remediation/choose-route.ts';
import { beginReopening, reopenedByHoldfast, reopeningRefused } from '../domain/remediation/decide/reopening.ts';
import {
  type FailedRemediation,
  Failure,
  isFailed,
  isOfExistingTicket,
  type Remediation,
} from '../domain/remediation/remediation.ts';
import type { RemediationEvent } from '../domain/remediation/remediation-events.ts';
import type { CheckResult } from '../domain/verification/check-result.ts';
import type { PostMortemId, RecommendationId } from '../domain/words/identifiers.ts';
import { shortened } from '../domain/words/shorten.ts';
import { type Audience, withoutWords } from '../domain/words/without-words.ts';
import type { RecordStore } from '../store/records/record-store.ts';
import { isIncidentOfRecord } from './incident-of-record.ts';
import { isRestrictedNow } from './is-restricted-now.ts';
import { audienceOf, checkInTicket } from './ticket-draft.ts';
import type { TicketSites } from './ticket-sites.ts';
import {
  bulletList,
  link,
  paragraph,
  strong,
  type TextRun,
  type TicketText,
  text,
  wholeTextAt,
} from './ticket-text.ts';

export type ReopenDependencies = {
  store: RecordStore;
  ticketSites: TicketSites;
  config: Pick<HoldfastConfig, 'remediation' | 'verification' | 'postMortem' | 'jira'>;
  now: () => string;
};

export type ReopenOutcome =
  | { outcome: 'reopened' }
  /** It is reopened, or somebody is at it. */
  | { outcome: 'not ours to do' }
  | { outcome: 'refused'; refusal: Error };

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
 *     lease ── comment, once ── move out of done ── record
 *       └ ran out: the next one looks what is there, and goes on
 *
 * @throws LeaseOver, and the system's error when it limits or nobody knows what it did: it is tried again when the lease has run out
 */
export async function reopenTicket(
  { store, ticketSites, config, now }: ReopenDependencies,
  { postMortemId, remediationId }: { postMortemId: PostMortemId; remediationId: RecommendationId },
  cause: Cause,
): Promise<ReopenOutcome> {
  const change = (decide: (state: Remediation) => RemediationEvent[]) =>
    store.changeRemediation(postMortemId, remediationId, (state) => (state === undefined ? [] : decide(state)), cause);
  const { remediation, events } = await change((state) => beginReopening(state, now(), config));
  if (remediation === undefined || !isFailed(remediation) || events.length === 0) return { outcome: 'not ours to do' };
  if (await isIncident(store, remediation)) {
    const refusal = new IncidentStays(remediation.ticket.key);
    await change((state) => reopeningRefused(state, now(), refusal.message));
    return { outcome: 'refused', refusal };
  }
  const isRestricted = await isRestrictedNow(store, remediation);
  try {
    const isTicketGone = !(await moveBack({ ticketSites, config, now }, remediation, isRestricted));
    await change((state) => reopenedByHoldfast(state, now(), config, isTicketGone));
    return { outcome: 'reopened' };
  } catch (error) {
    if (!(error instanceof Error) || ticketSites.failureOf(error) !== 'refused') throw error;
    // Still under the lease, so that nobody says it beside us.
    await sayStillDone({ ticketSites, config }, remediation);
    await change((state) => reopeningRefused(state, now(), error.message));
    return { outcome: 'refused', refusal: isRestricted ? ticketSites.withoutWords(error) : error };
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
 * @returns false when the system does not show the ticket: somebody deleted it, or hid it from us. The fix fails all the same:
 *   open it is, and overdue in its time.
 */
async function moveBack(
  { ticketSites, config, now }: Pick<ReopenDependencies, 'ticketSites' | 'config' | 'now'>,
  state: FailedRemediation,
  isRestricted: boolean,
): Promise<boolean> {
  const { site, issueId, key } = state.ticket;
  const tickets = ticketSites.named(site);
  const recordUrl = recordUrlOf(config.postMortem, state.postMortemId);
  const isTimely = (): void => {
    const endsAt = Date.parse(now()) + config.jira.timeoutMs;
    if (state.leaseExpiresAt !== undefined && endsAt > Date.parse(state.leaseExpiresAt)) throw new LeaseOver(state.id);
  };
  try {
    const hidesFrom = isRestricted ? audienceOf(config.remediation) : undefined;
    const comment = evidenceComment(state, recordUrl, hidesFrom);
    await tickets.commentOnce(issueId, `failure ${state.failure.at}`, comment, isTimely);
    await tickets.reopen(issueId, routeIn(state), `A check of this fix failed. The record says more: ${recordUrl}`);
    return true;
  } catch (error) {
    // One answer may be wrong, and what follows from it is not taken back: so it is asked again.
    if (tickets.failureOf(error) === 'no such ticket' && (await tickets.show(issueId, key)) === undefined) return false;
    throw error;
  }
}

/**
 * Says in the ticket that it could not be moved: the comment before says that it was reopened. Where the ticket takes no
 * comment, the record alone has the reason.
 */
async function sayStillDone(
  { ticketSites, config }: Pick<ReopenDependencies, 'ticketSites' | 'config'>,
  { postMortemId, ticket, failure }: FailedRemediation,
): Promise<void> {
  const recordUrl = recordUrlOf(config.postMortem, postMortemId);
  try {
    await ticketSites
      .named(ticket.site)
      .commentOnce(ticket.issueId, `not reopened ${failure.at}`, stillDone(recordUrl));
  } catch (error) {
    if (ticketSites.failureOf(error) === undefined) throw error;
  }
}

const stillDone = (recordUrl: string): TicketText => [
  paragraph(
    strong('Holdfast could not move this ticket out of done. '),
    text(
      'The fix counts as open all the same. Move the ticket back by hand, or have its workflow changed; the reason stands in ',
    ),
    link('the record', recordUrl),
    text('.'),
  ),
];

/** Describes what was found. @param hidesFrom the readers, when the record is restricted: they learn the outcome and the time */
function evidenceComment(
  { state, failure }: FailedRemediation,
  recordUrl: string,
  hidesFrom: Audience | undefined,
): TicketText {
  const { results } = hidesFrom === undefined ? failure : withoutWords(Failure, failure, hidesFrom);
  const verdict =
    state === 'regressed'
      ? 'This fix was verified, and it no longer holds.'
      : 'This ticket was moved to done, but the evidence says that the fix does not work.';
  return [
    paragraph(strong('Reopened by Holdfast. '), text(verdict)),
    bulletList(results.map(resultInWords)),
    paragraph(
      text('Once it is fixed, move the ticket to done again; it will be checked anew. '),
      link('The record', recordUrl),
    ),
    wholeTextAt(recordUrl),
  ];
}

/** Jira takes 32,767 characters in a comment; ten checks, each with its reason, stay far below. */
const REASON_LIMIT = 2_000;

function resultInWords({ outcome, check, because, evidence }: CheckResult): TextRun[] {
  const seen = evidence.flatMap(({ at, url }) => [text(' · '), url === undefined ? text(at) : link(at, url)]);
  return [strong(`${outcome}: `), ...checkInTicket(check), text(` — ${shortened(because, REASON_LIMIT)}`), ...seen];
}
