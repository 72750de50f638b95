import { addComment, createOrUpdateRemoteIssueLink, linkIssues } from 'jira.js/cloud';
import type { Client } from 'jira.js/core';
import * as z from 'zod';
import type { AdfDocument } from './adf.ts';

const PAGE = 100;

/** Marks a comment as ours and says which event it tells of, so that it is written once. */
const COMMENT_PROPERTY = 'holdfast.event';

const MarkedComments = z.object({
  comments: z.array(z.object({ properties: z.array(z.object({ key: z.string(), value: z.unknown() })).prefault([]) })),
  total: z.int(),
});

/** Comments on issues and links of them, each written once. */
export function issueNotes(client: Client) {
  return {
    /**
     * Comments once for each `marker`, however often it is called, but not by two at once: neither sees the other's.
     *
     * @param beforeWriting throws when the caller may not write any more: to look first takes a while
     */
    async commentOnce(
      idOrKey: string,
      marker: string,
      body: AdfDocument,
      beforeWriting: () => void = () => {},
    ): Promise<void> {
      if (await hasComment(client, idOrKey, marker)) return;
      beforeWriting();
      await addComment(client, {
        issueIdOrKey: idOrKey,
        body,
        properties: [{ key: COMMENT_PROPERTY, value: { marker } }],
      });
    },

    /** Links an issue as the duplicate of another. Jira keeps one link of a kind between two issues. */
    async linkDuplicate(duplicate: string, original: string): Promise<void> {
      await linkIssues(client, {
        type: { name: 'Duplicate' },
        inwardIssue: { key: duplicate },
        outwardIssue: { key: original },
      });
    },

    /** Links the issue to a page. The same `globalId` updates the link that is there: never two. */
    async linkTo(idOrKey: string, target: { globalId: string; url: string; title: string }): Promise<void> {
      await createOrUpdateRemoteIssueLink(client, {
        issueIdOrKey: idOrKey,
        globalId: target.globalId,
        application: { type: 'holdfast', name: 'Holdfast' },
        relationship: 'post-mortem',
        object: { url: target.url, title: target.title },
      });
    },
  };
}

/** jira.js has no parameter for the properties of listed comments, so this asks the same endpoint by itself. */
async function hasComment(client: Client, idOrKey: string, marker: string): Promise<boolean> {
  for (let startAt = 0; ; startAt += PAGE) {
    const page = MarkedComments.parse(
      await client.sendRequest({
        url: `/rest/api/3/issue/${idOrKey}/comment`,
        method: 'GET',
        searchParams: { startAt, maxResults: PAGE, expand: 'properties' },
      }),
    );
    const properties = page.comments.flatMap((comment) => comment.properties);
    if (properties.some(({ key, value }) => key === COMMENT_PROPERTY && Object(value).marker === marker)) return true;
    if (startAt + PAGE >= page.total) return false;
  }
}
