import type { Client } from 'jira.js/core';
import * as z from 'zod';
import { JiraUnsure } from './jira-errors.ts';
import { listIn } from './odd-elements.ts';

/** Marks a comment as ours and says which event it tells of, so that it is written once. */
export const COMMENT_PROPERTY = 'holdfast.event';

const PAGE = 100;
/** Most comments that one call of `comment/list` takes. */
const LIST_LIMIT = 1_000;
const LIST = '/rest/api/3/comment/list';

const Listed = z.object({
  id: z.coerce.number(),
  /** Absent where the list leaves them out. */
  properties: z.array(z.unknown()).optional().catch(undefined),
});
const Marker = z.object({ key: z.literal(COMMENT_PROPERTY), value: z.object({ marker: z.string() }) });
type Listed = z.infer<typeof Listed>;

/**
 * Whether an issue has a comment with this marker. The list of an issue's comments is documented without their properties,
 * and some sites leave them out there; the list by ids has them:
 * https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-issue-comments/#api-rest-api-3-comment-list-post
 */
export async function hasMarkedComment(client: Client, idOrKey: string, marker: string): Promise<boolean> {
  const comments = await commentsOf(client, idOrKey);
  if (comments.some((comment) => isMarked(comment, marker))) return true;
  const unread = comments.filter(({ properties }) => properties === undefined).map(({ id }) => id);
  for (let start = 0; start < unread.length; start += LIST_LIMIT) {
    const found = await commentsById(client, unread.slice(start, start + LIST_LIMIT));
    if (found.some((comment) => isMarked(comment, marker))) return true;
  }
  return false;
}

const isMarked = ({ properties = [] }: Listed, marker: string): boolean =>
  properties.some((property) => Marker.safeParse(property).data?.value.marker === marker);

const CommentPage = z.object({ comments: z.unknown().optional(), total: z.int() });

/** Comments of an issue, as far as they have ids. */
async function commentsOf(client: Client, idOrKey: string): Promise<Listed[]> {
  const url = `/rest/api/3/issue/${idOrKey}/comment`;
  const all: unknown[] = [];
  for (;;) {
    const searchParams = { startAt: all.length, maxResults: PAGE, expand: 'properties' };
    const page = CommentPage.safeParse(await client.sendRequest({ url, method: 'GET', searchParams }));
    if (!page.success) throw new JiraUnsure(`GET ${url}`, 'the answer is no list of comments');
    const found = listIn(`GET ${url}`, 'comments', page.data.comments);
    all.push(...found);
    if (found.length === 0 || all.length >= page.data.total) return listed(all);
  }
}

const ListPage = z.object({ values: z.unknown().optional(), isLast: z.boolean().optional() });

/** Comments with their properties. Those that are gone or hidden are silently absent. */
async function commentsById(client: Client, ids: readonly number[]): Promise<Listed[]> {
  const all: unknown[] = [];
  for (;;) {
    const searchParams = { expand: 'properties', ...(all.length === 0 ? {} : { startAt: all.length }) };
    const answer = await client.sendRequest({ url: LIST, method: 'POST', searchParams, body: { ids } });
    const page = ListPage.safeParse(answer);
    if (!page.success) throw new JiraUnsure(`POST ${LIST}`, 'the answer is no list of comments');
    const found = listIn(`POST ${LIST}`, 'values', page.data.values);
    all.push(...found);
    if (page.data.isLast !== false || found.length === 0) return listed(all);
  }
}

const listed = (comments: readonly unknown[]): Listed[] =>
  comments.flatMap((comment) => Listed.safeParse(comment).data ?? []);
