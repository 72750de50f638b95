import * as z from 'zod';
import { Duration, durationMs } from '../words/duration.ts';
import { ascendingSteps, duration, LastingDuration, rule } from '../words/settings.ts';

/** When a fix that evidence reopens again and again is held. */
const HoldPolicy = z
  .strictObject({
    reopenings: z.int().min(2).max(10).prefault(3),
    within: duration('P14D'),
    quietFor: duration('P7D'),
  })
  .prefault({});

/** Policy of verification: times of the checks, age of evidence, what counts as a fail and what as silence. */
export const VerificationPolicy = z
  .strictObject({
    steps: z.array(LastingDuration).min(1).max(10).check(ascendingSteps).prefault(['P7D', 'P30D', 'P90D']),
    evidenceMaxAge: duration('P35D'),
    attestationMaxAge: duration('P180D'),
    failStandsFor: duration('PT1H'),
    shortFails: z.int().min(2).max(10).prefault(3),
    shortFailsWithin: duration('P14D'),
    recoveredAfter: duration('P7D'),
    hold: HoldPolicy,
    unprovenAfter: duration('P7D'),
    seenFailingWithin: duration('P365D'),
    askAhead: duration('P5D'),
  })
  .check(
    rule({ failStandsFor: Duration, evidenceMaxAge: Duration }, ({ failStandsFor, evidenceMaxAge }) =>
      durationMs(failStandsFor) < durationMs(evidenceMaxAge)
        ? []
        : [{ path: ['failStandsFor'], expected: `expected less than ${evidenceMaxAge}, the evidenceMaxAge` }],
    ),
    // Otherwise a source would be asked anew as soon as it has answered.
    rule({ askAhead: Duration, evidenceMaxAge: Duration }, ({ askAhead, evidenceMaxAge }) =>
      durationMs(askAhead) < durationMs(evidenceMaxAge)
        ? []
        : [{ path: ['askAhead'], expected: `expected less than ${evidenceMaxAge}, the evidenceMaxAge` }],
    ),
  )
  .prefault({});

export type VerificationPolicy = z.infer<typeof VerificationPolicy>;
