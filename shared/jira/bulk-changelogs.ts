import type { Client } from 'jira.js/core';
import * as z from 'zod';
import { ChangelogEntry } from './issue-reading.ts';
import { JiraUnsure } from './jira-errors.ts';
import { listIn, readEach, type TellOdd } from './odd-elements.ts';

const URL = '/rest/api/3/changelog/bulkfetch';
const ENDPOINT = `POST ${URL}`;
/** Most issues, and most changes on a page, that one call takes. */
const ISSUE_LIMIT = 1_000;
const PAGE = 10_000;

/** Fields whose changes are asked for: what else people change in an issue is nothing that we read. */
const FIELDS = ['status', 'resolution', 'assignee', 'duedate', 'priority', 'summary'];

const Page = z.object({ issueChangeLogs: z.unknown(), nextPageToken: z.string().nullish() });
const IssueLog = z.object({ issueId: z.coerce.string(), changeHistories: z.array(z.unknown()) });

/** Changelogs of many issues, a thousand in a call. */
export function bulkChangelogs(client: Client, tellOdd: TellOdd) {
  async function* pagesOf(issueIdsOrKeys: readonly string[]): AsyncGenerator<unknown[]> {
    const tokens = new Set<string>();
    for (;;) {
      const token = [...tokens].at(-1);
      const body = { issueIdsOrKeys, fieldIds: FIELDS, maxResults: PAGE };
      const answer = await client.sendRequest<unknown>({
        url: URL,
        method: 'POST',
        body: { ...body, ...(token === undefined ? {} : { nextPageToken: token }) },
      });
      const { data } = Page.safeParse(answer);
      if (data === undefined) throw new JiraUnsure(ENDPOINT, 'the answer is no page of changelogs');
      yield listIn(ENDPOINT, 'issueChangeLogs', data.issueChangeLogs);
      const next = data.nextPageToken ?? undefined;
      if (next === undefined) return;
      if (tokens.has(next)) throw new JiraUnsure(ENDPOINT, 'the next page is one that was there before');
      tokens.add(next);
    }
  }

  return {
    /**
     * Changes of the status, the resolution, the assignee, the due date, the priority and the title, by issue id, the oldest first. Issues that are gone or hidden are
     * silently absent.
     */
    async changelogs(issueIds: readonly string[]): Promise<Map<string, ChangelogEntry[]>> {
      const logs = new Map<string, unknown[]>();
      for (let start = 0; start < issueIds.length; start += ISSUE_LIMIT) {
        for await (const page of pagesOf(issueIds.slice(start, start + ISSUE_LIMIT))) {
          // One issue may stand on several pages.
          for (const { issueId, changeHistories } of readEach(IssueLog, page, 'change', tellOdd)) {
            logs.set(issueId, [...(logs.get(issueId) ?? []), ...changeHistories]);
          }
        }
      }
      return new Map(
        [...logs].map(([id, entries]) => [id, inOrder(readEach(ChangelogEntry, entries, 'change', tellOdd))]),
      );
    },
  };
}

const inOrder = (entries: readonly ChangelogEntry[]): ChangelogEntry[] =>
  entries.toSorted((a, b) => Date.parse(a.created) - Date.parse(b.created));
