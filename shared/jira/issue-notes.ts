import { addComment, createOrUpdateRemoteIssueLink, linkIssues } from 'jira.js/cloud';
import type { Client } from 'jira.js/core';
import type { AdfDocument } from './adf.ts';
import { COMMENT_PROPERTY, hasMarkedComment } from './comment-marks.ts';

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
      if (await hasMarkedComment(client, idOrKey, marker)) return;
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
