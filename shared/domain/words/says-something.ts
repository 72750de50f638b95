/** Scripts of which one character says about as much as some letters: most of them part no words. */
const DENSE =
  /\p{Script=Han}|\p{Script=Hiragana}|\p{Script=Katakana}|\p{Script=Hangul}|\p{Script=Thai}|\p{Script=Lao}|\p{Script=Khmer}|\p{Script=Myanmar}/gu;
const WORD = /[\p{L}\p{M}\p{N}]+/gu;
/** `xxxx`, `2026`: no word of a sentence. */
const NO_WORD = /^(?:(.)\1+|\p{N}+)$/u;

/** What people write where a form wants something, and they have nothing to say. */
const NO_ANSWER = new RegExp(
  `^(?:${[
    'n a|na|none|none at all|none yet|no|no one|no answer|nothing|nothing at all|nothing to (?:say|add|report)|nil|n a for now|lorem ipsum.*',
    'tbd|tba|todo|tbd later|to be (?:done|defined|determined|decided|added|confirmed)|to do later|later|not (?:applicable|known|yet known)|unknown|does not apply',
    '(?:see|same as|as) (?:above|below|before)|see (?:the )?ticket|asdf.*|qwerty.*|test test|bla(?: bla)+',
    'keine?|keine? angaben?|keine ahnung|nichts|gar nichts|nichts besonderes|entfällt|(?:trifft )?nicht zu(?:treffend)?|noch offen|folgt(?: noch)?|unbekannt',
    '(?:siehe|wie) (?:oben|unten|ticket)|siehe das ticket',
    'aucune?|rien|rien à (?:signaler|dire)|sans objet|non applicable|à compléter|voir (?:ci dessus|plus haut|le ticket)|inconnue?',
    'ninguna?|nada|no aplica|sin datos|por definir|ver arriba|nessuna?|niente|non pertinente|da definire|geen|niet van toepassing|zie boven',
    '特になし|特にありません|該当なし|なし|ありません|未定(?:です)?|不明(?:です)?|同上|没有|没有什么|无|暂无|暂无内容|不适用|待补充|稍后补充|待定|未知|同上|없음|해당 ?없음|미정|추후 ?작성',
  ].join('|')})$`,
  'u',
);

/** Words of a text without capitals and signs, in their order and one form of letters: `None at all.` → `none at all`. */
const wordsOf = (text: string): string[] => text.normalize('NFKC').toLowerCase().match(WORD) ?? [];
const plain = (text: string): string => wordsOf(text).join(' ');

/**
 * True for a text that tells somebody something: more than one word, and than a few letters (three characters where one says more), and not
 * the way to say that there is nothing to say. It cannot tell whether it is true, or well said.
 */
export function saysSomething(text: string): boolean {
  if (isNoAnswer(text)) return false;
  const words = [...new Set(wordsOf(text))].filter((word) => !NO_WORD.test(word));
  if (isDense(words)) return true;
  const letters = words.reduce((sum, word) => sum + word.length, 0);
  return words.length >= 2 && letters >= 5;
}

/** True for a text of few characters that says something all the same, since one says about as much as a word. */
export const saysMuchInFew = (text: string): boolean => !isNoAnswer(text) && isDense(wordsOf(text));

/** Characters that say something where one says about as much as a word. */
export const DENSE_LEAST = 3;

const isDense = (words: readonly string[]): boolean => new Set(words.join('').match(DENSE)).size >= DENSE_LEAST;

/** True for a name or a number, however short, that is not the way to say that there is none. */
export const namesSomething = (text: string): boolean => plain(text) !== '' && !isNoAnswer(text);

/** The same for the name of a system: a letter alone is none. */
export const namesSystem = (name: string): boolean =>
  namesSomething(name) && (name.match(DENSE) !== null || plain(name).length >= 2);

const isNoAnswer = (text: string): boolean => NO_ANSWER.test(plain(text));

/** True for two texts of the same words, whatever their capitals, blanks and signs; C++ is not C#, and two signs are the same sign. */
export const saysTheSame = (one: string, other: string): boolean => {
  const [a, b] = [one, other].map((text) => text.normalize('NFKC').toLowerCase().match(WORD_OR_SIGN)?.join(' '));
  return a === undefined || b === undefined ? one.trim() === other.trim() : a === b;
};

const WORD_OR_SIGN = /[\p{L}\p{M}\p{N}+#]+/gu;
