import { PartId, PostMortemId } from './identifiers.ts';

export const EVIDENCE_PREFIX = 'evidence/';

/** Where a piece of evidence lies in its bucket. The file's own name is no part of it: names are personal data, too. */
export const evidenceKey = (postMortemId: PostMortemId, id: PartId): string =>
  `${EVIDENCE_PREFIX}${postMortemId}/${id}`;

/** What a key names; undefined when it is none of ours. */
export function namedBy(key: string): { postMortemId: PostMortemId; evidenceId: PartId } | undefined {
  const [prefix, record, part, ...rest] = key.split('/');
  const postMortemId = PostMortemId.safeParse(record).data;
  const evidenceId = PartId.safeParse(part).data;
  const isOurs = `${prefix}/` === EVIDENCE_PREFIX && rest.length === 0;
  if (!isOurs || postMortemId === undefined || evidenceId === undefined) return undefined;
  return { postMortemId, evidenceId };
}
