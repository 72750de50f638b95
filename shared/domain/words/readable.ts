/**
 * Characters of which nobody can read anything, as the inside of a character class with the flag `u`: white space, controls,
 * format characters, and what a font may leave out (zero-width joiners, variation selectors, Hangul fillers); what means
 * nothing to anybody else (private use, no characters at all); blanks that Unicode counts among letters, marks and symbols
 * (U+2800, U+13441, U+13442, U+16FE4, U+1D159); and what stands in the place of something that was lost (U+FFFC, U+FFFD).
 */
export const UNREADABLE =
  '\\p{White_Space}\\p{Cc}\\p{Cf}\\p{Co}\\p{Default_Ignorable_Code_Point}' +
  '\\u2800\\u{13441}\\u{13442}\\u{16fe4}\\u{1d159}\\ufdd0-\\ufdef\\ufffc-\\uffff';

/**
 * `UNREADABLE` without properties, for the tools that read patterns and know none. Characters of two UTF-16 code units are left
 * out: some of these tools would read their halves.
 */
export const UNREADABLE_SPELLED_OUT =
  '\\u0000-\\u0020\\u007f-\\u00a0\\u00ad\\u034f\\u0600-\\u0605\\u061c\\u06dd\\u070f\\u0890\\u0891\\u08e2\\u115f\\u1160' +
  '\\u1680\\u17b4\\u17b5\\u180b-\\u180f\\u2000-\\u200f\\u2028-\\u202f\\u205f-\\u206f\\u2800\\u3000\\u3164\\ufe00-\\ufe0f' +
  '\\ufeff\\uffa0\\ufff0-\\uffff\\ue000-\\uf8ff\\ufdd0-\\ufdef';

const ANYTHING = new RegExp(`[^${UNREADABLE}]`, 'u');

/** Matches a text in which so many characters can be read. Both classes exclude each other: no text makes it slow. */
export const readable = (least: number): RegExp =>
  least === 1 ? ANYTHING : new RegExp(`^(?:[${UNREADABLE}]*[^${UNREADABLE}]){${least}}`, 'u');

/** True when a text has a character that can be read. */
export const isReadable = (text: string): boolean => ANYTHING.test(text);
