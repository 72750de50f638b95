import type { NotJudged } from './not-judged.ts';

/**
 * Word of a source that counts: what it saw, at a time of its own. Milliseconds since 1970. `isAnswer`: it was asked, and looked
 * for that.
 */
export type Word = { readonly at: number; readonly outcome: WordOutcome; readonly isAnswer?: boolean };
export type WordOutcome = 'pass' | 'fail' | 'gone';

/**
 * Unbroken run of words with one outcome, from the first to the last.
 *
 *     words      P P P F F P
 *     stretches  [ P ] [F] P
 *
 * Verdicts ask where an outcome changed and when it was heard last, so the words between say nothing more. Of fails the newest
 * times are kept, and which of them were answers: a claim may fall between two of them.
 */
export type Stretch = {
  readonly outcome: WordOutcome;
  readonly from: number;
  readonly to: number;
  /** Times of the newest fails, in order; empty for other outcomes. */
  readonly fails: readonly number[];
  /** Times of the newest fails by which the source answered a question, in order; empty for other outcomes. */
  readonly answers: readonly number[];
};

/** State of one source about one resource, the oldest stretch first. */
export type SourceHistory = {
  readonly source: string;
  readonly resource: string;
  readonly stretches: readonly Stretch[];
  /** Words by which it did not judge since the last of these. No verdict looks at them. */
  readonly notJudged?: NotJudged;
};

/** Fails of a stretch that are kept, answers among them, and stretches of a history. A claim does not outlive that many changes. */
const MOST_FAILS = 30;
const MOST_STRETCHES = 60;

/** At the same instant a fail comes last: it is what counts. */
const RANK: Record<WordOutcome, number> = { gone: 0, pass: 1, fail: 2 };

const inOrder = (a: Word, b: Word): number => a.at - b.at || RANK[a.outcome] - RANK[b.outcome];

/** Stretches of words in any order. The same word twice is one. */
export function stretchesOf(words: readonly Word[]): Stretch[] {
  return words.toSorted(inOrder).reduce<Stretch[]>((stretches, word) => append(stretches, word), []);
}

/**
 * Stretches with one more word.
 *
 * @returns undefined when the word falls between others: the words around it have to be read again
 */
export function withWord(stretches: readonly Stretch[], word: Word): Stretch[] | undefined {
  const last = stretches.at(-1);
  if (last === undefined) return append([], word);
  const end: Word = { at: last.to, outcome: last.outcome };
  if (inOrder(end, word) <= 0) return append(stretches, word);
  const isWithin = stretches.some(({ outcome, from, to, fails, answers }) => {
    if (outcome !== word.outcome) return false;
    const known = word.isAnswer === true ? answers : fails;
    return outcome === 'fail' ? known.includes(word.at) : from <= word.at && word.at <= to;
  });
  return isWithin ? [...stretches] : undefined;
}

function append(stretches: readonly Stretch[], { at, outcome, isAnswer = false }: Word): Stretch[] {
  const last = stretches.at(-1);
  const fails = outcome === 'fail' ? [at] : [];
  const answers = isAnswer ? fails : [];
  if (last === undefined || last.outcome !== outcome) {
    return [...stretches, { outcome, from: at, to: at, fails, answers }].slice(-MOST_STRETCHES);
  }
  const longer = { to: at, fails: newestTimes(last.fails, fails), answers: newestTimes(last.answers, answers) };
  return [...stretches.slice(0, -1), { ...last, ...longer }];
}

const newestTimes = (times: readonly number[], more: readonly number[]): number[] =>
  [...times.filter((time) => !more.includes(time)), ...more].slice(-MOST_FAILS);

/** The newest of some words; undefined when there are none. */
export const newestOf = (words: readonly Word[]): Word | undefined => words.toSorted(inOrder).at(-1);

/** Time of the newest pass; -Infinity when there is none. */
export function lastPassOf({ stretches }: SourceHistory): number {
  return stretches.findLast(({ outcome }) => outcome === 'pass')?.to ?? Number.NEGATIVE_INFINITY;
}

/** Last word of a source about a resource. */
export const lastOutcomeOf = ({ stretches }: SourceHistory): WordOutcome | undefined => stretches.at(-1)?.outcome;

/** Last word at a time or before it; undefined when there was none. */
export const outcomeAt = ({ stretches }: SourceHistory, at: number): WordOutcome | undefined =>
  stretches.findLast(({ from }) => from <= at)?.outcome;
