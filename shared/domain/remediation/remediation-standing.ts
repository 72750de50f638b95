import * as z from 'zod';
import { Instant } from '../words/identifiers.ts';
import { REMEDIATION_STATES } from './remediation.ts';

/** How far a remediation has come, in the words of one who does not follow it. */
export const RemediationStanding = z.strictObject({
  state: z.enum(REMEDIATION_STATES),
  /** The key of its ticket, as people say it. */
  ticket: z.string().min(1).max(100).optional(),
  dueAt: Instant.optional(),
  claimedAt: Instant.optional(),
  verifiedAt: Instant.optional(),
  /** End of the time for which its risk is accepted, and how often it was accepted anew. */
  acceptedUntil: Instant.optional(),
  renewals: z.int().nonnegative().optional(),
});
export type RemediationStanding = z.infer<typeof RemediationStanding>;
