import { DISMISSED_HINTS_LIMIT, EXCERPT_LIMIT, type HintName, isSameHint } from '../record/content/dismissed-hint.ts';
import type { TimelineEntry } from '../record/content/timeline.ts';
import { mustBeOpen } from '../record/decide/record-rules.ts';
import type { HintEvent } from '../record/events/hint-events.ts';
import type { PostMortem } from '../record/post-mortem.ts';
import type { Author } from '../words/person.ts';
import { Refusal } from '../words/refusal.ts';
import { shortened } from '../words/shorten.ts';
import { hintsOf } from './hints-of.ts';

/**
 * Leaves hints unanswered, all with one word that says why. While the record is open alone: an approval covers what was
 * submitted, and so every dismissal.
 *
 * @param named hints as they were read; those that were dismissed with the same word before are passed over
 * @param timeline the entries that are named by them: see `entriesNamedIn`
 * @throws Refusal when one of them is not there: its words are others by now
 */
export function dismissHints(
  record: PostMortem,
  named: readonly HintName[],
  because: string,
  by: Author,
  at: string,
  timeline: readonly TimelineEntry[] = [],
): HintEvent[] {
  mustBeOpen(record);
  const there = hintsOf(record, timeline);
  const unknown = named.filter((one) => !there.some((hint) => isSameHint(hint, one)) && !isOfSameWords(record, one));
  if (unknown.length > 0) {
    throw new Refusal(
      'unknown part',
      `${unknown.length === 1 ? 'one hint is' : `${unknown.length} hints are`} not there, or no longer: read the hints again`,
      unknown.map(({ path, about, excerpt }) => ({ path, message: `no hint about ${about}: "${excerpt}"` })),
    );
  }
  const hints = eachOnce(named).filter(
    (one) => !record.dismissedHints.some((known) => isSameHint(known, one) && known.because === because),
  );
  if (hints.length === 0) return [];
  const added = hints.filter((one) => !record.dismissedHints.some((known) => isSameHint(known, one)));
  mustHaveRoom(record.dismissedHints.length + added.length);
  return [{ type: 'Hints Dismissed', data: { postMortemId: record.id, hints, because, by, at } }];
}

/** Takes dismissals back. Those that are none are passed over: what is wanted is so already. */
export function reopenHints(record: PostMortem, named: readonly HintName[], by: Author, at: string): HintEvent[] {
  mustBeOpen(record);
  const hints = eachOnce(named).filter((one) => record.dismissedHints.some((known) => isSameHint(known, one)));
  return hints.length === 0 ? [] : [{ type: 'Hints Reopened', data: { postMortemId: record.id, hints, by, at } }];
}

/** Ids of the timeline's entries that are named by hints. They are no part of the record, so whoever decides reads them first. */
export const entriesNamedIn = (named: readonly HintName[]): ReadonlySet<string> =>
  new Set(named.flatMap(({ path }) => /^timeline\.([^.]+)\.what$/.exec(path)?.[1] ?? []));

/**
 * Hints about the same words elsewhere come and go by other hands, and want a look at other records, which no decision takes. Nothing
 * hangs on them, so it is enough that they can be.
 */
const isOfSameWords = ({ recommendations }: PostMortem, { path, about, excerpt }: HintName): boolean =>
  about === 'same words' &&
  recommendations.some(
    ({ id, title }) => path === `recommendations.${id}.title` && excerpt === shortened(title, EXCERPT_LIMIT),
  );

function mustHaveRoom(count: number): void {
  if (count <= DISMISSED_HINTS_LIMIT) return;
  throw new Refusal(
    'limit',
    `a post-mortem holds ${DISMISSED_HINTS_LIMIT} dismissed hints, and these would make ${count}: answer some by other words, or take ` +
      'back those whose words are gone',
  );
}

const eachOnce = (named: readonly HintName[]): HintName[] =>
  named.filter((one, index) => named.findIndex((other) => isSameHint(other, one)) === index);
