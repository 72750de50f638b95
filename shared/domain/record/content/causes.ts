import * as z from 'zod';
import { PartId } from '../../words/identifiers.ts';
import { STORED, type Words, WRITTEN } from '../../words/words.ts';

/** Technical, procedural or human: a review that stops at the technical cause has stopped too soon. */
export const rootCause = (words: Words) =>
  z.strictObject({
    kind: z.enum(['technical', 'procedural', 'human']),
    statement: words.statement,
    /** Why, and why that, until an answer is something that can be changed. */
    whys: z.array(words.line).max(10).prefault([]),
    /** Other causes of this record without which this one would have done no harm. */
    worksWith: z.array(PartId).max(20).optional(),
  });
export const RootCauseDraft = rootCause(WRITTEN);
export const RootCause = rootCause(STORED).extend({ id: PartId });
export type RootCause = z.infer<typeof RootCause>;

export const contributingFactor = (words: Words) =>
  z.strictObject({
    kind: z.enum(['system vulnerability', 'human factor', 'process gap', 'third party']),
    statement: words.statement,
  });
export const ContributingFactorDraft = contributingFactor(WRITTEN);
export const ContributingFactor = contributingFactor(STORED).extend({ id: PartId });
export type ContributingFactor = z.infer<typeof ContributingFactor>;

/** How the response went. What went badly wants a recommendation that answers it, or a reason for none. */
export const observation = (words: Words) =>
  z.strictObject({
    kind: z.enum(['went well', 'went badly', 'got lucky']),
    statement: words.prose(3, 4_000),
    noRecommendationBecause: words.reason.optional(),
  });
export const ObservationDraft = observation(WRITTEN);
export const Observation = observation(STORED).extend({ id: PartId });
export type Observation = z.infer<typeof Observation>;
