import { PartId, PostMortemId } from '../../words/identifiers.ts';
import { Refusal } from '../../words/refusal.ts';

export const EVIDENCE_PREFIX = 'evidence/';

/** Object key of a piece of evidence. The file's own name is no part of it: names are personal data, too. */
export const evidenceKey = (postMortemId: PostMortemId, id: PartId): string =>
  `${EVIDENCE_PREFIX}${postMortemId}/${id}`;

/**
 * Object key of a piece of evidence in this installation. The key that it has may come from a file: whoever follows it would sign for an
 * object of another record.
 *
 * @throws Refusal when it names another place
 */
export function ownKey(postMortemId: PostMortemId, { id, key }: { id: PartId; key: string }): string {
  const own = evidenceKey(postMortemId, id);
  if (key === own) return own;
  throw new Refusal('wrong state', `the evidence ${id} does not lie in this installation; ask where it came from`);
}

/** Record and evidence that an object key names; undefined when it is none of ours. */
export function namedBy(key: string): { postMortemId: PostMortemId; evidenceId: PartId } | undefined {
  const [prefix, record, part, ...rest] = key.split('/');
  const postMortemId = PostMortemId.safeParse(record).data;
  const evidenceId = PartId.safeParse(part).data;
  const isOurs = `${prefix}/` === EVIDENCE_PREFIX && rest.length === 0;
  if (!isOurs || postMortemId === undefined || evidenceId === undefined) return undefined;
  return { postMortemId, evidenceId };
}
