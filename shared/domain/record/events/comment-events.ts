import * as z from 'zod';
import type { Catalogue, EventsOf } from '../../words/event-definition.ts';
import { Instant, PartId, PostMortemId } from '../../words/identifiers.ts';
import { Author } from '../../words/person.ts';
import { WrittenComment } from '../content/comment.ts';

const comment = { postMortemId: PostMortemId, commentId: PartId };
const resolving = z.object({ ...comment, by: Author, at: Instant });

/** What people say about a record beside its content. No approval hangs on it, and nobody is an author by it. */
export const COMMENT_EVENTS = {
  'Comment Added': {
    means:
      'Somebody commented on a place in the record, or answered a comment; `mentions` are those whose word is wanted.',
    data: z.object({ ...comment, ...WrittenComment.shape }),
    withheld: ['text'],
  },
  'Comment Changed': {
    means: 'The author of a comment rewrote it; the log keeps what it said.',
    data: z.object({ ...comment, ...WrittenComment.shape }),
    withheld: ['text'],
  },
  'Comment Resolved': { means: 'A thread of comments was settled.', data: resolving },
  'Comment Reopened': { means: 'A thread of comments was taken up again.', data: resolving },
} as const satisfies Catalogue;

export type CommentEvent = EventsOf<typeof COMMENT_EVENTS>;

export const isCommentEvent = (event: { type: string; data: unknown }): event is CommentEvent =>
  Object.hasOwn(COMMENT_EVENTS, event.type);
