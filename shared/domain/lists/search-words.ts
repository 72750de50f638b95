import type { PostMortem } from '../record/post-mortem.ts';

/** Longer ones are cut, in records and in questions alike. */
const LONGEST_WORD = 40;
/** What a record is found by at the most. What stands first in `textsOf` counts first. */
export const WORDS_OF_A_RECORD = 250;
/** A question with more words says no more. */
export const WORDS_OF_A_QUESTION = 8;

/**
 * Words of a text as they are searched for: without capitals and accents. A key is one word, and each of its halves another.
 *
 *     'Zürich: SEC-12 phished' → zurich, sec-12, sec, 12, phished
 */
export function searchWords(text: string): string[] {
  const plain = text.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase();
  const words = (plain.match(/[\p{L}\p{N}]+(?:[-._@][\p{L}\p{N}]+)*/gu) ?? []).flatMap((word) => {
    const parts = word.split(/[-._@]/);
    return parts.length === 1 ? [word] : [word, ...parts];
  });
  return [...new Set(words.map((word) => Array.from(word).slice(0, LONGEST_WORD).join('')).filter(isTelling))];
}

/** One letter tells nothing; one character of Chinese does. */
const isTelling = (word: string): boolean => word.length > 1 || /[^\p{ASCII}]/u.test(word);

/** What a record is found by: key, title, people by role, category, fixes, causes, temporary measures, summary. */
export function wordsOfRecord(record: PostMortem): string[] {
  const words = new Set<string>();
  for (const text of textsOf(record)) {
    for (const word of searchWords(text)) {
      if (words.size === WORDS_OF_A_RECORD) return [...words];
      words.add(word);
    }
  }
  return [...words];
}

function textsOf({
  incident,
  category,
  sections,
  recommendations,
  rootCauses,
  contributingFactors,
  temporaryMeasures,
  corrections,
}: PostMortem): string[] {
  return [
    incident.key,
    incident.title,
    // Whoever knows the record by either title finds it.
    ...corrections.flatMap(({ of, shouldBe }) => (of === 'incident.title' ? (shouldBe ?? []) : [])),
    ...(sections.framework?.team ?? []).flatMap(({ role, name }) => [role, name]),
    category ?? '',
    ...recommendations.map(({ title }) => title),
    ...[...rootCauses, ...contributingFactors].map(({ statement }) => statement),
    ...temporaryMeasures.map(({ what }) => what),
    sections.summary?.text ?? '',
  ];
}
