import * as z from 'zod';
import type { Hint } from '../../domain/hints/hint.ts';
import { hintsOf } from '../../domain/hints/hints-of.ts';
import { RecommendationTemplate } from '../../domain/remediation/templates/recommendation-template.ts';
import { recommendationTemplatesFor } from '../../domain/remediation/templates/recommendation-templates.ts';
import { PostMortemId } from '../../domain/words/identifiers.ts';
import { recordEtag } from '../http/etags.ts';
import { NO_BODY, type Route, route } from '../route.ts';
import { readRecordForCaller } from './record-calls.ts';
import { sameWordsOf } from './same-words.ts';

/** A person reads the first of them; a longer timeline is a log. */
const ENTRIES_LOOKED_AT = 500;

const HintView = z.object({
  path: z.string(),
  excerpt: z.string(),
  about: z.string(),
  message: z.string(),
  suggestion: z.string(),
}) satisfies z.ZodType<Omit<Hint, 'about'>>;

const common = { method: 'GET', tag: 'Hints', action: 'read records', ifMatch: 'none', body: NO_BODY } as const;

/** Help with a good review: hints about its wording, and recommendations that others found good. */
export const hintRoutes: Route[] = [
  route({
    ...common,
    operationId: 'readHints',
    path: '/post-mortems/{id}/hints',
    summary:
      'Words that blame, criteria that nobody can decide, and doubles of other fixes, with what to write instead',
    params: { id: PostMortemId },
    query: {},
    answer: {
      status: 200,
      means: 'Hints; the ETag is that of the record',
      schema: z.object({ hints: z.array(HintView) }),
      hasEtag: true,
    },
    async handle(call) {
      const { id } = call.params;
      const record = await readRecordForCaller(call, id, 'hints');
      const { entries } = await call.deps.store.timelinePage(id, { limit: ENTRIES_LOOKED_AT });
      return {
        body: { hints: hintsOf(record, entries, await sameWordsOf(call.deps, record)) },
        etag: recordEtag(record),
      };
    },
  }),
  route({
    ...common,
    operationId: 'listRecommendationTemplates',
    path: '/recommendation-templates',
    summary: 'Recommendations to begin from, those of a category first',
    params: {},
    query: { category: z.string().min(1).max(100).optional() },
    answer: { status: 200, means: 'Templates', schema: z.object({ templates: z.array(RecommendationTemplate) }) },
    async handle({ query, deps }) {
      return { body: { templates: recommendationTemplatesFor(query.category, deps.config.recommendationTemplates) } };
    },
  }),
];
