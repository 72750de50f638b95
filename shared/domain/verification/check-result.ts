import * as z from 'zod';
import { Instant } from '../words/identifiers.ts';
import { Check } from './plan.ts';

/** Words by which the sources of a check did not judge, since the claim and since each of them last judged. They change nothing. */
const NotJudgedSince = z.object({
  count: z.int().positive(),
  /** There are more than were counted. */
  hasMore: z.literal(true).optional(),
  newest: z.object({
    at: Instant,
    source: z.string(),
    /** Absent: the subject as a whole. */
    resource: z.string().optional(),
    reason: z.string().optional(),
  }),
});
export type NotJudgedSince = z.infer<typeof NotJudgedSince>;

/**
 * Outcome of one check of a plan, with the evidence that it rests on. `stale`: there is evidence, but it is older than what it
 * should prove. `unsettled`: a source says fail, which is not confirmed yet, or is from before the claim. `untested`: the check
 * should have been seen failing before the fix, and was not.
 */
export const CheckResult = z.object({
  check: Check,
  outcome: z.enum(['pass', 'fail', 'unknown', 'stale', 'unsettled', 'untested']),
  because: z.string(),
  evidence: z.array(z.object({ what: z.string(), at: Instant, url: z.string().optional() })),
  notJudged: NotJudgedSince.optional(),
});
export type CheckResult = z.infer<typeof CheckResult>;
