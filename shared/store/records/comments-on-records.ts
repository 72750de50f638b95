import type { RecordComment } from '../../domain/record/content/comment.ts';
import type { PartId, PostMortemId } from '../../domain/words/identifiers.ts';
import { keys, PREFIX } from '../keys.ts';
import { itemsUnder, type Table } from '../table.ts';
import { commentsIn } from './comment-items.ts';

/** Comments on a record. They are items of their own, so that no other read of the record pays for them. */
export function commentsOnRecords(table: Table) {
  return {
    /** All of them, the oldest first: at most `COMMENT_LIMIT`. */
    comments: async (id: PostMortemId): Promise<RecordComment[]> =>
      commentsIn(await itemsUnder(table, keys.record(id).pk, PREFIX.comment)),

    comment: (id: PostMortemId, commentId: PartId): Promise<RecordComment | undefined> => comment(table, id, commentId),
  };
}

/** One comment, with how its thread was settled. */
export async function comment(table: Table, id: PostMortemId, commentId: PartId): Promise<RecordComment | undefined> {
  const { pk, sk } = keys.comment(id, commentId);
  return commentsIn(await itemsUnder(table, pk, sk))[0];
}
