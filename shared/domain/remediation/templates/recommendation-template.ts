import * as z from 'zod';
import { VerificationPlanDraft } from '../../verification/plan.ts';
import { ascendingSteps, LastingDuration, withoutRepeats } from '../../words/settings.ts';
import { RecommendationDraft } from '../recommendation.ts';

/**
 * A recommendation that fits many incidents, to begin from: everything but what it answers and mends, its date and what is done already, which are of the record. The
 * scores are what teams often find; weigh them anew.
 */
export const RecommendationTemplate = RecommendationDraft.omit({
  answers: true,
  dueAt: true,
  existingWork: true,
  procedures: true,
  criterionWithoutMeasureBecause: true,
}).extend({
  /** Names it for ever. A team's own template of the same name takes its place. */
  name: z
    .string()
    .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, { error: 'expected words with dashes, such as block-look-alikes' }),
  /** The categories of incidents that it fits; none: it fits all. */
  categories: z.array(z.string().min(1)),
});
export type RecommendationTemplate = z.infer<typeof RecommendationTemplate>;
export type RecommendationTemplateInput = z.input<typeof RecommendationTemplate>;

/** Template in a team's configuration. Its steps, where it has some, are longer than zero, each later than the one before. */
export const RecommendationTemplateSetting = RecommendationTemplate.extend({
  categories: z.array(z.string().min(1)).check(withoutRepeats()),
  verification: VerificationPlanDraft.extend({
    steps: z.array(LastingDuration).min(1).max(10).check(ascendingSteps).optional(),
  }),
});

/** Control ids of https://csrc.nist.gov/pubs/sp/800/53/r5/upd1/final */
export const nist = (...ids: string[]): { framework: string; id: string }[] =>
  ids.map((id) => ({ framework: 'NIST SP 800-53', id }));
