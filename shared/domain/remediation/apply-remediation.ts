import type { RecommendationId } from '../words/identifiers.ts';
import {
  type FailedRemediation,
  isFailed,
  isTicketed,
  isWatched,
  type Remediation,
  RemediationCommon,
  type RemediationState,
  type WatchedRemediation,
} from './remediation.ts';
import type { RemediationEvent } from './remediation-events.ts';

type Of<T extends RemediationEvent['type']> = Extract<RemediationEvent, { type: T }>;

/**
 * The remediation after one more event. This table is the state machine: what is not here cannot happen.
 *
 * @throws ImpossibleTransition when the event does not belong to the state.
 */
export function applyToRemediation(state: Remediation | undefined, event: RemediationEvent): Remediation | undefined {
  if (event.type === 'Recommendation Approved') return state ?? approved(event);
  if (event.type === 'Remediation Requested') {
    return state === undefined || state.state === 'requested' || state.state === 'ambiguous'
      ? { state: 'requested', ...(state === undefined ? event.data.remediation : commonOf(state)), ...event.data.lease }
      : impossible(state, event);
  }
  if (state === undefined) return undefined;
  switch (event.type) {
    case 'Remediation Not Created':
      return state.state === 'requested'
        ? { ...state, leaseExpiresAt: event.data.retryAt, refusedBecause: event.data.because }
        : impossible(state, event);
    case 'Remediation Ambiguous':
      return state.state === 'requested' || state.state === 'ambiguous'
        ? {
            ...commonOf(state),
            state: 'ambiguous',
            attempt: state.attempt,
            ambiguousSince: event.data.since,
            nextSearchAt: event.data.nextSearchAt,
          }
        : impossible(state, event);
    case 'Remediation Ticket Created':
      return state.state === 'requested' || state.state === 'ambiguous'
        ? { ...commonOf(state), state: 'open', ticket: event.data.ticket }
        : impossible(state, event);
    case 'Remediation Ticket Updated':
      return isTicketed(state) ? { ...state, ticket: event.data.ticket } : impossible(state, event);
    case 'Remediation Claimed':
      return state.state === 'open'
        ? {
            ...withoutOverdue(commonOf(state)),
            state: 'claimed',
            ticket: event.data.ticket,
            claim: event.data.claim,
            nextCheckAt: event.data.nextCheckAt,
            step: 0,
          }
        : impossible(state, event);
    case 'Remediation Reopened':
      return isWatched(state) || isFailed(state)
        ? {
            ...commonOf(state),
            state: 'open',
            ticket: state.ticket,
            reopenCount: state.reopenCount + 1,
            dueAt: event.data.dueAt,
            ...(event.data.endedClaimAt === undefined ? {} : { endedClaimAt: event.data.endedClaimAt }),
          }
        : impossible(state, event);
    case 'Remediation Reopening Begun':
      return isFailed(state)
        ? { ...withoutRefusal(state), leaseExpiresAt: event.data.leaseExpiresAt }
        : impossible(state, event);
    case 'Remediation Not Reopened':
      return isFailed(state)
        ? {
            ...state,
            leaseExpiresAt: event.data.retryAt,
            refusedBecause: event.data.because,
            refusals: (state.refusals ?? 0) + 1,
          }
        : impossible(state, event);
    case 'Remediation Overdue':
      return state.state === 'open' ? { ...state, overdueSince: event.data.dueAt } : impossible(state, event);
    case 'Remediation Attested':
      return { ...state, attestations: [...state.attestations, event.data.attestation] };
    case 'Remediation Check Passed':
      return checkPassed(state, event);
    case 'Remediation Check Inconclusive':
      return isWatched(state) ? { ...state, nextCheckAt: event.data.retryAt } : impossible(state, event);
    case 'Remediation Verified':
      return state.state === 'claimed' || state.state === 'verifying'
        ? {
            ...commonOf(state),
            state: 'verified',
            ticket: state.ticket,
            claim: state.claim,
            lastCheckAt: event.data.at,
            verifiedAt: event.data.at,
            nextCheckAt: event.data.nextCheckAt,
          }
        : impossible(state, event);
    case 'Remediation Ineffective':
      return state.state === 'claimed' || state.state === 'verifying'
        ? { ...commonOf(state), state: 'ineffective', ...failed(state, event) }
        : impossible(state, event);
    case 'Remediation Regressed':
      return state.state === 'verified'
        ? { ...commonOf(state), state: 'regressed', ...failed(state, event) }
        : impossible(state, event);
    case 'Risk Accepted':
      return state.state === 'open' || state.state === 'claimed'
        ? {
            ...commonOf(state),
            state: 'accepted',
            ticket: state.ticket,
            acceptance: event.data.acceptance,
            acceptanceCount: (state.acceptanceCount ?? 0) + 1,
          }
        : impossible(state, event);
    case 'Risk Acceptance Expired':
      return state.state === 'accepted'
        ? { ...commonOf(state), state: 'open', ticket: state.ticket, dueAt: event.data.dueAt }
        : impossible(state, event);
    case 'Remediation Cancelled':
      return state.state === 'open' || state.state === 'accepted'
        ? { ...commonOf(state), state: 'cancelled', ticket: state.ticket, ...event.data.decision }
        : state.state === 'requested'
          ? { ...commonOf(state), state: 'cancelled', ...event.data.decision }
          : impossible(state, event);
  }
}

/** An approved recommendation waits for its ticket; the lease on creating it is free. */
function approved({ data }: Of<'Recommendation Approved'>): Remediation {
  const { remediation } = data;
  return { ...remediation, state: 'requested', attempt: 0, leaseExpiresAt: remediation.requestedAt };
}

function checkPassed(state: Remediation, event: Of<'Remediation Check Passed'>): Remediation {
  const { at, nextCheckAt } = event.data;
  switch (state.state) {
    case 'verified':
      return { ...state, lastCheckAt: at, nextCheckAt };
    case 'claimed':
    case 'verifying':
      return { ...state, state: 'verifying', step: state.step + 1, lastCheckAt: at, nextCheckAt };
    default:
      return impossible(state, event);
  }
}

function failed(
  { ticket, claim }: WatchedRemediation,
  { data }: Of<'Remediation Ineffective' | 'Remediation Regressed'>,
) {
  return { ticket, failure: data.failure, claimAt: claim.at };
}

function withoutRefusal({ refusedBecause: _, ...rest }: FailedRemediation): FailedRemediation {
  return rest;
}

/** Fields that every state carries. The fields of the state that ends fall away. */
function commonOf(state: Remediation): RemediationCommon {
  return RemediationCommon.parse(state);
}

function withoutOverdue({ overdueSince: _, ...rest }: RemediationCommon): RemediationCommon {
  return rest;
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
