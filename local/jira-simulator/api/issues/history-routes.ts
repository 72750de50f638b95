import type { Site } from '../../site/site.ts';
import { JiraError } from '../jira-error.ts';
import { listParameter, numberParameter, type SimulatorCall, type SimulatorRoute } from '../route.ts';
import type { SiteView } from '../site-view.ts';
import { readComment } from './issue-request.ts';
import type { IssueView } from './issue-view.ts';
import { mustMayComment } from './permission-checks.ts';
import { visibleIssue } from './visible-issue.ts';

/** The course of an issue: its changelog and its comments. */
export function historyRoutes(site: Site, siteView: SiteView, issueView: IssueView): SimulatorRoute[] {
  return [
    { method: 'GET', pattern: '/rest/api/3/issue/:issueIdOrKey/changelog', handle: getChangelog },
    { method: 'GET', pattern: '/rest/api/3/issue/:issueIdOrKey/comment', handle: getComments },
    {
      method: 'POST',
      pattern: '/rest/api/3/issue/:issueIdOrKey/comment',
      handle: (call) => {
        const issue = visibleIssue(site, call);
        mustMayComment(site, issue);
        const { body, properties } = readComment(call.body, site.description);
        const comment = site.addComment(call.caller, issue, body, properties);
        return { status: 201, body: issueView.comment(issue, comment, properties.length > 0) };
      },
    },
  ];

  function getChangelog(call: SimulatorCall) {
    const issue = visibleIssue(site, call);
    const startAt = numberParameter(call.query, 'startAt', 0);
    const maxResults = Math.min(numberParameter(call.query, 'maxResults', 100), 100);
    const self = `${siteView.api}/issue/${issue.id}/changelog`;
    const total = issue.histories.length;
    const isLast = startAt + maxResults >= total;
    const values = issue.histories.slice(startAt, startAt + maxResults).map(issueView.history);
    return {
      status: 200,
      body: {
        self: `${self}?startAt=${startAt}&maxResults=${maxResults}`,
        ...(!isLast && { nextPage: `${self}?startAt=${startAt + maxResults}&maxResults=${maxResults}` }),
        maxResults,
        startAt,
        total,
        isLast,
        values,
      },
    };
  }

  function getComments(call: SimulatorCall) {
    const issue = visibleIssue(site, call);
    const orderBy = call.query.get('orderBy') ?? 'created';
    if (!['created', '+created', ' created', '-created'].includes(orderBy)) {
      throw new JiraError(400, [`Ordering by '${orderBy}' is not supported.`]);
    }
    const startAt = numberParameter(call.query, 'startAt', 0);
    const maxResults = Math.min(numberParameter(call.query, 'maxResults', 100), 100);
    const withProperties =
      site.description.manners.commentProperties === 'listed' &&
      listParameter(call.query, 'expand').includes('properties');
    const ordered = orderBy.startsWith('-') ? issue.comments.toReversed() : issue.comments;
    const comments = ordered
      .slice(startAt, startAt + maxResults)
      .map((comment) => issueView.comment(issue, comment, withProperties));
    return { status: 200, body: { startAt, maxResults, total: issue.comments.length, comments } };
  }
}
