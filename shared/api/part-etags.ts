import { LIST_OF, type PartKind } from '../domain/parts.ts';
import type { PostMortem } from '../domain/post-mortem.ts';
import { NotFound } from '../store/errors.ts';
import { contentEtag } from './etags.ts';

/**
 * The version of a part. One of the path that is not there is an address that does not exist: 404, where one that a body
 * names is 422.
 *
 * @throws NotFound
 */
export const etagOfPart =
  (kind: PartKind, id: string) =>
  (record: PostMortem): string => {
    const content = record[LIST_OF[kind]].find((one) => one.id === id);
    if (content === undefined) throw new NotFound(`${kind} ${id} in this record`);
    return contentEtag(content);
  };
