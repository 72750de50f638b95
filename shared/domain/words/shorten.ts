/*
 * Shortens text. Text is cut here and nowhere else: `npm run check:text` looks. Between two characters as people see them and
 * never inside one: half of an emoji is half of a surrogate pair, which neither DynamoDB nor Jira takes.
 */

const ELLIPSIS = '…';
const ELLIPSIS_BYTES = 3;

/** UTF-16 code units: more than any emoji has, with its joiners. What is longer is marks upon marks; it is cut between them. */
const CHARACTER_LIMIT = 64;

/**
 * A text that fits, as it is; of a longer one the beginning, with an ellipsis. Well-formed, whatever came in.
 *
 * @param limit in UTF-16 code units, as our schemas and Jira count
 */
export function shortened(text: string, limit: number): string {
  const whole = text.toWellFormed();
  if (whole.length <= limit) return whole;
  return limit < ELLIPSIS.length ? '' : `${beginning(whole, limit - ELLIPSIS.length)}${ELLIPSIS}`;
}

/**
 * Shortens text to a limit in bytes of UTF-8, as DynamoDB counts.
 *
 * @param limitBytes at least 3, which the ellipsis takes
 */
export function shortenedToBytes(text: string, limitBytes: number): string {
  const whole = text.toWellFormed();
  if (unitsIn(whole, limitBytes) === whole.length) return whole;
  return `${beginning(whole, unitsIn(whole, limitBytes - ELLIPSIS_BYTES))}${ELLIPSIS}`;
}

/** Number of code units of a text that go into so many bytes, to the last whole code point. */
const unitsIn = (text: string, bytes: number): number => new TextEncoder().encodeInto(text, new Uint8Array(bytes)).read;

/** The whole characters of a text that end before this code unit, or at it. */
function beginning(text: string, end: number): string {
  const characters = new Intl.Segmenter('und', { granularity: 'grapheme' }).segment(text);
  const start = characters.containing(end)?.index ?? end;
  if (end - start <= CHARACTER_LIMIT) return text.slice(0, start);
  return text.slice(0, isSecondHalf(text, end) ? end - 1 : end);
}

const isSecondHalf = (text: string, at: number): boolean => /[\udc00-\udfff]/.test(text.charAt(at));
