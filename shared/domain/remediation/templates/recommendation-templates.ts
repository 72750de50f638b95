import * as z from 'zod';
import { ACCESS } from './access.ts';
import { DATA_AND_RESPONSE } from './data-and-response.ts';
import { MAIL_AND_PEOPLE } from './mail-and-people.ts';
import { PLATFORM } from './platform.ts';
import { RecommendationTemplate } from './recommendation-template.ts';

/** Recommendations to begin from, by category of incident. A team adds its own in `recommendationTemplates` of holdfast.config.ts. */
export const RECOMMENDATION_TEMPLATES: readonly RecommendationTemplate[] = z
  .array(RecommendationTemplate)
  .parse([...MAIL_AND_PEOPLE, ...ACCESS, ...PLATFORM, ...DATA_AND_RESPONSE]);

/**
 * The templates that fit a category, the team's own first, then by impact × feasibility; all of them without a category.
 *
 * @param own a template of the same name takes the place of ours
 */
export function recommendationTemplatesFor(
  category: string | undefined,
  own: readonly RecommendationTemplate[] = [],
): RecommendationTemplate[] {
  const named = new Set(own.map(({ name }) => name));
  const ours = RECOMMENDATION_TEMPLATES.filter(({ name }) => !named.has(name)).toSorted(
    (a, b) => b.impact * b.feasibility - a.impact * a.feasibility,
  );
  return [...own, ...ours].filter(
    ({ categories }) => category === undefined || categories.length === 0 || categories.includes(category),
  );
}
