import * as z from 'zod';
import {
  COMMENT_LIMIT,
  CommentChange,
  CommentDraft,
  MENTION_LIMIT,
  RecordComment,
} from '../../domain/record/content/comment.ts';
import { RecordPath } from '../../domain/record/content/record-path.ts';
import { addComment, changeComment } from '../../domain/record/decide/write-comment.ts';
import { PartId, PostMortemId } from '../../domain/words/identifiers.ts';
import { isRestricted } from '../../domain/words/tlp.ts';
import { NotFound } from '../../store/errors.ts';
import { guarded, mustReach } from '../access.ts';
import { mustMatch } from '../http/conditions.ts';
import { contentEtag, isAsWritten, recordEtag } from '../http/etags.ts';
import { cursorFor, NEXT, PAGE_QUERY, positionIn } from '../http/paging.ts';
import { type Answer, NO_BODY, type Route, route } from '../route.ts';
import { makeOnce } from './once.ts';
import { type AnyCall, causeOf, logLook, mustBeReadable } from './record-calls.ts';

export const CommentView = RecordComment.extend({
  isResolved: z.boolean().optional().describe('Of the first comment of a thread: whether the thread is settled'),
  self: z.string(),
  etag: z.string().describe('For If-Match'),
});
type CommentView = z.infer<typeof CommentView>;

const QUERY = {
  path: RecordPath.optional().describe('Only comments on this place in the record, and on what is below it'),
  open: z
    .enum(['true', 'false'])
    .optional()
    .describe('`true`: only threads that are not settled, with their replies; `false`: only those that are'),
};
type Wanted = z.output<z.ZodObject<typeof QUERY>>;

const Position = z.object({ after: PartId });

const onComment = {
  path: '/post-mortems/{id}/comments/{comment}',
  tag: 'Writing together',
  params: { id: PostMortemId, comment: PartId },
  query: {},
} as const;

/** Comments on places in a record: no content, so that they void no approval, and make nobody an author. */
export const commentRoutes: Route[] = [
  route({
    operationId: 'listComments',
    method: 'GET',
    path: '/post-mortems/{id}/comments',
    tag: 'Writing together',
    summary: 'Comments on the record, the oldest first, page by page',
    action: 'read records',
    ifMatch: 'none',
    params: { id: PostMortemId },
    query: { ...QUERY, ...PAGE_QUERY },
    body: NO_BODY,
    answer: { status: 200, means: 'A page', schema: z.object({ comments: z.array(CommentView), next: NEXT }) },
    async handle(call) {
      const { id } = call.params;
      const { limit, cursor, ...wanted } = call.query;
      const question = { id, ...wanted };
      const position = positionIn(question, cursor, Position);
      await mustBeReadable(call, id, 'comments');
      const found = commentsWanted(await call.deps.store.comments(id), wanted);
      const rest = position === undefined ? found : found.filter((one) => one.id > position.after);
      const page = rest.slice(0, limit);
      const last = page.at(-1);
      const more =
        last === undefined || page.length === rest.length ? {} : { next: cursorFor(question, { after: last.id }) };
      return { body: { comments: page.map((one) => viewOf(id, one)), ...more } };
    },
  }),
  route({
    operationId: 'addComment',
    method: 'POST',
    path: '/post-mortems/{id}/comments',
    tag: 'Writing together',
    summary: `Comments on a place in the record, or answers a comment, also while it is judged and after: up to ${COMMENT_LIMIT} in a record, with up to ${MENTION_LIMIT} mentions each`,
    action: 'write records',
    ifMatch: 'optional',
    isIdempotentByKey: true,
    params: { id: PostMortemId },
    query: {},
    body: {
      schema: CommentDraft,
      example: { path: 'sections.impact', text: 'Is this all of it?', mentions: ['anna@example.com'] },
    },
    answer: { status: 201, means: 'The comment', schema: CommentView, hasEtag: true },
    async handle(call) {
      const { id } = call.params;
      const { deps, body: draft, by } = call;
      const commentId = PartId.parse(deps.newId());
      const { made, result } = await makeOnce(call, {
        location: `${call.path}/${commentId}`,
        ids: [commentId],
        make: (once) =>
          deps.store.changeWithComment(
            id,
            draft.inReplyTo,
            (record, answered) => {
              mustReach(call.caller, call.action, guarded(record));
              const { revision } = record;
              mustMatch(call, { current: recordEtag(record), holds: (etag) => isAsWritten(record, etag), revision });
              return addComment(record, commentId, draft, answered, by, deps.now());
            },
            causeOf(call),
            once,
          ),
      });
      const there = PartId.parse(made.ids[0]);
      // A repeat shows the comment as it is by now, and so is a look.
      if (result === undefined) await mustBeReadable(call, id, `comments/${there}`);
      return { ...(await answered(call, id, there)), location: made.location };
    },
  }),
  route({
    ...onComment,
    operationId: 'readComment',
    method: 'GET',
    summary: 'One comment, with its own ETag',
    action: 'read records',
    ifMatch: 'none',
    body: NO_BODY,
    answer: { status: 200, means: 'The comment', schema: CommentView, hasEtag: true },
    async handle(call) {
      const { id, comment } = call.params;
      await mustBeReadable(call, id, `comments/${comment}`);
      return answered(call, id, comment);
    },
  }),
  route({
    ...onComment,
    operationId: 'changeComment',
    method: 'PATCH',
    summary:
      'Rewrites a comment, which only its author may, or settles its thread or takes it up again, as all who write may',
    action: 'write records',
    ifMatch: 'required',
    body: { schema: CommentChange, example: { isResolved: true } },
    answer: { status: 200, means: 'The comment as it is now', schema: CommentView, hasEtag: true },
    async handle(call) {
      const { id, comment } = call.params;
      const { deps, body, by } = call;
      let isOnlyRead = false;
      const record = await deps.store.changeWithComment(
        id,
        comment,
        (current, before) => {
          mustReach(call.caller, call.action, guarded(current));
          const there = before ?? nowhere(comment);
          mustMatch(call, { current: etagOf(there), revision: current.revision });
          const events = changeComment(current, there, body, by, deps.now());
          isOnlyRead = events.length === 0;
          return events;
        },
        causeOf(call),
      );
      if (isOnlyRead && isRestricted(record.tlp)) await logLook(call, id, `comments/${comment}`);
      return answered(call, id, comment);
    },
  }),
];

/** A thread is settled or not as a whole. */
function commentsWanted(all: readonly RecordComment[], { path, open }: Wanted): RecordComment[] {
  const settled = new Set(all.filter(({ resolution }) => resolution !== undefined).map(({ id }) => id));
  return all.filter((one) => {
    const isThere = path === undefined || one.path === path || one.path.startsWith(`${path}.`);
    const isOpen = !settled.has(one.inReplyTo ?? one.id);
    return isThere && (open === undefined || isOpen === (open === 'true'));
  });
}

const etagOf = (comment: RecordComment): string => contentEtag(comment);

function viewOf(id: PostMortemId, comment: RecordComment): CommentView {
  const isResolved = comment.inReplyTo === undefined ? { isResolved: comment.resolution !== undefined } : {};
  return { ...comment, ...isResolved, self: `/post-mortems/${id}/comments/${comment.id}`, etag: etagOf(comment) };
}

async function answered({ deps }: AnyCall, id: PostMortemId, commentId: PartId): Promise<Answer> {
  const body = viewOf(id, (await deps.store.comment(id, commentId)) ?? nowhere(commentId));
  return { body, etag: body.etag };
}

function nowhere(id: PartId): never {
  throw new NotFound(`comment ${id} in this record`);
}
