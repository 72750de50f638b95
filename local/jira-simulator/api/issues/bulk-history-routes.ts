import * as z from 'zod';
import type { Issue } from '../../site/issue.ts';
import type { Site } from '../../site/site.ts';
import { JiraError } from '../jira-error.ts';
import { listParameter, type SimulatorCall, type SimulatorRoute } from '../route.ts';
import type { IssueView } from './issue-view.ts';

const commentListSchema = z.object({ ids: z.array(z.int()) });
const changelogsSchema = z.object({
  issueIdsOrKeys: z.array(z.string()).min(1),
  fieldIds: z.array(z.string()).max(10).optional(),
  maxResults: z.int().min(1).max(10_000).optional(),
  nextPageToken: z.string().optional(),
});

/** Comments and changes of many issues in one call. What the caller may not see is silently absent. */
export function bulkHistoryRoutes(site: Site, issueView: IssueView): SimulatorRoute[] {
  return [
    { method: 'POST', pattern: '/rest/api/3/comment/list', handle: listComments },
    { method: 'POST', pattern: '/rest/api/3/changelog/bulkfetch', handle: fetchChangelogs },
  ];

  /** The one documented way to read the properties of comments. */
  function listComments({ body, query }: SimulatorCall) {
    const { ids } = commentListSchema.parse(body);
    if (ids.length > 1_000) throw new JiraError(400, ['Ask for up to 1,000 comments in one request.']);
    const withProperties = listParameter(query, 'expand').includes('properties');
    const values = visibleIssues().flatMap((issue) =>
      issue.comments
        .filter(({ id }) => ids.includes(Number(id)))
        .map((comment) => issueView.comment(issue, comment, withProperties)),
    );
    return {
      status: 200,
      body: { startAt: 0, maxResults: 1_000, total: values.length, isLast: true, values },
    };
  }

  function fetchChangelogs({ body }: SimulatorCall) {
    const { issueIdsOrKeys, fieldIds } = changelogsSchema.parse(body);
    if (issueIdsOrKeys.length > 1_000) throw new JiraError(400, ['Ask for up to 1,000 issues in one request.']);
    const issues = new Set(issueIdsOrKeys.flatMap((idOrKey) => site.store.find(idOrKey) ?? []).filter(site.isVisible));
    const issueChangeLogs = [...issues].map(({ id, histories }) => ({
      issueId: id,
      changeHistories: histories
        .filter(({ items }) => fieldIds === undefined || items.some((item) => fieldIds.includes(item.fieldId ?? '')))
        .map(issueView.history),
    }));
    return { status: 200, body: { issueChangeLogs } };
  }

  function visibleIssues(): Issue[] {
    return site.store.all().filter(site.isVisible);
  }
}
