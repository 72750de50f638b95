/** Subject of a hint. */
export type HintSubject =
  | 'blame'
  | 'hindsight'
  | 'counterfactual'
  | 'cause without whys'
  | 'vague criterion'
  | 'no measure'
  | 'vague recommendation'
  | 'answers no cause'
  | 'only detects'
  | 'weak verification'
  | 'same words'
  | 'times';

/**
 * Something that a reader may stumble over. Whoever writes knows better what they mean: they write it in other words, or dismiss the hint
 * with one.
 */
export type Hint = {
  /** Path in the record, such as `rootCauses.<id>.statement`. */
  path: string;
  /** The words as they stand there; the beginning of a long text, with an ellipsis. */
  excerpt: string;
  about: HintSubject;
  message: string;
  suggestion: string;
};

/** A hint that does not know yet where its text stands. `at` counts UTF-16 units from the start of the text. */
export type HintFinding = Omit<Hint, 'path'> & { at: number };

/** A way of putting things, and what to say about it. */
export type Wording = { pattern: RegExp; about: HintSubject; message: string; suggestion: string };

/**
 * Occurrences of the wordings in a text, in order; the first wording that takes a word keeps it.
 *
 * @param wordings their patterns need the flag `g`
 */
export function findWordings(text: string, wordings: readonly Wording[]): HintFinding[] {
  const found = wordings
    .flatMap(({ pattern, ...rest }) =>
      [...text.matchAll(pattern)].map(({ 0: excerpt, index: at }) => ({ ...rest, excerpt: excerpt.trim(), at })),
    )
    .filter(({ at }) => !isDenied(text, at));
  const kept: HintFinding[] = [];
  for (const one of found.toSorted((a, b) => a.at - b.at)) {
    const last = kept.at(-1);
    if (last === undefined || one.at >= last.at + last.excerpt.length) kept.push(one);
  }
  return kept;
}

/** "This was not user error", "rather than human error": said in order to deny it. */
const DENIED =
  /\b(?:not|never|no|nor|isn't|wasn't|instead of|rather than|more than|beyond|avoids?|stops? at|call(?:s|ed|ing)? (?:it|this|that))\s+(?:(?:a|an|the|just|simply|only|merely|about|because of|due to|of|with|by)\s+)*["'“‘]?$/i;

function isDenied(text: string, at: number): boolean {
  return DENIED.test(text.slice(Math.max(0, at - 60), at));
}
