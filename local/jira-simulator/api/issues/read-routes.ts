import * as z from 'zod';
import type { Issue } from '../../site/issue.ts';
import type { Site } from '../../site/site.ts';
import { JiraError } from '../jira-error.ts';
import { listParameter, type SimulatorCall, type SimulatorRoute } from '../route.ts';
import type { IssueView } from './issue-view.ts';
import { visibleIssue } from './visible-issue.ts';

const bulkFetchLimit = 100;

const bulkFetchSchema = z.object({
  issueIdsOrKeys: z.array(z.string()),
  fields: z.array(z.string()).default(['*navigable']),
  properties: z.array(z.string()).default([]),
  expand: z.array(z.string()).default([]),
});

/** Reading issues, one or many at a time. */
export function readRoutes(site: Site, issueView: IssueView): SimulatorRoute[] {
  return [
    { method: 'POST', pattern: '/rest/api/3/issue/bulkfetch', handle: fetchIssues },
    { method: 'GET', pattern: '/rest/api/3/issue/:issueIdOrKey', handle: getIssue },
  ];

  function fetchIssues({ body }: SimulatorCall) {
    const { issueIdsOrKeys, ...selection } = bulkFetchSchema.parse(body);
    if (issueIdsOrKeys.length === 0 || issueIdsOrKeys.length > bulkFetchLimit) {
      throw new JiraError(400, [`Ask for 1 to ${bulkFetchLimit} issues in one request.`]);
    }
    // What is deleted or hidden from the caller is silently absent: neither an issue nor an error tells of it.
    const found = new Map<string, Issue>();
    for (const idOrKey of issueIdsOrKeys) {
      const issue = site.findIssue(idOrKey);
      if (issue !== undefined && site.isVisible(issue)) found.set(issue.id, issue);
    }
    const inIdOrder = [...found.values()].sort((left, right) => Number(left.id) - Number(right.id));
    return {
      status: 200,
      body: { issues: inIdOrder.map((issue) => issueView.issue(issue, selection)), issueErrors: [] },
    };
  }

  function getIssue(call: SimulatorCall) {
    const fields = listParameter(call.query, 'fields');
    const selection = {
      fields: fields.length > 0 ? fields : ['*all'],
      properties: listParameter(call.query, 'properties'),
      expand: listParameter(call.query, 'expand'),
    };
    return { status: 200, body: issueView.issue(visibleIssue(site, call), selection) };
  }
}
