import {
  bulkFetchIssues,
  getChangeLogs,
  getComments,
  getIssue,
  searchAndReconsileIssuesUsingJqlPost,
} from 'jira.js/cloud';
import type { Client } from 'jira.js/core';
import * as z from 'zod';
import { TICKET_PROPERTY } from './create-request.ts';
import { ChangelogEntry, ISSUE_FIELDS, JiraIssue, JiraTime } from './issue-reading.ts';
import { JiraIssueMissing } from './jira-errors.ts';

const PAGE = 100;

const Comment = z.object({
  id: z.string(),
  author: z.object({ accountId: z.string(), displayName: z.string().prefault('') }).optional(),
  body: z.unknown(),
  created: JiraTime,
});
export type JiraComment = z.infer<typeof Comment>;

const MarkedIssue = z.object({ id: z.string(), properties: z.record(z.string(), z.unknown()).prefault({}) });

/** Questions to Jira about its issues. */
export function issueReads(client: Client) {
  return {
    /** Our property of up to 100 issues, by issue id. Issues that are gone or hidden are silently absent. */
    async propertiesOf(issueIds: readonly string[]): Promise<Map<string, Record<string, unknown>>> {
      const answer = await bulkFetchIssues(client, {
        issueIdsOrKeys: [...issueIds],
        fields: ['status'],
        properties: [TICKET_PROPERTY],
      });
      const found = z.array(MarkedIssue).parse(answer.issues);
      return new Map(found.map(({ id, properties }) => [id, properties]));
    },

    /** @returns undefined when the issue is gone or hidden from us */
    async issue(idOrKey: string): Promise<JiraIssue | undefined> {
      try {
        const asked = { issueIdOrKey: idOrKey, fields: ISSUE_FIELDS, properties: [TICKET_PROPERTY] };
        return JiraIssue.parse(await getIssue(client, asked));
      } catch (error) {
        if (error instanceof JiraIssueMissing) return undefined;
        throw error;
      }
    },

    /** The whole changelog, the oldest entry first. */
    async changelog(idOrKey: string): Promise<ChangelogEntry[]> {
      const entries: ChangelogEntry[] = [];
      for (;;) {
        const page = await getChangeLogs(client, { issueIdOrKey: idOrKey, startAt: entries.length, maxResults: PAGE });
        const values = z.array(ChangelogEntry).parse(page.values ?? []);
        entries.push(...values);
        if (page.isLast === true || values.length === 0) return entries;
      }
    },

    async comments(idOrKey: string): Promise<JiraComment[]> {
      const comments: JiraComment[] = [];
      for (;;) {
        const page = await getComments(client, {
          issueIdOrKey: idOrKey,
          startAt: comments.length,
          maxResults: PAGE,
          orderBy: 'created',
        });
        const found = z.array(Comment).parse(page.comments ?? []);
        comments.push(...found);
        if (found.length === 0 || comments.length >= (page.total ?? 0)) return comments;
      }
    },

    /** Search is eventually consistent: what was created a moment ago may be missing for seconds to minutes. */
    async search(jql: string): Promise<JiraIssue[]> {
      const issues: JiraIssue[] = [];
      let nextPageToken: string | undefined;
      do {
        const page = await searchAndReconsileIssuesUsingJqlPost(client, {
          jql,
          fields: ISSUE_FIELDS,
          properties: [TICKET_PROPERTY],
          maxResults: PAGE,
          ...(nextPageToken === undefined ? {} : { nextPageToken }),
        });
        issues.push(...z.array(JiraIssue).parse(page.issues ?? []));
        nextPageToken = page.nextPageToken ?? undefined;
      } while (nextPageToken !== undefined);
      return issues;
    },
  };
}
