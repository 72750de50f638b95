/** Address of a link in Markdown, which is no word of its text. */
const LINK = /\[([^\]]*)\]\([^)]*\)/g;

/**
 * Words of a title as they are read aloud: without markup, capitals, punctuation and doubled blanks. Two titles that have the same
 * ask for the same.
 *
 * @returns undefined where no word is left
 */
export function plainWords(title: string): string | undefined {
  const words = title
    .replace(LINK, '$1')
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
    .trim();
  return words === '' ? undefined : words;
}
