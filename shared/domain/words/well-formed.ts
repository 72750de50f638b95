/*
 * A surrogate without its other half is no character and has no UTF-8: DynamoDB refuses the whole write, and a hash would be
 * of another text than the one that is stored. JSON in UTF-8 can carry one all the same, as an escape: `"\ud83d"`. People
 * who use the API are told (`illFormedIn`). What other systems say is repaired (`parseJson`): nobody there could act on a no.
 */

export const ILL_FORMED = 'expected whole characters: a surrogate stands without its other half';

/** Where in a value there is a text that is not well-formed; undefined when all are. */
export function illFormedIn(value: unknown, path: readonly PathStep[] = []): readonly PathStep[] | undefined {
  if (typeof value === 'string') return value.isWellFormed() ? undefined : path;
  if (typeof value !== 'object' || value === null) return undefined;
  for (const [name, field] of Object.entries(value)) {
    const step = Array.isArray(value) ? Number(name) : name;
    const found = name.isWellFormed() ? illFormedIn(field, [...path, step]) : path;
    if (found !== undefined) return found;
  }
  return undefined;
}
type PathStep = string | number;

/** Every escape of JSON, from left to right, so that the backslash of `\\ud83d` is no beginning. Captured: a half that stands alone. */
const ESCAPE = /\\(?:ud[89ab][\da-f]{2}\\ud[c-f][\da-f]{2}|(ud[89a-f][\da-f]{2})|.)/gis;

/**
 * JSON from another system. Half of a character becomes U+FFFD, in names as in values.
 *
 * @throws SyntaxError when it is not JSON
 */
export function parseJson(text: string): unknown {
  const repaired = text
    .toWellFormed()
    .replace(ESCAPE, (whole, half: string | undefined) => (half === undefined ? whole : '\\ufffd'));
  return JSON.parse(repaired);
}

/** What a text says when it is JSON; undefined when it is not. */
export function jsonIn(text: string): unknown {
  try {
    return parseJson(text);
  } catch {
    return undefined;
  }
}
