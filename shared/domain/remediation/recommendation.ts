import * as z from 'zod';
import { D3FEND_VERSION, d3fendName } from '../knowledge/countermeasures.ts';
import { VerificationPlan, VerificationPlanDraft, verificationPlan } from '../verification/plan.ts';
import { Instant, PartId, RecommendationId } from '../words/identifiers.ts';
import { instruction } from '../words/marks.ts';
import { Person } from '../words/person.ts';
import type { Severity } from '../words/severity.ts';
import { STORED, type Words, WRITTEN } from '../words/words.ts';
import { ExistingWork, ExistingWorkDraft } from './existing-work.ts';
import { RemediationStanding } from './remediation-standing.ts';
import { Score } from './score.ts';

/** https://d3fend.mitre.org: a defensive technique, such as D3-MFA. */
const D3fendId = z.string().regex(/^D3-[A-Z0-9]{1,10}$/, { error: 'expected a D3FEND id, such as D3-MFA' });

/** Somebody who writes now names what there is; what was taken stays readable, whatever it names. */
const d3fendId = (words: Words) =>
  words === WRITTEN
    ? D3fendId.refine((id) => d3fendName(id) !== undefined, {
        error: ({ input }) =>
          `D3FEND ${D3FEND_VERSION} has no defensive technique ${String(input)}: look it up at https://d3fend.mitre.org`,
      })
    : D3fendId;

/** A control of a framework, such as NIST SP 800-53 AC-2 or ISO 27001 A.5.27. */
const controlRef = ({ prose }: Words) => z.strictObject({ framework: prose(1, 100), id: prose(1, 100) });

export const RecommendationKind = z.enum(['prevent', 'detect', 'mitigate', 'respond']);

/** `answers` names root causes and what went badly; `ownerTeam` and more pick the Jira project through the routes. */
export const recommendation = (words: Words) =>
  z.strictObject({
    title: instruction(
      words.prose(5, 200).regex(/^\P{Cc}*$/u, { error: 'expected one line: it becomes the summary of a Jira ticket' }),
    ),
    why: words.prose(10, 4_000),
    kind: RecommendationKind,
    answers: z.array(PartId).max(20),
    impact: Score,
    feasibility: Score,
    ownerTeam: words.prose(1, 100),
    successCriterion: instruction(words.prose(10, 2_000)),
    /** For a criterion in which nothing can be measured or seen. */
    criterionWithoutMeasureBecause: words.reason.optional(),
    /** Names of the procedures of the response that it mends. */
    procedures: z.array(words.line).max(20).optional(),
    verification: verificationPlan(words),
    d3fend: z.array(d3fendId(words)).max(20).optional(),
    controls: z.array(controlRef(words)).max(20).optional(),
  });

/** Recommendation as a person writes it. `dueAt`: instead of the time that its priority has, which counts from the approval. */
export const RecommendationDraft = recommendation(WRITTEN).extend({
  verification: VerificationPlanDraft,
  dueAt: Instant.optional(),
  existingWork: ExistingWorkDraft.optional(),
});
export type RecommendationDraft = z.infer<typeof RecommendationDraft>;

/** A decision not to carry it out for now. It ends: then the recommendation is carried out after all. */
export const riskAcceptance = ({ reason }: Words) =>
  z.object({ until: Instant, reason, compensatingControl: reason, by: Person, at: Instant });

/** `draft`: not to be judged yet. After the approval its remediation tells how it goes on: requested, ticketed, verified. */
export const Recommendation = recommendation(STORED).extend({
  id: RecommendationId,
  verification: VerificationPlan,
  status: z.enum(['draft', 'proposed', 'approved', 'declined', 'risk accepted']),
  /** Before the approval, the date that its author set; after it, the first due date of its remediation. */
  dueAt: Instant.optional(),
  existingWork: ExistingWork.optional(),
  declinedBecause: z.string().optional(),
  acceptance: riskAcceptance(STORED).optional(),
  /** Status of an imported record's remediation where the record came from. Nobody follows it here. A stored name. */
  stood: RemediationStanding.optional(),
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

export const QUADRANTS = ['quick win', 'major project', 'fill-in', 'reconsider'] as const;
export type Quadrant = (typeof QUADRANTS)[number];

/** Quadrant of impact and feasibility; 4 and 5 are high. */
export function quadrantOf({ impact, feasibility }: Pick<Recommendation, 'impact' | 'feasibility'>): Quadrant {
  if (impact >= 4) return feasibility >= 4 ? 'quick win' : 'major project';
  return feasibility >= 4 ? 'fill-in' : 'reconsider';
}
