import type { RecordComment } from './content/comment.ts';
import { type CommentEvent, isCommentEvent } from './events/comment-events.ts';
import type { RecordEvent } from './events/record-events.ts';

/** Comments that a log tells, the oldest first. @param before those of the log up to there */
export function commentsOf(log: readonly RecordEvent[], before: readonly RecordComment[] = []): RecordComment[] {
  const comments = new Map(before.map((one): [string, RecordComment] => [one.id, one]));
  for (const event of log.filter(isCommentEvent)) {
    const after = applyToComment(comments.get(event.data.commentId), event);
    comments.set(after.id, after);
  }
  return [...comments.values()];
}

/**
 * A comment after one more event about it.
 *
 * @throws Error when nothing was added before, which no correct store can hold
 */
function applyToComment(before: RecordComment | undefined, event: CommentEvent): RecordComment {
  if (event.type === 'Comment Added') return writtenIn(event);
  if (before === undefined) throw new Error(`${event.type} came before comment ${event.data.commentId} was added`);
  const { resolution, ...rest } = before;
  switch (event.type) {
    case 'Comment Changed':
      return { ...writtenIn(event), ...(resolution === undefined ? {} : { resolution }) };
    case 'Comment Resolved':
      return { ...rest, resolution: { by: event.data.by, at: event.data.at } };
    case 'Comment Reopened':
      return rest;
  }
}

/** The comment as these events write it. */
export function writtenIn({
  data: { postMortemId: _, commentId: id, ...written },
}: Extract<CommentEvent, { type: 'Comment Added' | 'Comment Changed' }>): RecordComment {
  return { id, ...written };
}
