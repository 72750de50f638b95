import * as z from 'zod';
import { Instant, PartId, RecommendationId } from './identifiers.ts';
import type { Severity } from './severity.ts';
import { VerificationPlan } from './verification.ts';

const Score = z.int().min(1).max(5);

/** What a person writes. `answers` names the root causes; `ownerTeam` picks the Jira project through the routes. */
export const RecommendationDraft = z.strictObject({
  title: z
    .string()
    .min(5)
    .max(200)
    .regex(/^\P{Cc}*$/u, { error: 'expected one line: it becomes the summary of a Jira ticket' }),
  why: z.string().min(10).max(4_000),
  kind: z.enum(['prevent', 'detect', 'mitigate', 'respond']),
  answers: z.array(PartId).max(20),
  impact: Score,
  feasibility: Score,
  ownerTeam: z.string().min(1).max(100),
  successCriterion: z.string().min(10).max(2_000),
  verification: VerificationPlan,
});
export type RecommendationDraft = z.infer<typeof RecommendationDraft>;

export const Recommendation = RecommendationDraft.extend({
  id: RecommendationId,
  status: z.enum(['proposed', 'approved', 'declined']),
  dueAt: Instant.optional(),
  declinedBecause: z.string().optional(),
});
export type Recommendation = z.infer<typeof Recommendation>;

/** Impact × feasibility, 1 to 25: the order in which to work. */
export function rankOf({ impact, feasibility }: Pick<Recommendation, 'impact' | 'feasibility'>): number {
  return impact * feasibility;
}

/** How urgent a recommendation is. Impact alone decides: a hard fix of a grave weakness is no less urgent. */
export function priorityOf({ impact }: Pick<Recommendation, 'impact'>): Severity {
  if (impact >= 5) return 'critical';
  if (impact === 4) return 'high';
  return impact === 3 ? 'medium' : 'low';
}
