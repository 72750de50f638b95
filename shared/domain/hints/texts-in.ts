/** A text that somebody wrote, and where it stands. */
export type WrittenText = { path: string; text: string };

/** Fields that are names, references or output of programs: nobody's wording. */
const NOT_PROSE = new Set([
  'name',
  'email',
  'document',
  'recipient',
  'ownerTeam',
  'who',
  'by',
  'reference',
  'url',
  'key',
]);

/** Every text of more than one word in a part of a record, with its path. */
export function textsIn(value: unknown, path: string): WrittenText[] {
  if (typeof value === 'string') return /\s/.test(value) ? [{ path, text: value }] : [];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value)
    .filter(([key]) => !NOT_PROSE.has(key))
    .flatMap(([key, one]) => textsIn(one, `${path}.${key}`));
}
