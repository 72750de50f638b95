import * as z from 'zod';
import { writtenIn } from '../../domain/record/comments-of.ts';
import { RecordComment, ThreadResolution } from '../../domain/record/content/comment.ts';
import type { RecordEvent } from '../../domain/record/events/record-events.ts';
import type { PostMortemId } from '../../domain/words/identifiers.ts';
import { keys, RESOLVED } from '../keys.ts';
import type { Item, Key } from '../table.ts';
import { isRemoved } from './append.ts';

const CommentItem = z.object({ sk: z.string(), comment: RecordComment.omit({ resolution: true }) });
const ResolutionItem = z.object({ sk: z.string(), resolution: ThreadResolution });

/** Items that events write of the comments on a record, and take out. */
export function commentChanges(id: PostMortemId, events: readonly RecordEvent[]): { items: Item[]; removals: Key[] } {
  const items: Item[] = [];
  const removals: Key[] = [];
  for (const event of events) {
    if (event.type === 'Comment Added' || event.type === 'Comment Changed') {
      items.push({ ...keys.comment(id, event.data.commentId), comment: writtenIn(event) });
    }
    if (event.type === 'Comment Resolved') {
      const { commentId, by, at } = event.data;
      items.push({ ...keys.resolution(id, commentId), resolution: { by, at } });
    }
    if (event.type === 'Comment Reopened') removals.push(keys.resolution(id, event.data.commentId));
  }
  return { items, removals };
}

/**
 * The comments that are in the items of a record, in their order, with how each thread was settled.
 *
 * @throws ZodError
 */
export function commentsIn(items: readonly Record<string, unknown>[]): RecordComment[] {
  const there = items.filter((item) => !isRemoved(item));
  const settled = new Map(
    there
      .filter((item) => 'resolution' in item)
      .map((item) => ResolutionItem.parse(item))
      .map(({ sk, resolution }) => [sk, resolution]),
  );
  return there
    .filter((item) => !('resolution' in item))
    .map((item) => {
      const { sk, comment } = CommentItem.parse(item);
      const resolution = settled.get(`${sk}${RESOLVED}`);
      return resolution === undefined ? comment : { ...comment, resolution };
    });
}
