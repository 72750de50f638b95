import type { EventData } from '../domain/events/events.ts';
import type { Cause } from '../domain/events/recorded-event.ts';
import { recordUrlOf } from '../domain/record/record-url.ts';
import { routeIn } from '../domain/remediation/choose-route.ts';
import { doneAt } from '../domain/remediation/claim.ts';
import { dayInTicket } from '../domain/remediation/day-in-ticket.ts';
import { decisionUntold, dueDateSet } from '../domain/remediation/decide/in-step.ts';
import {
  claimIn,
  isClaimedByPullRequest,
  isOfExistingTicket,
  isTicketed,
  isToBeBroughtBack,
  type Remediation,
  type RemediationTicket,
} from '../domain/remediation/remediation.ts';
import type { MovingDecision } from '../domain/remediation/route.ts';
import { bringTicketBack } from './bring-ticket-back.ts';
import type { CreateDependencies } from './create-ticket.ts';
import { dayOfTeam } from './day-of-team.ts';
import { type DecisionComment, type DecisionTold, decisionInWords, newDateInWords } from './decision-in-words.ts';
import { followUp, GONE, lacksFollowUp, makeFollowUp } from './follow-up.ts';
import { noteNotTold, sayInTicket } from './say-in-ticket.ts';
import { standingDecision } from './standing-decision.ts';
import { syncShown } from './sync-ticket.ts';
import { takeInFirst } from './take-in-first.ts';
import type { TicketSystem } from './ticket-system.ts';

/** `not told`: the ticket takes no comment, and the record says so. `followed up`: it stays done, and another one took its place. */
export type DecisionOutcome = 'told' | 'not told' | 'followed up' | 'not so any more' | 'missing ticket';

/**
 * Says in the ticket what was decided about its fix, moves its due date along, and the ticket where the route says so. Once for each
 * decision; what was decided anew meanwhile is told by that decision. What a ticket that is not shown cannot be told is told when it is. It has no word of the record in it, so it is the same for a restricted one.
 *
 * @throws the system's error when it limits, or nobody knows what it did: the queue brings the work back
 */
export async function tellDecision(
  deps: CreateDependencies,
  event: DecisionTold,
  cause: Cause,
): Promise<DecisionOutcome> {
  const { store, ticketSites, config } = deps;
  const { postMortemId, remediationId } = event.data;
  const remediation = await store.remediation(postMortemId, remediationId);
  if (event.type === 'Risk Acceptance Expired' && remediation !== undefined && lacksFollowUp(remediation)) {
    await makeFollowUp(deps, remediation, cause);
    return 'followed up';
  }
  if (remediation === undefined || !hasTicket(remediation) || !isStillSo(remediation, event)) return 'not so any more';
  const { ticket } = remediation;
  const tickets = ticketSites.named(ticket.site);
  const dayOf = (at: string) => dayOfTeam(config, remediation.ownerTeam, at);
  const recordUrl = recordUrlOf(config.postMortem, postMortemId);
  const claim = claimIn(remediation);
  const facts = {
    ...{ dayOf, recordUrl },
    // The earlier of both times stays when somebody answers for a merged pull request.
    claimedAt: claim && [claim.at, doneAt(claim)].toSorted()[0],
    isTicketOpen: isClaimedByPullRequest(remediation),
  };
  const say = async (comment: DecisionComment | undefined): Promise<'told' | 'not told'> =>
    comment === undefined
      ? 'told'
      : sayInTicket(
          deps,
          remediation,
          ticket,
          { about: 'decision', marker: comment.marker, comment: comment.text },
          cause,
        );
  try {
    const told = [await say(decisionInWords(event, facts))];
    if (isToBeBroughtBack(remediation)) {
      const back = await bringTicketBack(deps, event.data, cause);
      if (back.outcome === 'refused') {
        if (back.notMade !== undefined) throw back.notMade;
        return 'followed up';
      }
      if (back.outcome === 'not ours to do') return 'not so any more';
    }
    // The date and the way of a ticket that somebody else made are theirs.
    if (!isOfExistingTicket(remediation)) {
      const isDated = await moveDate(deps, tickets, remediation, event, cause);
      if (!isDated) told.push(await say(newDateInWords(event, facts)));
      told.push(await moveTicket(deps, tickets, remediation, event, cause));
    }
    return told.includes('not told') ? 'not told' : 'told';
  } catch (error) {
    if (tickets.failureOf(error) !== 'no such ticket') throw error;
    // One answer may be wrong; and with its whole project out of sight, a ticket is not gone.
    if ((await tickets.show(ticket.issueId, ticket.key)) !== undefined) throw error;
    if (event.type === 'Risk Acceptance Expired') {
      const followed = await followUp(deps, remediation, GONE, cause);
      if (followed.outcome === 'wanted') {
        if (followed.notMade !== undefined) throw followed.notMade;
        return 'followed up';
      }
    }
    const untold = (state: Remediation | undefined) => (state === undefined ? [] : decisionUntold(state, deps.now()));
    await store.changeRemediation(postMortemId, remediationId, untold, cause);
    return 'missing ticket';
  }
}

/** Says in a ticket that is shown again what was decided while it was not, as far as that still stands. */
export async function tellWhatWasDecided(
  deps: CreateDependencies,
  { postMortemId, remediationId }: EventData<'Remediation Ticket Found Again'>,
  cause: Cause,
): Promise<DecisionOutcome> {
  const fix = await deps.store.remediation(postMortemId, remediationId);
  const decision = fix && standingDecision(fix);
  return decision === undefined ? 'not so any more' : tellDecision(deps, decision, cause);
}

/** @returns false when the ticket takes no date, or its route wants none */
async function moveDate(
  { store, config, now }: Pick<CreateDependencies, 'store' | 'config' | 'now'>,
  tickets: TicketSystem,
  remediation: TicketKnown,
  { type }: DecisionTold,
  cause: Cause,
): Promise<boolean> {
  if (type === 'Remediation Cancelled' || type === 'Remediation Verified') return true;
  const dueOn = dayInTicket(remediation, config);
  if (dueOn === undefined) return false;
  const { issueId } = remediation.ticket;
  const shown = await tickets.show(issueId);
  if (shown !== undefined) await takeInFirst({ store, tickets, config, now }, shown, dueOn, cause);
  if (!(await tickets.moveDueDate(issueId, dueOn))) return false;
  const known = (state: Remediation | undefined) =>
    state !== undefined && isTicketed(state) ? dueDateSet(state, dueOn, now()) : [];
  await store.changeRemediation(remediation.postMortemId, remediation.id, known, cause);
  return true;
}

const MOVES: Partial<Record<DecisionTold['type'], MovingDecision>> = {
  'Remediation Cancelled': 'onCancelled',
  'Risk Accepted': 'onAccepted',
  'Remediation Verified': 'onVerified',
};

/**
 * Where the route names a way and the system refuses it, the record says so. A ticket that was moved is read: that it is done now is our
 * doing, and stands in the record before anybody asks whose claim it is.
 */
async function moveTicket(
  { store, config, now }: Pick<CreateDependencies, 'store' | 'config' | 'now'>,
  tickets: TicketSystem,
  remediation: TicketKnown,
  { type }: DecisionTold,
  cause: Cause,
): Promise<'told' | 'not told'> {
  const decision = MOVES[type];
  // What its pull request claims stays where people have it: they have not said yet that the work is done.
  if (decision === undefined || isClaimedByPullRequest(remediation)) return 'told';
  try {
    const { issueId } = remediation.ticket;
    const isMoved = await tickets.moveAfter(decision, issueId, routeIn(remediation));
    const shown = isMoved && decision === 'onAccepted' ? await tickets.show(issueId) : undefined;
    if (shown !== undefined) await syncShown({ store, tickets, config, now }, shown, cause);
    return 'told';
  } catch (error) {
    if (!(error instanceof Error) || tickets.failureOf(error) !== 'refused') throw error;
    await noteNotTold({ store, now }, remediation, { about: 'move', because: error.message }, cause);
    return 'not told';
  }
}

type TicketKnown = Remediation & { ticket: RemediationTicket };

const hasTicket = (remediation: Remediation): remediation is TicketKnown =>
  'ticket' in remediation && remediation.ticket !== undefined;

function isStillSo(remediation: Remediation, { type, data }: DecisionTold): boolean {
  switch (type) {
    case 'Risk Accepted':
      return remediation.state === 'accepted' && remediation.acceptance.at === data.acceptance.at;
    case 'Risk Acceptance Expired':
      // A claim is judged again, and of a ticket that was closed without one people are asked.
      return remediation.state === 'open' && remediation.closedWithoutClaim === undefined;
    case 'Remediation Reopened':
      // People who move a ticket back move no date, and may have set one of their own in Jira.
      return data.isByHoldfast && remediation.state !== 'accepted' && remediation.state !== 'cancelled';
    case 'Remediation Cancelled':
      return remediation.state === 'cancelled';
    case 'Remediation Verified':
      return remediation.state === 'verified';
  }
}
