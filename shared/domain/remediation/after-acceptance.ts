import { Followed, type KeptClaim } from './claim.ts';
import type { AcceptedRemediation, Remediation, TicketedRemediation, WatchedRemediation } from './remediation.ts';
import { commonOf, type RemediationEventOf, withoutOverdue } from './transitions.ts';

/** A fix of which the risk is accepted, from now on or for longer. Events say what is known of its ticket. */
export function accepted(state: TicketedRemediation, { data }: RemediationEventOf<'Risk Accepted'>): Remediation {
  return {
    ...commonOf(state),
    state: 'accepted',
    ticket: state.ticket,
    acceptance: data.acceptance,
    acceptanceCount: (state.acceptanceCount ?? 0) + 1,
    ...Followed.parse(data),
  };
}

/** A fail that is shown while its risk is accepted, or is not there any more. It changes nothing until the time is over. */
export function shownWhileAccepted(
  state: AcceptedRemediation & { kept: KeptClaim },
  event: RemediationEventOf<'Remediation Doubted' | 'Remediation Doubt Ended'>,
): Remediation {
  const { doubt: _, ...kept } = state.kept;
  if (event.type === 'Remediation Doubt Ended') return { ...state, kept };
  const { observedAt: at, source, resource } = event.data;
  return { ...state, kept: { ...kept, doubt: { at, source, ...(resource === undefined ? {} : { resource }) } } };
}

/** A claim that was kept is one again, and due to be judged. A fix without one is open. */
export function afterAcceptance(
  state: AcceptedRemediation,
  { data: { dueAt, acceptance } }: RemediationEventOf<'Risk Acceptance Expired'>,
): Remediation {
  const { ticket, kept, endedClaimAt, closedWithoutClaim, acceptance: over } = state;
  const common = { ...commonOf(state), dueAt, ...(acceptance === undefined ? {} : { lastAcceptance: acceptance }) };
  if (kept !== undefined) {
    const { step, ...claim } = kept;
    const watched = { ...withoutOverdue(common), ticket, ...claim, nextCheckAt: over.until };
    return step === 0 ? { ...watched, state: 'claimed', step } : { ...watched, state: 'verifying', step };
  }
  return {
    ...common,
    state: 'open',
    ticket,
    ...(endedClaimAt === undefined ? {} : { endedClaimAt }),
    ...(closedWithoutClaim === undefined ? {} : { closedWithoutClaim }),
  };
}

/** Fields that stay of a claim while it is not judged. */
export function keptClaim(state: WatchedRemediation): KeptClaim {
  const { claim, setBackTo, doubt, regraded, asked } = state;
  const provenAt = state.provenAt ?? (state.state === 'verified' ? state.verifiedAt : undefined);
  return {
    claim,
    step: state.step ?? state.steps.length,
    ...(provenAt === undefined ? {} : { provenAt }),
    ...(setBackTo === undefined ? {} : { setBackTo }),
    ...(asked === undefined ? {} : { asked }),
    ...(regraded === undefined ? {} : { regraded }),
    ...(doubt === undefined ? {} : { doubt }),
  };
}
