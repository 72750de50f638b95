import { type Part, type PartKind, partsIn } from '../../domain/record/content/parts.ts';
import type { PostMortem } from '../../domain/record/post-mortem.ts';
import type { Recommendation } from '../../domain/remediation/recommendation.ts';
import { NotFound } from '../../store/errors.ts';
import { contentEtag } from '../http/etags.ts';

/**
 * The version of a part. One of the path that is not there is an address that does not exist: 404, where one that a body
 * names is 422.
 *
 * @throws NotFound
 */
export const etagOfPart =
  (kind: PartKind, id: string) =>
  (record: PostMortem): string => {
    const part = partsIn(record).find((one) => one.kind === kind && one.content.id === id);
    if (part === undefined) throw new NotFound(`${kind} ${id} in this record`);
    return partEtag(part);
  };

/** The versions of everything in a record that can be written by itself. */
export function etagsIn(record: PostMortem): { sections: Record<string, string>; parts: Record<string, string> } {
  return {
    sections: Object.fromEntries(Object.entries(record.sections).map(([name, it]) => [name, contentEtag(it)])),
    parts: Object.fromEntries(partsIn(record).map((part) => [part.content.id, partEtag(part)])),
  };
}

const partEtag = (part: Part): string => contentEtag(withoutOwnNotes(part));

/**
 * The part without what Holdfast notes in it by itself. Whoever writes has not read another part because its deadline was
 * announced, its upload arrived, or its accepted time ended.
 */
function withoutOwnNotes({ kind, content }: Part): unknown {
  switch (kind) {
    case 'root cause':
    case 'contributing factor':
    case 'observation':
    case 'correction':
      return content;
    case 'recommendation':
      return beforeApproval(content);
    case 'lesson':
    case 'temporary measure':
    case 'notification': {
      const { announcedDueAt: _, ...written } = content;
      return written;
    }
    case 'evidence': {
      const { status: _, versionId: _v, receivedAt: _r, refusedBecause: _b, ...written } = content;
      return written;
    }
  }
}

/**
 * Approved by the end of an accepted time, it is the same recommendation, whatever date it has then; and an approved one nobody
 * rewrites.
 */
function beforeApproval(recommendation: Recommendation): unknown {
  if (recommendation.status !== 'approved' && recommendation.status !== 'risk accepted') return recommendation;
  const { dueAt: _, ...rest } = recommendation;
  return { ...rest, status: rest.acceptance === undefined ? 'proposed' : 'risk accepted' };
}
