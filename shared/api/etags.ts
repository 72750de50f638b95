import { canonicalJson } from '../domain/audit-chain.ts';
import { partsIn } from '../domain/parts.ts';
import type { PostMortem } from '../domain/post-mortem.ts';
import { sha256 } from '../store/sha256.ts';

/** https://www.rfc-editor.org/rfc/rfc9110#section-8.8.3: the version of a record. */
export const recordEtag = ({ revision }: Pick<PostMortem, 'revision'>): string => `"${revision}"`;

const DIGITS = 20;

/**
 * The version of a section, a part, an entry of the timeline: of its content alone, so that two people who write in
 * different ones do not get into each other's way. Letters tell it from a record's.
 */
export const contentEtag = (content: unknown): string => `"c${sha256(canonicalJson(content)).slice(0, DIGITS)}"`;

/** The versions of everything in a record that can be written by itself. */
export function etagsIn(record: PostMortem): { sections: Record<string, string>; parts: Record<string, string> } {
  return {
    sections: Object.fromEntries(Object.entries(record.sections).map(([name, it]) => [name, contentEtag(it)])),
    parts: Object.fromEntries(partsIn(record).map(({ content }) => [content.id, contentEtag(content)])),
  };
}
