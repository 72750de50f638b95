import {
  addComment,
  bulkFetchIssues,
  createIssue,
  createIssues,
  createOrUpdateRemoteIssueLink,
  doTransition,
  getChangeLogs,
  getComments,
  getIssue,
  getTransitions,
  linkIssues,
  searchAndReconsileIssuesUsingJqlPost,
} from 'jira.js/cloud';
import type { Client } from 'jira.js/core';
import * as z from 'zod';
import type { AdfDocument } from './adf.ts';
import { TICKET_PROPERTY, type TicketFields } from './create-request.ts';
import { ChangelogEntry, ISSUE_FIELDS, JiraIssue, JiraStatus, JiraTime } from './issue-reading.ts';
import { JiraIssueMissing, JiraRefused } from './jira-errors.ts';

const PAGE = 100;

const Comment = z.object({
  id: z.string(),
  author: z.object({ accountId: z.string(), displayName: z.string().prefault('') }).optional(),
  body: z.unknown(),
  created: JiraTime,
});
export type JiraComment = z.infer<typeof Comment>;

const Transition = z.object({ id: z.string(), to: JiraStatus });

/** Marks a comment as ours and says which event it tells of, so that it is written once. */
const COMMENT_PROPERTY = 'holdfast.event';

const LabelledIssue = z.object({ id: z.string(), fields: z.object({ labels: z.array(z.string()).prefault([]) }) });

const BulkCreated = z.object({
  issues: z
    .array(z.object({ id: z.string(), key: z.string() }).transform(({ id, key }) => ({ issueId: id, key })))
    .prefault([]),
  errors: z
    .array(
      z.object({
        failedElementNumber: z.int(),
        elementErrors: z
          .object({
            errorMessages: z.array(z.string()).prefault([]),
            errors: z.record(z.string(), z.unknown()).prefault({}),
          })
          .prefault({}),
      }),
    )
    .prefault([]),
});

function reasonsOf({ elementErrors }: z.infer<typeof BulkCreated>['errors'][number]): string {
  const fields = Object.entries(elementErrors.errors).map(([field, reason]) => `${field}: ${String(reason)}`);
  return [...elementErrors.errorMessages, ...fields].join('; ') || 'no reason given';
}

const MarkedComments = z.object({
  comments: z.array(z.object({ properties: z.array(z.object({ key: z.string(), value: z.unknown() })).prefault([]) })),
  total: z.int(),
});

export type JiraGateway = ReturnType<typeof jiraGateway>;

/** Questions and orders of Holdfast to Jira, each in one call of the REST API v3 or a few. Answers are parsed; errors are the transport's. */
export function jiraGateway(client: Client) {
  return {
    async createTicket(fields: TicketFields): Promise<{ issueId: string; key: string }> {
      const created = await createIssue(client, fields);
      const { id, key } = z.object({ id: z.string(), key: z.string() }).parse(created);
      return { issueId: id, key };
    },

    /**
     * Creates up to 50 issues in one call. Some may be refused while others are created.
     *
     * @returns the new issues, without a word on which is whose, and why others were refused, by their place in `all`
     */
    async createTickets(
      all: readonly TicketFields[],
    ): Promise<{ created: { issueId: string; key: string }[]; refused: Map<number, string> }> {
      const { issues, errors } = BulkCreated.parse(await createIssues(client, { issueUpdates: [...all] }));
      return {
        created: issues,
        refused: new Map(errors.map((error) => [error.failedElementNumber, reasonsOf(error)])),
      };
    },

    /** The labels of up to 100 issues, by issue id. Issues that are gone or hidden are silently absent. */
    async labelsOf(issueIds: readonly string[]): Promise<Map<string, string[]>> {
      const answer = await bulkFetchIssues(client, { issueIdsOrKeys: [...issueIds], fields: ['labels'] });
      const found = z.array(LabelledIssue).parse(answer.issues ?? []);
      return new Map(found.map(({ id, fields }) => [id, fields.labels]));
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

    /**
     * Moves an issue out of done, to the first status of a category that is not done: "new" before others.
     *
     * @returns false when it was not done, so nothing was moved
     * @throws JiraRefused when the workflow has no way back
     */
    async reopen(idOrKey: string): Promise<boolean> {
      const { transitions, status } = await wayOut(client, idOrKey);
      if (status !== 'done') return false;
      const [way] = transitions.toSorted((a, b) => categoryOrder(a) - categoryOrder(b));
      if (way === undefined) {
        const endpoint = `POST /rest/api/3/issue/${idOrKey}/transitions`;
        throw new JiraRefused(endpoint, 409, 'the workflow has no transition out of done; add one for this account');
      }
      await doTransition(client, { issueIdOrKey: idOrKey, transition: { id: way.id } });
      return true;
    },

    /** Links an issue as the duplicate of another. Jira keeps one link of a kind between two issues. */
    async linkDuplicate(duplicate: string, original: string): Promise<void> {
      await linkIssues(client, {
        type: { name: 'Duplicate' },
        inwardIssue: { key: duplicate },
        outwardIssue: { key: original },
      });
    },

    /**
     * Moves an issue to the first status of the category done.
     *
     * @throws JiraRefused when the workflow has no way there
     */
    async close(idOrKey: string): Promise<void> {
      const offered = await getTransitions(client, { issueIdOrKey: idOrKey });
      const transitions = z.array(Transition).parse(offered.transitions ?? []);
      const way = transitions.find(({ to }) => to.statusCategory.key === 'done');
      if (way === undefined) {
        const endpoint = `POST /rest/api/3/issue/${idOrKey}/transitions`;
        throw new JiraRefused(endpoint, 409, 'the workflow has no transition to done; add one for this account');
      }
      await doTransition(client, { issueIdOrKey: idOrKey, transition: { id: way.id } });
    },

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

async function wayOut(client: Client, issueIdOrKey: string) {
  const issue = await getIssue(client, { issueIdOrKey, fields: ['status'] });
  const { status } = z.object({ status: JiraStatus }).parse(issue.fields);
  const offered = await getTransitions(client, { issueIdOrKey });
  const transitions = z.array(Transition).parse(offered.transitions ?? []);
  return {
    status: status.statusCategory.key,
    transitions: transitions.filter(({ to }) => to.statusCategory.key !== 'done'),
  };
}

function categoryOrder({ to }: z.infer<typeof Transition>): number {
  return to.statusCategory.key === 'new' ? 0 : 1;
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
