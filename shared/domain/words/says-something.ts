/** Scripts that are written without blanks between words. */
const UNSPACED =
  /\p{Script=Han}|\p{Script=Hiragana}|\p{Script=Katakana}|\p{Script=Thai}|\p{Script=Lao}|\p{Script=Khmer}|\p{Script=Myanmar}/gu;
const WORD = /[\p{L}\p{M}\p{N}]+/gu;

/** What people write where a form wants something, and they have nothing to say. */
const NO_ANSWER =
  /^(?:n a|na|none|none at all|no|no one|nothing|nothing at all|nil|tbd|tba|todo|to be (?:done|defined|determined|decided)|to do later|not applicable|does not apply|not known|unknown|see above|same as above|as above|as before|see the ticket|lorem ipsum.*|keine?|keine? angaben?|nichts|entfällt|nicht zutreffend|siehe oben|wie oben|unbekannt)$/;

/** Words of a text without capitals and signs, in their order: `None at all.` → `none at all`. */
const plain = (text: string): string => (text.toLowerCase().match(WORD) ?? []).join(' ');

/**
 * True for a text that tells somebody something: more than one word, and than a few letters (four characters where words are not
 * parted), and not the way to say that there is nothing to say. It cannot tell whether it is true, or well said.
 */
export function saysSomething(text: string): boolean {
  if (NO_ANSWER.test(plain(text))) return false;
  if (new Set(text.match(UNSPACED)).size >= 4) return true;
  const words = new Set(text.toLowerCase().match(WORD));
  const letters = [...words].reduce((sum, word) => sum + word.length, 0);
  return words.size >= 2 && letters >= 8;
}

/** True for a name or a number, however short, that is not the way to say that there is none. */
export const namesSomething = (text: string): boolean => plain(text) !== '' && !NO_ANSWER.test(plain(text));

/** True for two texts of the same words, whatever their capitals, blanks and signs. */
export const saysTheSame = (one: string, other: string): boolean => plain(one) === plain(other);
