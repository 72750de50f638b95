/*
 * A surrogate without its other half is no character and has no UTF-8: DynamoDB refuses the whole write, and a hash would be
 * of another text than the one that is stored. JSON in UTF-8 can carry one all the same, as an escape: `"\ud83d"`. People
 * who use the API are told (`illFormedIn`). What other systems say is repaired (`parseJson`): nobody there could act on a no.
 */

export const ILL_FORMED = 'expected whole characters: a surrogate stands without its other half';

/** Path to the first text in a value that is not well-formed; undefined when all are. */
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

/** Few texts have one; the others need no second look. */
const SURROGATE_ESCAPE = /\\ud[89a-f]/i;

/** Every escape of JSON, from left to right: the second backslash of `\\ud83d` begins none. Captured: a half that stands alone. */
const ESCAPE = /\\(?:ud[89ab][\da-f]{2}\\ud[c-f][\da-f]{2}|(ud[89a-f][\da-f]{2})|.)/gis;

/**
 * JSON from another system. Half of a character becomes U+FFFD, in names as in values.
 *
 * @throws SyntaxError when it is not JSON
 */
export function parseJson(text: string): unknown {
  const whole = text.toWellFormed();
  if (!SURROGATE_ESCAPE.test(whole)) return JSON.parse(whole);
  const repaired = whole.replace(ESCAPE, (found, half: string | undefined) => (half === undefined ? found : '\\ufffd'));
  return JSON.parse(repaired);
}

/** Parses a text that may be JSON; undefined when it is not. */
export function jsonIn(text: string): unknown {
  try {
    return parseJson(text);
  } catch {
    return undefined;
  }
}
