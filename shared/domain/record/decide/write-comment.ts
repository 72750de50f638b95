import { canonicalJson } from '../../words/canonical-json.ts';
import type { PartId } from '../../words/identifiers.ts';
import { type Author, isSameAuthor, isSameEmail } from '../../words/person.ts';
import { Refusal } from '../../words/refusal.ts';
import { COMMENT_LIMIT, type CommentChange, type CommentDraft, type RecordComment } from '../content/comment.ts';
import type { CommentEvent } from '../events/comment-events.ts';
import type { PostMortem } from '../post-mortem.ts';
import { mustBeAlive } from './record-rules.ts';

/**
 * Comments on a place in the record, in any state that it goes on from.
 *
 * @param answered comment that it names as answered, if that is there
 */
export function addComment(
  record: PostMortem,
  commentId: PartId,
  draft: CommentDraft,
  answered: RecordComment | undefined,
  by: Author,
  at: string,
): CommentEvent[] {
  mustBeAlive(record);
  mustHaveRoom(record);
  if (draft.inReplyTo !== undefined) mustAnswer(draft, answered);
  const mentions = eachOnce(draft.mentions);
  return [{ type: 'Comment Added', data: { postMortemId: record.id, commentId, ...draft, mentions, by, at } }];
}

/** Rewrites a comment, settles its thread, takes it up again, or nothing, where nothing is another. */
export function changeComment(
  record: PostMortem,
  comment: RecordComment,
  change: CommentChange,
  by: Author,
  at: string,
): CommentEvent[] {
  mustBeAlive(record);
  return [...rewritten(record, comment, change, by, at), ...settled(record, comment, change, by, at)];
}

/** What somebody said is theirs: nobody else puts words into their mouth. */
function rewritten(
  { id: postMortemId }: PostMortem,
  { id: commentId, resolution: _, ...before }: RecordComment,
  change: CommentChange,
  by: Author,
  at: string,
): CommentEvent[] {
  const { text = before.text, mentions: named = before.mentions } = change;
  const mentions = eachOnce(named);
  if (text === before.text && canonicalJson(mentions) === canonicalJson(before.mentions)) return [];
  if (!isSameAuthor(before.by, by)) {
    throw new Refusal('not the author', 'only who wrote a comment can rewrite it; answer it, or resolve its thread');
  }
  return [
    {
      type: 'Comment Changed',
      data: { postMortemId, commentId, ...before, text, mentions, by: before.by, changedAt: at },
    },
  ];
}

function settled(
  { id: postMortemId }: PostMortem,
  { id: commentId, inReplyTo, resolution }: RecordComment,
  { isResolved }: CommentChange,
  by: Author,
  at: string,
): CommentEvent[] {
  if (isResolved === undefined || (inReplyTo === undefined && isResolved === (resolution !== undefined))) return [];
  if (inReplyTo !== undefined) {
    throw new Refusal('wrong state', `this comment is a reply; resolve the one that it answers: ${inReplyTo}`);
  }
  const type = isResolved ? 'Comment Resolved' : 'Comment Reopened';
  return [{ type, data: { postMortemId, commentId, by, at } }];
}

function mustHaveRoom({ commentCount = 0 }: PostMortem): void {
  if (commentCount < COMMENT_LIMIT) return;
  throw new Refusal(
    'limit',
    `a post-mortem holds ${COMMENT_LIMIT} comments, with replies; write into the record instead`,
  );
}

function mustAnswer({ inReplyTo, path }: CommentDraft, answered: RecordComment | undefined): void {
  if (answered === undefined) throw new Refusal('unknown part', `inReplyTo: there is no comment ${inReplyTo} here`);
  if (answered.inReplyTo !== undefined) {
    throw new Refusal('unknown part', `inReplyTo: that is a reply itself; answer the first one, ${answered.inReplyTo}`);
  }
  if (answered.path === path) return;
  throw new Refusal('unknown part', 'path: the comment that this answers is on another one; a reply has the same');
}

const eachOnce = (addresses: readonly string[]): string[] =>
  addresses.filter((one, index) => addresses.findIndex((other) => isSameEmail(other, one)) === index);
