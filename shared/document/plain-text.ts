/** Controls of all kinds, and the characters that turn the direction of what follows (https://trojansource.codes). */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for.
const UNPRINTABLE = /[\u0000-\u001f\u007f-\u009f\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069]+/g;

/** Text of anybody's as one line that shows what it is. */
export function printableLine(text: string): string {
  return text.toWellFormed().replace(UNPRINTABLE, ' ').trim();
}
