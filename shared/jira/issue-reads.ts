import { bulkFetchIssues, getChangeLogs, getComments, getIssue } from 'jira.js/cloud';
import type { Client } from 'jira.js/core';
import * as z from 'zod';
import { whoAmI } from './believed-as-ourselves.ts';
import { TICKET_PROPERTY } from './create-request.ts';
import { ChangelogEntry, ISSUE_FIELDS, JiraIssue, JiraTime, KnownUser } from './issue-reading.ts';
import { JiraIssueMissing, JiraUnsure } from './jira-errors.ts';
import { listIn, readEach, type TellOdd } from './odd-elements.ts';

const PAGE = 100;

const Comment = z.object({
  id: z.string(),
  author: KnownUser,
  body: z.unknown().optional(),
  created: JiraTime,
  /** The role or the group that may read it; absent where all may who see the issue. What cannot be read is one, too. */
  visibility: z.unknown().optional(),
  /** False for an internal comment of a service desk. Data Center does not tell. */
  jsdPublic: z.boolean().optional().catch(undefined),
});
export type JiraComment = z.infer<typeof Comment>;

const MarkedIssue = z.object({ id: z.string(), properties: z.record(z.string(), z.unknown()).catch({}) });
const NamedIssue = z.object({ id: z.string(), key: z.string(), fields: z.unknown() });

const BULK_FETCH = 'POST /rest/api/3/issue/bulkfetch';

/** Most issues that one call of `bulkfetch` takes. */
export const FETCH_LIMIT = 100;

/**
 * Questions to Jira about its issues. What is not found is believed only while Jira knows us; lists are read element by
 * element.
 */
export function issueReads(client: Client, tellOdd: TellOdd) {
  async function fetched(issueIds: readonly string[], fields: string[], properties?: string[]) {
    await whoAmI(client);
    const answer = await bulkFetchIssues(client, {
      issueIdsOrKeys: [...issueIds],
      fields,
      ...(properties === undefined ? {} : { properties }),
    });
    return { issues: listIn(BULK_FETCH, 'issues', answer.issues), unread: unreadIds(answer.issueErrors) };
  }

  return {
    /** Our property of up to 100 issues, by issue id. Issues that are gone or hidden are silently absent. */
    async propertiesOf(issueIds: readonly string[]): Promise<Map<string, Record<string, unknown>>> {
      const { issues } = await fetched(issueIds, ['status'], [TICKET_PROPERTY]);
      const found = readEach(MarkedIssue, issues, 'issue', tellOdd);
      return new Map(found.map(({ id, properties }) => [id, properties]));
    },

    /** Those of up to 100 issues that are there, by issue id; also those that Jira could not read just now. */
    async present(issueIds: readonly string[]): Promise<Set<string>> {
      const { issues, unread } = await fetched(issueIds, ['status']);
      const found = readEach(z.object({ id: z.string() }), issues, 'issue', tellOdd);
      return new Set([...found.map(({ id }) => id), ...unread]);
    },

    /** Up to 100 issues. Those that are gone or hidden are silently absent, and so are those that Jira could not read just now. */
    async issuesById(issueIds: readonly string[]): Promise<JiraIssue[]> {
      const { issues } = await fetched(issueIds, ISSUE_FIELDS, [TICKET_PROPERTY]);
      return readEach(JiraIssue, issues, 'issue', tellOdd);
    },

    /** @returns undefined when the issue is gone or hidden from us */
    async issue(idOrKey: string): Promise<JiraIssue | undefined> {
      try {
        const asked = { issueIdOrKey: idOrKey, fields: ISSUE_FIELDS, properties: [TICKET_PROPERTY] };
        const answer: unknown = await getIssue(client, asked);
        if (NamedIssue.safeParse(answer).success) return JiraIssue.parse(answer);
        throw new JiraUnsure(`GET /rest/api/3/issue/${idOrKey}`, 'the answer is no issue');
      } catch (error) {
        if (error instanceof JiraIssueMissing) return undefined;
        throw error;
      }
    },

    /** The whole changelog, the oldest entry first. */
    async changelog(idOrKey: string): Promise<ChangelogEntry[]> {
      const endpoint = `GET /rest/api/3/issue/${idOrKey}/changelog`;
      const entries: unknown[] = [];
      for (;;) {
        const page = await getChangeLogs(client, { issueIdOrKey: idOrKey, startAt: entries.length, maxResults: PAGE });
        const values = listIn(endpoint, 'values', page.values);
        entries.push(...values);
        if (isLastPage(endpoint, page, entries.length, values.length)) break;
      }
      return readEach(ChangelogEntry, entries, 'change', tellOdd);
    },

    async comments(idOrKey: string): Promise<JiraComment[]> {
      const endpoint = `GET /rest/api/3/issue/${idOrKey}/comment`;
      const comments: unknown[] = [];
      for (;;) {
        const page = await getComments(client, {
          issueIdOrKey: idOrKey,
          startAt: comments.length,
          maxResults: PAGE,
          orderBy: 'created',
        });
        const found = listIn(endpoint, 'comments', page.comments);
        comments.push(...found);
        // Jira may count those that are hidden from us: an empty page is the end.
        if (found.length === 0 || isLastPage(endpoint, page, comments.length, found.length)) break;
      }
      return readEach(Comment, comments, 'comment', tellOdd);
    },
  };
}

const IssueError = z.object({ id: z.coerce.string() });

/** Issues that Jira could not read just now: neither shown nor gone. */
function unreadIds(issueErrors: unknown): string[] {
  const errors = Array.isArray(issueErrors) ? issueErrors : [];
  return errors.flatMap((error) => IssueError.safeParse(error).data?.id ?? []);
}

type Paged = { isLast?: boolean | null | undefined; total?: number | null | undefined };

/** @throws JiraUnsure when the page does not say whether there are more, or says so and holds nothing */
function isLastPage(endpoint: string, { isLast, total }: Paged, soFar: number, onPage: number): boolean {
  if (isLast === true || (total != null && soFar >= total)) return true;
  if (isLast == null && total == null) throw new JiraUnsure(endpoint, 'the answer says neither isLast nor total');
  // No end, and asking on would never end.
  if (onPage === 0) throw new JiraUnsure(endpoint, `an empty page before the end (${soFar} of ${total ?? 'more'})`);
  return false;
}
