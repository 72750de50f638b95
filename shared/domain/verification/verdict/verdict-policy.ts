import { durationMs } from '../../words/duration.ts';
import type { VerificationPolicy } from '../verification-policy.ts';

/** Policy of verdicts in milliseconds, and counts. */
export type VerdictPolicy = {
  readonly failStandsFor: number;
  readonly shortFails: number;
  readonly shortFailsWithin: number;
  readonly recoveredAfter: number;
  readonly evidenceMaxAge: number;
  readonly attestationMaxAge: number;
  readonly unprovenAfter: number;
  readonly seenFailingWithin: number;
  readonly heldAfter: number;
  readonly heldWithin: number;
  readonly quietFor: number;
  readonly askAhead: number;
  /** Names of the sources that can be asked. */
  readonly askable: readonly string[];
};

/** @param askable names of the sources that can be asked */
export function verdictPolicy({ hold, ...policy }: VerificationPolicy, askable: readonly string[] = []): VerdictPolicy {
  return {
    failStandsFor: durationMs(policy.failStandsFor),
    shortFails: policy.shortFails,
    shortFailsWithin: durationMs(policy.shortFailsWithin),
    recoveredAfter: durationMs(policy.recoveredAfter),
    evidenceMaxAge: durationMs(policy.evidenceMaxAge),
    attestationMaxAge: durationMs(policy.attestationMaxAge),
    unprovenAfter: durationMs(policy.unprovenAfter),
    seenFailingWithin: durationMs(policy.seenFailingWithin),
    heldAfter: hold.reopenings,
    heldWithin: durationMs(hold.within),
    quietFor: durationMs(hold.quietFor),
    askAhead: durationMs(policy.askAhead),
    askable,
  };
}
