import { EXCERPT_LIMIT } from '../record/content/dismissed-hint.ts';
import type { TimelineEntry } from '../record/content/timeline.ts';
import type { PostMortem } from '../record/post-mortem.ts';
import type { RecommendationId } from '../words/identifiers.ts';
import { shortened } from '../words/shorten.ts';
import { blameIn } from './blame.ts';
import { courseHints } from './course.ts';
import type { Hint } from './hint.ts';
import { recommendationHints } from './recommendation.ts';
import { type SameWords, sameWordsHint } from './same-words.ts';
import { textsIn } from './texts-in.ts';

/** Whoever rewrites a text for the first of them finds the others; a log that was pasted in has hundreds. */
const HINTS_OF_A_TEXT = 20;
export const HINTS_OF_AN_ENTRY = 5;

/**
 * Remarks of a friendly reader about the wording of a record, before others read it. Hints, never conditions: what
 * has to be there is `completeness.ts`.
 *
 * @param timeline the entries to look at; those of the ticket are not ours to change, and are passed over
 * @param sameWords what says the same as a recommendation, by its id
 */
export function hintsOf(
  record: PostMortem,
  timeline: readonly TimelineEntry[] = [],
  sameWords: ReadonlyMap<RecommendationId, readonly SameWords[]> = new Map(),
): Hint[] {
  const names = namesIn(record);
  const texts = [
    ...textsIn(record.sections, 'sections').filter(({ path }) => !REPEATED.test(path)),
    ...listsOf(record).flatMap(([list, parts]) => parts.flatMap((part) => textsIn(part, `${list}.${part.id}`))),
  ];
  const isLuck = new Set(record.observations.filter(({ kind }) => kind === 'got lucky').map(({ id }) => id));
  return [
    ...texts.flatMap(({ path, text }) =>
      hintsInText(text, path, names)
        // How it could have ended is what luck is about.
        .filter(({ about }) => about !== 'counterfactual' || ![...isLuck].some((id) => path.includes(id)))
        .slice(0, HINTS_OF_A_TEXT),
    ),
    ...timelineHints(record, timeline),
    ...courseHints(record),
    ...record.rootCauses.flatMap(causeHints),
    ...record.recommendations.flatMap((one) => recommendationHints(one, `recommendations.${one.id}`)),
    ...record.recommendations.flatMap((one) =>
      (sameWords.get(one.id) ?? []).map((other) => sameWordsHint(one, record.id, other)),
    ),
  ].map(withShortExcerpt);
}

/** Hints about entries of the timeline alone. Those of the ticket are not ours to change. */
export function timelineHints(record: PostMortem, timeline: readonly TimelineEntry[]): Hint[] {
  const names = namesIn(record);
  return timeline
    .filter(({ origin }) => origin === 'person')
    .flatMap(({ id, what }) => hintsInText(what, `timeline.${id}.what`, names).slice(0, HINTS_OF_AN_ENTRY))
    .map(withShortExcerpt);
}

/** An outcome names its objective in the same words, of which a hint is there already. */
const REPEATED = /^sections\.framework\.outcomes\.\d+\.objective$/;

const withShortExcerpt = (hint: Hint): Hint => ({ ...hint, excerpt: shortened(hint.excerpt, EXCERPT_LIMIT) });

/** Hints about one text. @param names of people whom the record knows */
export function hintsInText(text: string, path: string, names: readonly string[] = []): Hint[] {
  // A line that was broken, or another blank or form of letters, hides nothing.
  return blameIn(text.normalize('NFKC').replace(/\s+/gu, ' '), names).map(({ at: _, ...found }) => ({
    path,
    ...found,
  }));
}

function namesIn({ incident, sections }: PostMortem): string[] {
  return [
    ...incident.people.map(({ person }) => person.name),
    ...(sections.framework?.team ?? []).map(({ name }) => name),
  ].filter((name) => name.trim() !== '');
}

function listsOf(record: PostMortem): [string, { id: string }[]][] {
  const { rootCauses, contributingFactors, observations, recommendations, lessons } = record;
  return Object.entries({ rootCauses, contributingFactors, observations, recommendations, lessons });
}

/** Five whys, and none of them asked: https://sre.google/workbook/postmortem-culture/ */
function causeHints({ id, kind, statement, whys }: PostMortem['rootCauses'][number]): Hint[] {
  if (kind !== 'human' || whys.length > 0) return [];
  return [
    {
      path: `rootCauses.${id}.whys`,
      excerpt: statement,
      about: 'cause without whys',
      message: 'A human cause without a why ends at the person.',
      suggestion:
        'Ask why it made sense at the time, and why that, until an answer is something that a team can change.',
    },
  ];
}
