import * as z from 'zod';
import { dismissHints, entriesNamedIn, reopenHints } from '../../domain/hints/dismiss-hints.ts';
import type { Hint } from '../../domain/hints/hint.ts';
import { hintsOf, timelineHints } from '../../domain/hints/hints-of.ts';
import {
  DISMISSED_HINTS_LIMIT,
  DismissedHint,
  EXCERPT_LIMIT,
  HintName,
  isSameHint,
  REASON_LIMIT,
  SUBJECT_LIMIT,
} from '../../domain/record/content/dismissed-hint.ts';
import { entriesIn, type TimelineEntry } from '../../domain/record/content/timeline.ts';
import type { PostMortem } from '../../domain/record/post-mortem.ts';
import { RecommendationTemplate } from '../../domain/remediation/templates/recommendation-template.ts';
import { recommendationTemplatesFor } from '../../domain/remediation/templates/recommendation-templates.ts';
import { Instant, PartId, PostMortemId } from '../../domain/words/identifiers.ts';
import { WRITTEN } from '../../domain/words/words.ts';
import type { TimelinePosition } from '../../store/records/timeline-pages.ts';
import type { ApiDependencies } from '../api-dependencies.ts';
import { recordEtag } from '../http/etags.ts';
import { cursorFor, NEXT, PAGE_QUERY, positionIn } from '../http/paging.ts';
import { NO_BODY, type Route, route } from '../route.ts';
import { RecordView, recordView } from './record-answer.ts';
import { changeRecordForCaller, readRecordForCaller } from './record-calls.ts';
import { sameWordsOf } from './same-words.ts';

/** Entries of the timeline that one call looks at: with words of 4,000 characters each, some tenths of a second. */
const ENTRIES_LOOKED_AT = 200;

/** Entries that are read at once to find those that a dismissal names. */
const ENTRIES_READ = 1_000;

/** Where a page begins: hints passed over in the part of the record that begins after this entry of its timeline. */
const Position = z.object({
  after: z.object({ at: Instant, id: PartId }).optional(),
  skip: z.int().nonnegative(),
  entries: z.int().nonnegative(),
});

/** Dismissed together: with their words they stay well under what the bus takes in an event. */
const AT_ONCE = 100;

const Named = z
  .array(
    z.strictObject({
      ...HintName.shape,
      about: WRITTEN.prose(1, SUBJECT_LIMIT),
      excerpt: WRITTEN.prose(1, EXCERPT_LIMIT),
    }),
  )
  .min(1)
  .max(AT_ONCE);

const HintView = z.object({
  path: z.string(),
  excerpt: z.string(),
  about: z.string(),
  message: z.string(),
  suggestion: z.string(),
  dismissed: DismissedHint.pick({ because: true, by: true, at: true }).optional(),
}) satisfies z.ZodType<Omit<Hint, 'about'>>;

const BEGINNING: z.infer<typeof Position> = { skip: 0, entries: 0 };

const EXAMPLE = { path: 'sections.summary.text', about: 'blame', excerpt: 'human error' };

const common = { method: 'GET', tag: 'Hints', action: 'read records', ifMatch: 'none', body: NO_BODY } as const;

/** Who may submit may dismiss. A program that writes answers for no wording. */
const changing = {
  method: 'POST',
  tag: 'Hints',
  action: 'submit records',
  ifMatch: 'optional',
  params: { id: PostMortemId },
  query: {},
  answer: { status: 200, means: 'The record', schema: RecordView, hasEtag: true },
} as const;

/** Help with a good review: hints about its wording, and recommendations that others found good. */
export const hintRoutes: Route[] = [
  route({
    ...common,
    operationId: 'readHints',
    path: '/post-mortems/{id}/hints',
    summary:
      'Words that blame, criteria that nobody can decide, and doubles of other fixes, with what to write instead',
    params: { id: PostMortemId },
    query: PAGE_QUERY,
    answer: {
      status: 200,
      means: 'A page of hints; the ETag is that of the record',
      schema: z.object({
        hints: z.array(HintView),
        count: z
          .int()
          .describe(
            `Hints in the part that was looked at: the record with the first ${ENTRIES_LOOKED_AT} entries of its timeline, or the next ${ENTRIES_LOOKED_AT}`,
          ),
        looked: z.object({ at: z.int(), of: z.int() }).describe('Entries of the timeline up to here, of all'),
        next: NEXT,
      }),
      hasEtag: true,
    },
    async handle(call) {
      const { id } = call.params;
      const { limit, cursor } = call.query;
      const question = { hints: id };
      const { after, skip, entries: before } = positionIn(question, cursor, Position) ?? BEGINNING;
      const record = await readRecordForCaller(call, id, 'hints');
      const { entries, next } = await call.deps.store.timelinePage(id, { after, limit: ENTRIES_LOOKED_AT });
      const all =
        after === undefined
          ? hintsOf(record, entries, await sameWordsOf(call.deps, record))
          : timelineHints(record, entries);
      const hints = all.slice(skip, skip + limit);
      const at = before + entries.length;
      const rest = skip + limit < all.length ? { after, skip: skip + limit, entries: before } : undefined;
      const further = rest ?? (next === undefined ? undefined : { after: next, skip: 0, entries: at });
      return {
        body: {
          hints: hints.map((hint) => withDismissal(record, hint)),
          count: all.length,
          looked: { at, of: Math.max(at, entriesIn(record.timelineCounts)) },
          ...(further === undefined ? {} : { next: cursorFor(question, further) }),
        },
        etag: recordEtag(record),
      };
    },
  }),
  route({
    ...changing,
    operationId: 'dismissHints',
    path: '/post-mortems/{id}/hints/dismiss',
    summary: `Leaves hints unanswered, all with one word that says why: up to ${AT_ONCE} at once, ${DISMISSED_HINTS_LIMIT} in a record`,
    body: {
      schema: z.strictObject({
        hints: Named,
        because: WRITTEN.prose(1, REASON_LIMIT).refine((text) => /[\p{L}\p{N}]/u.test(text), {
          error: 'expected a word',
        }),
      }),
      example: { hints: [EXAMPLE], because: 'quoted from the mail' },
    },
    async handle(call) {
      const { params, body, by, deps } = call;
      const timeline = await entriesNamed(deps, params.id, body.hints);
      const changed = await changeRecordForCaller(call, params.id, (record) =>
        dismissHints(record, body.hints, body.because, by, deps.now(), timeline),
      );
      return { body: await recordView(changed, call), etag: recordEtag(changed) };
    },
  }),
  route({
    ...changing,
    operationId: 'reopenHints',
    path: '/post-mortems/{id}/hints/reopen',
    summary: 'Takes dismissals back: the hints want an answer again',
    body: { schema: z.strictObject({ hints: Named }), example: { hints: [EXAMPLE] } },
    async handle(call) {
      const { params, body, by, deps } = call;
      const changed = await changeRecordForCaller(call, params.id, (record) =>
        reopenHints(record, body.hints, by, deps.now()),
      );
      return { body: await recordView(changed, call), etag: recordEtag(changed) };
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

/** The timeline's entries that hints name by their ids. Entries lie by their time, so the timeline is read until all are found. */
async function entriesNamed(
  { store }: Pick<ApiDependencies, 'store'>,
  id: PostMortemId,
  hints: readonly HintName[],
): Promise<TimelineEntry[]> {
  const ids = entriesNamedIn(hints);
  const found: TimelineEntry[] = [];
  let after: TimelinePosition | undefined;
  while (found.length < ids.size) {
    const page = await store.timelinePage(id, { after, limit: ENTRIES_READ });
    found.push(...page.entries.filter((entry) => ids.has(entry.id)));
    if (page.next === undefined) break;
    after = page.next;
  }
  return found;
}

function withDismissal({ dismissedHints }: PostMortem, hint: Hint): z.infer<typeof HintView> {
  const found = dismissedHints.find((known) => isSameHint(known, hint));
  if (found === undefined) return hint;
  const { because, by, at } = found;
  return { ...hint, dismissed: { because, by, at } };
}
