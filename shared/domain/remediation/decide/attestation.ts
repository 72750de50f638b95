import type { Attestation } from '../../verification/attestation.ts';
import { Refusal } from '../../words/refusal.ts';
import { claimToJudge, type Remediation } from '../remediation.ts';
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
  mustNotDoTheWork(state, attestation.by, 'attest');
  mustKnowWorkers(state);
  return [{ type: 'Remediation Attested', data: { ...ids(state), attestation } }];
}
