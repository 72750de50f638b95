import { EXCERPT_LIMIT } from '../record/content/dismissed-hint.ts';
import { plainWords } from '../remediation/plain-words.ts';
import type { Recommendation } from '../remediation/recommendation.ts';
import type { PostMortemId, RecommendationId } from '../words/identifiers.ts';
import { shortened } from '../words/shorten.ts';
import type { Hint } from './hint.ts';

/** Fix, or a recommendation that may become one, with the words of another. */
export type SameWords = {
  readonly postMortemId: PostMortemId;
  readonly recommendationId: RecommendationId;
  /** Key of its ticket, where it has one. */
  readonly ticket?: string;
};

/** Recommendations that are not judged yet: about others it is too late to say anything. */
export const isToBeJudged = ({ status }: Pick<Recommendation, 'status'>): boolean =>
  status === 'draft' || status === 'proposed' || status === 'risk accepted';

/**
 * Recommendations of one record that say the same as an earlier one in it. Declined ones become no ticket.
 *
 * @returns for each its first double, by its id
 */
export function sameWordsWithin(
  postMortemId: PostMortemId,
  recommendations: readonly Recommendation[],
): Map<RecommendationId, SameWords> {
  const first = new Map<string, RecommendationId>();
  const found = new Map<RecommendationId, SameWords>();
  for (const { id, title, status } of recommendations) {
    const words = status === 'declined' ? undefined : plainWords(title);
    if (words === undefined) continue;
    const other = first.get(words);
    if (other === undefined) first.set(words, id);
    else found.set(id, { postMortemId, recommendationId: other });
  }
  return found;
}

/** Points out that a recommendation would become a second ticket of the same words. */
export function sameWordsHint({ id, title }: Recommendation, of: PostMortemId, other: SameWords): Hint {
  const isHere = other.postMortemId === of;
  const what =
    other.ticket === undefined
      ? `The recommendation ${other.recommendationId} of ${isHere ? 'this record' : `the record ${other.postMortemId}`}`
      : `${other.ticket}, a fix of ${isHere ? 'this' : 'another'} record,`;
  return {
    path: `recommendations.${id}.title`,
    excerpt: shortened(title, EXCERPT_LIMIT),
    about: 'same words',
    message: `${what} has the same words.`,
    suggestion: 'Each becomes a ticket of its own. Take one out, or say in the title what differs.',
  };
}
