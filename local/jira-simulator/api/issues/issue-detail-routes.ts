import * as z from 'zod';
import { byIdOrName } from '../../site/catalogue.ts';
import { jsonSchema } from '../../site/json.ts';
import type { Site } from '../../site/site.ts';
import { issueNotFound, JiraError } from '../jira-error.ts';
import { type Call, listParameter, numberParameter, type Route } from '../route.ts';
import type { SiteView } from '../site-view.ts';
import { readComment } from './issue-request.ts';
import { visibleIssue } from './issue-routes.ts';
import type { IssueView } from './issue-view.ts';

const jsonObject = z.record(z.string(), jsonSchema);

const remoteLinkSchema = z.object({
  globalId: z.string().max(255).optional(),
  application: jsonObject.default({}),
  relationship: z.string().optional(),
  object: z.looseObject({ title: z.string(), url: z.string() }).catchall(jsonSchema).optional(),
});

const issueReference = z.object({ id: z.string().optional(), key: z.string().optional() });
const issueLinkSchema = z.object({
  type: z.object({ id: z.string().optional(), name: z.string().optional() }),
  inwardIssue: issueReference,
  outwardIssue: issueReference,
});

/** Details of an issue: its changelog, comments, links and properties. */
export function issueDetailRoutes(site: Site, siteView: SiteView, issueView: IssueView): Route[] {
  return [
    { method: 'GET', pattern: '/rest/api/3/issue/:issueIdOrKey/changelog', handle: getChangelog },
    { method: 'GET', pattern: '/rest/api/3/issue/:issueIdOrKey/comment', handle: getComments },
    {
      method: 'POST',
      pattern: '/rest/api/3/issue/:issueIdOrKey/comment',
      handle: (call) => {
        const issue = visibleIssue(site, call);
        const { body, properties } = readComment(call.body);
        const comment = site.addComment(call.caller, issue, body, properties);
        return { status: 201, body: issueView.comment(issue, comment, properties.length > 0) };
      },
    },
    { method: 'GET', pattern: '/rest/api/3/issue/:issueIdOrKey/remotelink', handle: getRemoteLinks },
    { method: 'POST', pattern: '/rest/api/3/issue/:issueIdOrKey/remotelink', handle: putRemoteLink },
    { method: 'GET', pattern: '/rest/api/3/issue/:issueIdOrKey/properties', handle: getPropertyKeys },
    { method: 'GET', pattern: '/rest/api/3/issue/:issueIdOrKey/properties/:propertyKey', handle: getProperty },
    { method: 'PUT', pattern: '/rest/api/3/issue/:issueIdOrKey/properties/:propertyKey', handle: putProperty },
    { method: 'POST', pattern: '/rest/api/3/issueLink', handle: linkIssues },
  ];

  function getChangelog(call: Call) {
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

  function getComments(call: Call) {
    const issue = visibleIssue(site, call);
    const orderBy = call.query.get('orderBy') ?? 'created';
    if (!['created', '+created', ' created', '-created'].includes(orderBy)) {
      throw new JiraError(400, [`Ordering by '${orderBy}' is not supported.`]);
    }
    const startAt = numberParameter(call.query, 'startAt', 0);
    const maxResults = Math.min(numberParameter(call.query, 'maxResults', 100), 100);
    const withProperties = listParameter(call.query, 'expand').includes('properties');
    const ordered = orderBy.startsWith('-') ? issue.comments.toReversed() : issue.comments;
    const comments = ordered
      .slice(startAt, startAt + maxResults)
      .map((comment) => issueView.comment(issue, comment, withProperties));
    return { status: 200, body: { startAt, maxResults, total: issue.comments.length, comments } };
  }

  function getRemoteLinks(call: Call) {
    const issue = visibleIssue(site, call);
    const globalId = call.query.get('globalId');
    if (globalId === null)
      return { status: 200, body: issue.remoteLinks.map((link) => issueView.remoteLink(issue, link)) };
    const link = issue.remoteLinks.find((each) => each.globalId === globalId);
    if (link === undefined) throw new JiraError(404, ['No remote issue link exists for the global id.']);
    return { status: 200, body: issueView.remoteLink(issue, link) };
  }

  function putRemoteLink(call: Call) {
    const issue = visibleIssue(site, call);
    const request = remoteLinkSchema.safeParse(call.body);
    const object = request.data?.object;
    if (!request.success || object === undefined) {
      throw new JiraError(400, [], { object: "'object' with 'title' and 'url' is required." });
    }
    const { globalId = null, application, relationship = null } = request.data;
    const { link, isNew } = site.putRemoteLink(call.caller, issue, { globalId, application, relationship, object });
    const self = `${siteView.api}/issue/${issue.key}/remotelink/${link.id}`;
    return { status: isNew ? 201 : 200, body: { id: link.id, self } };
  }

  function getPropertyKeys(call: Call) {
    const issue = visibleIssue(site, call);
    const keys = Object.keys(issue.properties).map((key) => ({ self: propertyUrl(issue.id, key), key }));
    return { status: 200, body: { keys } };
  }

  function getProperty(call: Call) {
    const issue = visibleIssue(site, call);
    const key = call.params.propertyKey ?? '';
    const value = issue.properties[key];
    if (value === undefined) throw new JiraError(404, [`The property ${key} does not exist.`]);
    return { status: 200, body: { key, value } };
  }

  function putProperty(call: Call) {
    const issue = visibleIssue(site, call);
    const key = call.params.propertyKey ?? '';
    const value = jsonSchema.safeParse(call.body);
    if (!value.success) throw new JiraError(400, ['The property value must be valid, non-empty JSON.']);
    if (key.length > 255) throw new JiraError(400, ['The property key must be at most 255 characters long.']);
    if (JSON.stringify(value.data).length > 32_768) {
      throw new JiraError(400, ['The property value must be at most 32,768 characters long.']);
    }
    const { isNew } = site.putProperty(issue, key, value.data);
    return { status: isNew ? 201 : 200, body: {} };
  }

  function linkIssues(call: Call) {
    const request = issueLinkSchema.parse(call.body);
    const type = byIdOrName(site.catalogue.linkTypes, request.type.id ?? request.type.name ?? '');
    if (type === undefined) throw new JiraError(404, [`No issue link type with name '${request.type.name}' found.`]);
    const inwardIssue = linkedIssue(request.inwardIssue);
    const outwardIssue = linkedIssue(request.outwardIssue);
    if (inwardIssue.id === outwardIssue.id) throw new JiraError(400, ['You cannot link an issue to itself.']);
    site.linkIssues(call.caller, type, inwardIssue, outwardIssue);
    return { status: 201 };
  }

  function linkedIssue({ id, key }: z.infer<typeof issueReference>) {
    const issue = site.store.find(id ?? key ?? '');
    if (issue === undefined || site.store.isHidden(issue.id)) throw issueNotFound();
    return issue;
  }

  function propertyUrl(issueId: string, key: string): string {
    return `${siteView.api}/issue/${issueId}/properties/${encodeURIComponent(key)}`;
  }
}
