import { api, type Schemas } from '../../data/api.ts';
import { queries } from '../../data/query.ts';
import { got } from '../../data/refusal.ts';

export type Comment = Schemas['Comment'];

export const commentsKey = (id: string) => ['comments', id];
const commentsChanged = (id: string) => queries.invalidateQueries({ queryKey: commentsKey(id) });

/** All comments of a record, the oldest first. */
export async function readComments(id: string, signal: AbortSignal): Promise<Comment[]> {
  const all: Comment[] = [];
  let cursor: string | undefined;
  do {
    const query = { limit: 100, ...(cursor === undefined ? {} : { cursor }) };
    const { data } = got(await api.GET('/post-mortems/{id}/comments', { params: { path: { id }, query }, signal }));
    all.push(...data.comments);
    cursor = data.next;
  } while (cursor !== undefined);
  return all;
}

type NewComment = { path: string; text: string; inReplyTo?: string };

export async function addComment(id: string, comment: NewComment, key: string): Promise<void> {
  const params = { path: { id }, header: { 'Idempotency-Key': key } };
  got(await api.POST('/post-mortems/{id}/comments', { params, body: { mentions: [], ...comment } }));
  await commentsChanged(id);
}

export async function changeComment(
  id: string,
  { id: comment, etag }: Comment,
  change: { text?: string; isResolved?: boolean },
): Promise<void> {
  const params = { path: { id, comment }, header: { 'If-Match': etag } };
  got(await api.PATCH('/post-mortems/{id}/comments/{comment}', { params, body: change }));
  await commentsChanged(id);
}
