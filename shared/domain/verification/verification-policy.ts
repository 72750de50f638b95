import * as z from 'zod';
import { ascendingSteps, duration, LastingDuration } from '../words/settings.ts';

/** Policy of verification: times of the checks, age of evidence. */
export const VerificationPolicy = z
  .strictObject({
    steps: z.array(LastingDuration).min(1).max(10).check(ascendingSteps).prefault(['P7D', 'P30D', 'P90D']),
    periodic: duration('P180D'),
    retryInconclusiveAfter: duration('P1D'),
    evidenceMaxAge: duration('P30D'),
    failStandsFor: duration('PT1H'),
  })
  .prefault({});

export type VerificationPolicy = z.infer<typeof VerificationPolicy>;
