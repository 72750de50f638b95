import { doneAt, type KeptClaim } from './claim.ts';
import { withoutMerge } from './existing-work.ts';
import {
  type AcceptedRemediation,
  type FailedRemediation,
  type OpenRemediation,
  type PushedDueDate,
  type Remediation,
  RemediationCommon,
  type RemediationState,
  type WatchedRemediation,
} from './remediation.ts';
import type { RemediationEvent } from './remediation-events.ts';

export type RemediationEventOf<T extends RemediationEvent['type']> = Extract<RemediationEvent, { type: T }>;
export type RemediationIn<S extends RemediationState> = Extract<Remediation, { state: S }>;

/** A remediation whose ticket is being created, or may have been created without an answer. */
export const awaitsTicket = (state: Remediation): state is RemediationIn<'requested' | 'ambiguous'> =>
  state.state === 'requested' || state.state === 'ambiguous';

/** An approved recommendation waits for its ticket; the lease on creating it is free. */
export function approved({ data }: RemediationEventOf<'Recommendation Approved'>): Remediation {
  const { remediation } = data;
  return { ...remediation, state: 'requested', attempt: 0, leaseExpiresAt: remediation.requestedAt };
}

export function notCreated(
  state: RemediationIn<'requested'>,
  { data }: RemediationEventOf<'Remediation Not Created'>,
): Remediation {
  const { retryAt, because, outlook } = data;
  const { refusedOutlook: _, ...rest } = state;
  return {
    ...rest,
    leaseExpiresAt: retryAt,
    refusedBecause: because,
    ...(outlook === undefined ? {} : { refusedOutlook: outlook }),
  };
}

/** Nothing was tried with what is named now. */
export function existingWorkChanged(
  state: RemediationIn<'requested'>,
  { data }: RemediationEventOf<'Remediation Existing Work Changed'>,
): Remediation {
  const { refusedBecause: _b, refusedOutlook: _o, existingWork: _w, ...rest } = state;
  const work = data.existingWork === undefined ? {} : { existingWork: data.existingWork };
  return { ...rest, ...work, attempt: 0, leaseExpiresAt: data.at };
}

export function ambiguous(
  state: RemediationIn<'requested' | 'ambiguous'>,
  { data }: RemediationEventOf<'Remediation Ambiguous'>,
): Remediation {
  const { since, nextSearchAt } = data;
  return { ...commonOf(state), state: 'ambiguous', attempt: state.attempt, ambiguousSince: since, nextSearchAt };
}

export function claimed(
  state: OpenRemediation | AcceptedRemediation,
  { data }: RemediationEventOf<'Remediation Claimed'>,
): Remediation {
  const { ticket, claim, nextCheckAt, workedBy } = data;
  const known = { ...(workedBy === undefined ? {} : { workedBy }), lastClaimAt: doneAt(claim), ticket };
  if (state.state === 'accepted') return { ...withoutClosing(state), ...known, kept: { claim, step: 0 } };
  return { ...withoutOverdue(commonOf(state)), ...known, state: 'claimed', claim, nextCheckAt, step: 0 };
}

/** What was seen since its pull request claimed it counts on. */
export function vouchedFor(
  state: WatchedRemediation | (AcceptedRemediation & { kept: KeptClaim }),
  { data: { ticket, claim, workedBy } }: RemediationEventOf<'Remediation Vouched For'>,
): Remediation {
  const workers = workedBy === undefined ? {} : { workedBy };
  return state.state === 'accepted'
    ? { ...state, ...workers, ticket, kept: { ...state.kept, claim } }
    : { ...state, ...workers, ticket, claim };
}

export function closedWithoutClaim(
  state: OpenRemediation | AcceptedRemediation,
  { data }: RemediationEventOf<'Remediation Closed Without Claim'>,
): Remediation {
  return { ...state, ticket: data.ticket, closedWithoutClaim: data.closed };
}

export function afterReopening(
  state: WatchedRemediation | FailedRemediation | OpenRemediation | AcceptedRemediation,
  { data }: RemediationEventOf<'Remediation Reopened'>,
): Remediation {
  const { existingWork, ...common } = commonOf(state);
  return {
    ...common,
    ...(existingWork === undefined ? {} : { existingWork: withoutMerge(existingWork) }),
    ...(state.state === 'accepted' ? { state: 'accepted', acceptance: state.acceptance } : { state: 'open' }),
    ticket: state.ticket,
    reopenCount: state.reopenCount + 1,
    dueAt: data.dueAt,
    ...(data.firstDueAt === undefined ? {} : { firstDueAt: data.firstDueAt }),
    ...(data.evidenceReopenedAt === undefined ? {} : { evidenceReopenedAt: data.evidenceReopenedAt }),
    ...(data.pushes === undefined ? {} : { pushes: data.pushes }),
    ...(state.state !== 'accepted' && state.overdueTold === data.dueAt ? { overdueSince: data.dueAt } : {}),
    ...(data.endedClaimAt === undefined ? {} : { endedClaimAt: data.endedClaimAt }),
  };
}

export function notReopened(
  state: FailedRemediation,
  { data }: RemediationEventOf<'Remediation Not Reopened'>,
): Remediation {
  return {
    ...state,
    leaseExpiresAt: data.retryAt,
    refusedBecause: data.because,
    refusals: (state.refusals ?? 0) + 1,
  };
}

/**
 * Its ticket stays done, so the fix waits for another one, as it once waited for the first. What somebody else had made before
 * is no ticket of it any more. A fix that did not fail is not reopened by it.
 */
export function followUpWanted(
  state: FailedRemediation | OpenRemediation,
  { data }: RemediationEventOf<'Remediation Follow-Up Wanted'>,
): Remediation {
  const { existingWork, followsUp: _f, putAway: _p, pushedDueDate, ...common } = commonOf(state);
  const failure = state.state === 'open' ? undefined : state.failure;
  return {
    ...common,
    // The date that is owed is that of the former ticket. The follow-up is made with ours.
    ...(pushedDueDate === undefined ? {} : { pushedDueDate: withoutOwed(pushedDueDate) }),
    // Nor is a pull request that was not enough.
    ...(existingWork?.kind === 'pull request' && failure === undefined ? { existingWork } : {}),
    state: 'requested',
    attempt: 0,
    leaseExpiresAt: data.at,
    dueAt: data.dueAt,
    firstDueAt: data.firstDueAt,
    formerTickets: [...(state.formerTickets ?? []), data.former],
    ...(failure === undefined
      ? {}
      : { reopenCount: state.reopenCount + 1, evidenceReopenedAt: data.evidenceReopenedAt, followsUp: failure }),
  };
}

export const withoutOwed = ({ pushes, putBack }: PushedDueDate): PushedDueDate =>
  putBack === undefined || putBack === 'owed' ? { pushes } : { pushes, putBack };

export function failed(
  { ticket, claim }: WatchedRemediation,
  { data }: RemediationEventOf<'Remediation Ineffective' | 'Remediation Regressed'>,
) {
  return {
    ticket,
    failure: data.failure,
    // Nobody had said done in the ticket by then, as far as was known.
    claimAt: claim.isOfPullRequest === true ? data.failure.at : doneAt(claim),
    ...(data.kept === undefined ? {} : { kept: data.kept }),
  };
}

export function withoutRefusal({ refusedBecause: _, ...rest }: FailedRemediation): FailedRemediation {
  return rest;
}

/** Fields that every state carries. The fields of the state that ends fall away. */
export function commonOf(state: Remediation): RemediationCommon {
  return RemediationCommon.parse(state);
}

export function withoutOverdue({ overdueSince: _, ...rest }: RemediationCommon): RemediationCommon {
  return rest;
}

function withoutClosing({
  endedClaimAt: _,
  closedWithoutClaim: __,
  ...rest
}: AcceptedRemediation): AcceptedRemediation {
  return rest;
}
