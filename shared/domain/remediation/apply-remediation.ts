import type { RecommendationId } from '../words/identifiers.ts';
import { accepted, afterAcceptance, shownWhileAccepted } from './after-acceptance.ts';
import { afterCancelling, afterChangeInTicket, isChangeInTicket } from './after-change-in-ticket.ts';
import { afterVerdict } from './after-verdict.ts';
import { routeIn, withRoute } from './choose-route.ts';
import {
  type AcceptedRemediation,
  awaitsFollowUp,
  claimIn,
  type FailedRemediation,
  isClaimedByPullRequest,
  isFailed,
  isProvenOnce,
  isTicketed,
  isToBeBroughtBack,
  isWantedOutOfSight,
  isWatched,
  type OpenRemediation,
  type Remediation,
  type RemediationState,
  type TicketNotTold,
} from './remediation.ts';
import type { RemediationEvent } from './remediation-events.ts';
import {
  afterReopening,
  ambiguous,
  approved,
  awaitsTicket,
  claimed,
  closedWithoutClaim,
  commonOf,
  existingWorkChanged,
  failed,
  followUpWanted,
  notCreated,
  notReopened,
  type RemediationEventOf,
  vouchedFor,
  withoutRefusal,
} from './transitions.ts';

/**
 * The remediation after one more event.
 *
 * @throws ImpossibleTransition when the event does not belong to the state.
 */
export function applyToRemediation(state: Remediation | undefined, event: RemediationEvent): Remediation | undefined {
  if (event.type === 'Recommendation Approved') return state ?? approved(event);
  if (event.type === 'Remediation Requested') return requested(state, event);
  return state === undefined ? undefined : afterEvent(state, event);
}

type LaterEvent = Exclude<RemediationEvent, RemediationEventOf<'Recommendation Approved' | 'Remediation Requested'>>;

function reopeningBegun(
  state: FailedRemediation,
  { data: { leaseExpiresAt } }: RemediationEventOf<'Remediation Reopening Begun'>,
): Remediation {
  return { ...withoutRefusal(state), leaseExpiresAt };
}

/** The state machine as a table of events and the states that they belong to: what is not here cannot happen. */
function afterEvent(state: Remediation, event: LaterEvent): Remediation {
  if (isChangeInTicket(event)) {
    if (isTicketed(state)) return afterChangeInTicket(state, event);
    const isOfSight = event.type === 'Remediation Ticket Missing' || event.type === 'Remediation Ticket Found Again';
    return state.state === 'cancelled' && isOfSight ? afterCancelling(state, event) : impossible(state, event);
  }
  switch (event.type) {
    case 'Remediation Not Created':
      return state.state === 'requested' ? notCreated(state, event) : impossible(state, event);
    case 'Remediation Ambiguous':
      return awaitsTicket(state) ? ambiguous(state, event) : impossible(state, event);
    case 'Remediation Ticket Created':
      return awaitsTicket(state)
        ? { ...commonOf(state), state: 'open', ticket: event.data.ticket }
        : impossible(state, event);
    case 'Remediation Existing Work Changed':
      return state.state === 'requested' ? existingWorkChanged(state, event) : impossible(state, event);
    case 'Remediation Claimed':
      return isOpenOrAccepted(state) && claimIn(state) === undefined ? claimed(state, event) : impossible(state, event);
    case 'Remediation Vouched For':
      return isClaimedByPullRequest(state) ? vouchedFor(state, event) : impossible(state, event);
    case 'Remediation Closed Without Claim':
      return isOpenOrAccepted(state) && claimIn(state) === undefined
        ? closedWithoutClaim(state, event)
        : impossible(state, event);
    case 'Remediation Reopened':
      return isWatched(state) || isFailed(state) || hasClosedTicket(state)
        ? afterReopening(state, event)
        : impossible(state, event);
    case 'Remediation Reopening Begun':
      return isFailed(state) ? reopeningBegun(state, event) : impossible(state, event);
    case 'Remediation Not Reopened':
      return isFailed(state) ? notReopened(state, event) : impossible(state, event);
    case 'Remediation Follow-Up Wanted':
      return isFailed(state) || isToBeBroughtBack(state) || isWantedOutOfSight(state)
        ? followUpWanted(state, event)
        : impossible(state, event);
    case 'Remediation Ticket Not Told':
      return notToldAfter(state, event.data.notTold);
    case 'Remediation Ticket Told':
      return event.data.about === 'link to the incident' ? withoutNotLinked(state) : withoutNotTold(state);
    case 'Remediation Overdue':
      return state.state === 'open' || awaitsFollowUp(state) || isWatched(state)
        ? { ...state, overdueSince: event.data.dueAt, overdueTold: event.data.dueAt }
        : impossible(state, event);
    case 'Remediation Attested':
      return { ...state, attestations: [...state.attestations, event.data.attestation] };
    case 'Remediation Check Asked For':
      return { ...state, checkAskedAt: event.data.at };
    case 'Remediation Doubted':
    case 'Remediation Doubt Ended':
      if (state.state === 'accepted' && state.kept !== undefined) {
        return shownWhileAccepted({ ...state, kept: state.kept }, event);
      }
      return isWatched(state) ? afterVerdict(state, event) : impossible(state, event);
    case 'Remediation Source Asked':
    case 'Remediation Check Passed':
    case 'Remediation Check Inconclusive':
    case 'Remediation Check Rescheduled':
    case 'Remediation Silence Excused':
    case 'Remediation Evidence Late':
    case 'Remediation Unproven':
    case 'Remediation Set Back':
    case 'Remediation Held':
    case 'Remediation Verified':
    case 'Remediation Regraded':
      return isWatched(state) ? afterVerdict(state, event) : impossible(state, event);
    case 'Remediation Source Gave No Answer':
      return state;
    case 'Remediation Ineffective':
      return isWatched(state) && !isProvenOnce(state)
        ? { ...commonOf(state), state: 'ineffective', ...failed(state, event) }
        : impossible(state, event);
    case 'Remediation Regressed':
      return isWatched(state) && isProvenOnce(state)
        ? { ...commonOf(state), state: 'regressed', ...failed(state, event) }
        : impossible(state, event);
    case 'Risk Accepted':
      return isTicketed(state) ? accepted(state, event) : impossible(state, event);
    case 'Risk Acceptance Expired':
      return state.state === 'accepted' ? afterAcceptance(state, event) : impossible(state, event);
    case 'Remediation Cancelled':
      return cancelled(state, event);
  }
}

/** A link that is missing is so whatever else the ticket takes. */
function notToldAfter<State extends Remediation>(state: State, notTold: TicketNotTold): State {
  return notTold.about === 'link to the incident' ? { ...state, notLinked: notTold } : { ...state, notTold };
}

function withoutNotLinked<State extends Remediation>(state: State): State {
  const linked = { ...state };
  delete linked.notLinked;
  return linked;
}

function withoutNotTold<State extends Remediation>(state: State): State {
  const told = { ...state };
  delete told.notTold;
  return told;
}

const hasClosedTicket = (state: Remediation): state is OpenRemediation | AcceptedRemediation =>
  isOpenOrAccepted(state) && (state.closedWithoutClaim !== undefined || claimIn(state) !== undefined);

const isOpenOrAccepted = (state: Remediation): state is OpenRemediation | AcceptedRemediation =>
  state.state === 'open' || state.state === 'accepted';

function requested(state: Remediation | undefined, event: RemediationEventOf<'Remediation Requested'>): Remediation {
  const { remediation, lease } = event.data;
  if (state === undefined) return { state: 'requested', ...remediation, ...lease };
  // Each try goes the way that the configuration has then.
  return awaitsTicket(state)
    ? { state: 'requested', ...withRoute(commonOf(state), routeIn(remediation)), ...lease }
    : impossible(state, event);
}

function cancelled(state: Remediation, event: RemediationEventOf<'Remediation Cancelled'>): Remediation {
  switch (state.state) {
    case 'open':
    case 'accepted':
      return { ...commonOf(state), state: 'cancelled', ticket: state.ticket, ...event.data.decision };
    case 'requested':
      return { ...commonOf(state), state: 'cancelled', ...event.data.decision };
    default:
      return impossible(state, event);
  }
}

export class ImpossibleTransition extends Error {
  readonly remediationId: RecommendationId;
  readonly state: RemediationState;
  readonly event: RemediationEvent['type'];

  constructor(remediation: Remediation, event: RemediationEvent['type']) {
    super(`remediation ${remediation.id} is ${remediation.state}: "${event}" cannot follow`);
    this.name = 'ImpossibleTransition';
    this.remediationId = remediation.id;
    this.state = remediation.state;
    this.event = event;
  }
}

function impossible(state: Remediation, event: RemediationEvent): never {
  throw new ImpossibleTransition(state, event.type);
}
