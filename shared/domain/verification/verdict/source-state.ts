import { NONE_UNJUDGED, type NotJudged, type NotJudgedWord, unjudgedAfter, withUnjudged } from './not-judged.ts';
import { type Stretch, stretchesOf, type Word, withWord } from './stretches.ts';

/** Word of a source about a resource, whether it judged or not. */
export type Said = Word | NotJudgedWord;

/** All that is kept of one source about one resource: where its words changed, and how often it did not judge since the last. */
export type SourceState = { readonly stretches: readonly Stretch[]; readonly notJudged: NotJudged };

export const NOTHING_SAID: SourceState = { stretches: [], notJudged: NONE_UNJUDGED };

export const isWord = (said: Said): said is Word => said.outcome !== 'not judged';
const isUnjudged = (said: Said): said is NotJudgedWord => said.outcome === 'not judged';

/** State after words in any order. */
export function stateOf(said: readonly Said[]): SourceState {
  const stretches = stretchesOf(said.filter(isWord));
  const notJudged = said.filter(isUnjudged).reduce(withUnjudged, NONE_UNJUDGED);
  return { stretches, notJudged: unjudgedAfter(notJudged, lastJudgedAt(stretches)) };
}

/**
 * State with one more word.
 *
 * @returns undefined when the word falls between others: the words around it have to be read again
 */
export function stateWith({ stretches, notJudged }: SourceState, said: Said): SourceState | undefined {
  if (isUnjudged(said)) {
    return said.at > lastJudgedAt(stretches)
      ? { stretches, notJudged: withUnjudged(notJudged, said) }
      : { stretches, notJudged };
  }
  const longer = withWord(stretches, said);
  return longer && { stretches: longer, notJudged: unjudgedAfter(notJudged, lastJudgedAt(longer)) };
}

export const lastJudgedAt = (stretches: readonly Stretch[]): number => stretches.at(-1)?.to ?? Number.NEGATIVE_INFINITY;
