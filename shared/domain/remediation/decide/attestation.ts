import type { Attestation } from '../../verification/attestation.ts';
import { Refusal } from '../../words/refusal.ts';
import { claimToJudge, isClaimedByPullRequest, type Remediation } from '../remediation.ts';
import type { RemediationEvent } from '../remediation-events.ts';
import { mustKnowWorkers, mustNotDoTheWork } from './four-eyes.ts';
import { ids } from './rules.ts';

/** Four eyes again: who did the work does not attest that it works. */
export function attest(state: Remediation, attestation: Attestation): RemediationEvent[] {
  const check = state.checks[attestation.check];
  if (check?.kind !== 'attestation') {
    throw new Refusal('unknown part', `check ${attestation.check} of this remediation is not an attestation`);
  }
  if (claimToJudge(state) === undefined) {
    throw new Refusal('wrong state', `the remediation is ${state.state}; it can be attested once its ticket is done`);
  }
  if (attestation.outcome === 'pass') mustBeVouchedFor(state);
  mustNotDoTheWork(state, attestation.by, 'attest');
  mustKnowWorkers(state);
  return [{ type: 'Remediation Attested', data: { ...ids(state), attestation } }];
}

/** Whoever merged the pull request is not known: without a person who says that it does the work, the witness might be the doer. */
function mustBeVouchedFor(state: Remediation): void {
  if (!isClaimedByPullRequest(state)) return;
  throw new Refusal(
    'four eyes',
    'only the record says that its pull request does the work; have its ticket moved to done by who answers for that, and another person attests',
  );
}
