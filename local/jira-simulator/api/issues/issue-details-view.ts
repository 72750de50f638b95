import * as z from 'zod';
import { type SimulatedAdfDocument, textOfDocument } from '../../site/adf-document.ts';
import type { Comment, History, Issue, RemoteLink } from '../../site/issue.ts';
import { jiraTimestamp } from '../../site/jira-time.ts';
import type { SiteView } from '../site-view.ts';

export type IssueDetailsView = ReturnType<typeof issueDetailsView>;

/** Shows what hangs on an issue: its history, its comments and its links to pages elsewhere. */
export function issueDetailsView(view: SiteView) {
  return { newestHistories, history, comment, remoteLink };

  /** In this embedded form the newest history comes first; the changelog resource has the oldest first. */
  function newestHistories({ histories }: Issue) {
    const shown = histories.map(history).reverse();
    return { startAt: 0, maxResults: shown.length, total: shown.length, histories: shown };
  }

  function history({ id, author, createdAt, items }: History) {
    return { id, author: view.user(author), created: jiraTimestamp(createdAt), items };
  }

  function comment(
    issue: Issue,
    { id, author, body, createdAt, properties, visibleTo }: Comment,
    withProperties: boolean,
  ) {
    return {
      self: `${view.api}/issue/${issue.id}/comment/${id}`,
      id,
      author: view.user(author),
      body: textShown(view, body),
      updateAuthor: view.user(author),
      created: jiraTimestamp(createdAt),
      updated: jiraTimestamp(createdAt),
      ...(!view.isDataCenter && { jsdPublic: !isInternal(properties) }),
      ...(visibleTo !== undefined && { visibility: { type: 'role', value: visibleTo, identifier: visibleTo } }),
      ...(withProperties && { properties }),
    };
  }

  function remoteLink(issue: Issue, { id, globalId, application, relationship, object }: RemoteLink) {
    return {
      id,
      self: `${view.api}/issue/${issue.key}/remotelink/${id}`,
      ...(globalId !== null && { globalId }),
      application,
      ...(relationship !== null && { relationship }),
      object,
    };
  }
}

/** A comment in a service project is public to its customers unless this property says otherwise. */
function isInternal(properties: Comment['properties']): boolean {
  return properties.some(({ key, value }) => key === 'sd.public.comment' && internalSchema.safeParse(value).success);
}

const internalSchema = z.object({ internal: z.literal(true) });

/** Text of a document in this version of the API. */
export const textShown = (view: SiteView, document: SimulatedAdfDocument) =>
  view.version === 3 ? document : textOfDocument(document);
