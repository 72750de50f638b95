import * as z from 'zod';
import { PartId } from './identifiers.ts';
import { Line, Reason } from './words.ts';

const Statement = z.string().min(10).max(4_000);

/** Technical, procedural or human: a review that stops at the technical cause has stopped too soon. */
export const RootCauseDraft = z.strictObject({
  kind: z.enum(['technical', 'procedural', 'human']),
  statement: Statement,
  /** Why, and why that, until an answer is something that can be changed. */
  whys: z.array(Line).max(10).prefault([]),
  /** Other causes of this record without which this one would have done no harm. */
  worksWith: z.array(PartId).max(20).optional(),
});
export const RootCause = RootCauseDraft.extend({ id: PartId });
export type RootCause = z.infer<typeof RootCause>;

export const ContributingFactorDraft = z.strictObject({
  kind: z.enum(['system vulnerability', 'human factor', 'process gap', 'third party']),
  statement: Statement,
});
export const ContributingFactor = ContributingFactorDraft.extend({ id: PartId });
export type ContributingFactor = z.infer<typeof ContributingFactor>;

/** How the response went. What went badly wants a recommendation that answers it, or a reason for none. */
export const ObservationDraft = z.strictObject({
  kind: z.enum(['went well', 'went badly', 'got lucky']),
  statement: z.string().min(3).max(4_000),
  noRecommendationBecause: Reason.optional(),
});
export const Observation = ObservationDraft.extend({ id: PartId });
export type Observation = z.infer<typeof Observation>;
