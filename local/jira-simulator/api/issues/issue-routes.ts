import * as z from 'zod';
import type { Catalogue } from '../../site/catalogue.ts';
import type { Issue } from '../../site/issue.ts';
import type { Site } from '../../site/site.ts';
import type { BulkFault } from '../../webhooks/faults.ts';
import { readEdit, readNewIssue } from '../field-input.ts';
import { issueNotFound, JiraError } from '../jira-error.ts';
import { type Call, listParameter, type Route } from '../route.ts';
import type { SiteView } from '../site-view.ts';
import { type IssueRequest, issueRequestSchema, type NewComment, resolveUpdate } from './issue-request.ts';
import type { IssueView } from './issue-view.ts';

const bulkLimit = 50;
const bulkFetchLimit = 100;

const bulkRequestSchema = z.object({ issueUpdates: z.array(z.unknown()).default([]) });
const bulkFetchSchema = z.object({
  issueIdsOrKeys: z.array(z.string()),
  fields: z.array(z.string()).default(['*navigable']),
  properties: z.array(z.string()).default([]),
  expand: z.array(z.string()).default([]),
});

type IssueRouteParts = {
  readonly site: Site;
  readonly siteView: SiteView;
  readonly issueView: IssueView;
  readonly strikeBulk: () => BulkFault | undefined;
};

/** Creating, reading, changing and moving issues through their workflow. */
export function issueRoutes({ site, siteView, issueView, strikeBulk }: IssueRouteParts): Route[] {
  const { catalogue } = site;
  return [
    {
      method: 'POST',
      pattern: '/rest/api/3/issue',
      handle: ({ body, caller }) => ({ status: 201, body: createIssue(body, caller) }),
    },
    { method: 'POST', pattern: '/rest/api/3/issue/bulk', handle: createIssues },
    { method: 'POST', pattern: '/rest/api/3/issue/bulkfetch', handle: fetchIssues },
    {
      method: 'GET',
      pattern: '/rest/api/3/issue/:issueIdOrKey',
      handle: (call) => {
        const fields = listParameter(call.query, 'fields');
        const selection = {
          fields: fields.length > 0 ? fields : ['*all'],
          properties: listParameter(call.query, 'properties'),
          expand: listParameter(call.query, 'expand'),
        };
        return { status: 200, body: issueView.issue(visibleIssue(site, call), selection) };
      },
    },
    { method: 'PUT', pattern: '/rest/api/3/issue/:issueIdOrKey', handle: editIssue },
    {
      method: 'DELETE',
      pattern: '/rest/api/3/issue/:issueIdOrKey',
      handle: (call) => {
        site.deleteIssue(call.caller, visibleIssue(site, call));
        return { status: 204 };
      },
    },
    { method: 'GET', pattern: '/rest/api/3/issue/:issueIdOrKey/transitions', handle: listTransitions },
    { method: 'POST', pattern: '/rest/api/3/issue/:issueIdOrKey/transitions', handle: transitionIssue },
  ];

  function createIssue(body: unknown, caller: Call['caller']) {
    const request = issueRequestSchema.parse(body);
    const { fields, comments } = resolveUpdate(request, []);
    const issue = site.createIssue(caller, readNewIssue(fields, catalogue), request.properties);
    addComments(caller, issue, comments);
    return { id: issue.id, key: issue.key, self: `${siteView.api}/issue/${issue.id}` };
  }

  /** One bad element does not stop the others: the answer says by its number which one failed. */
  function createIssues({ body, caller }: Call) {
    const { issueUpdates } = bulkRequestSchema.parse(body);
    if (issueUpdates.length === 0 || issueUpdates.length > bulkLimit) {
      const { body: elementErrors } = new JiraError(400, [`Give 1 to ${bulkLimit} issues in one bulk request.`]);
      return { status: 400, body: { issues: [], errors: [{ status: 400, elementErrors }] } };
    }
    const fault = strikeBulk();
    const issues: ReturnType<typeof createIssue>[] = [];
    const errors: { status: number; elementErrors: JiraError['body']; failedElementNumber: number }[] = [];
    for (const [number, update] of issueUpdates.entries()) {
      try {
        if (fault?.failedElementNumbers.includes(number)) {
          throw new JiraError(fault.status, ['The issue could not be created for a reason on the side of Jira.']);
        }
        issues.push(createIssue(update, caller));
      } catch (error) {
        const refusal = error instanceof z.ZodError ? new JiraError(400, ['Invalid request payload.']) : error;
        if (!(refusal instanceof JiraError)) throw error;
        errors.push({ status: refusal.status, elementErrors: refusal.body, failedElementNumber: number });
      }
    }
    return { status: issues.length > 0 ? 201 : 400, body: { issues, errors } };
  }

  function fetchIssues({ body }: Call) {
    const { issueIdsOrKeys, ...selection } = bulkFetchSchema.parse(body);
    if (issueIdsOrKeys.length === 0 || issueIdsOrKeys.length > bulkFetchLimit) {
      throw new JiraError(400, [`Ask for 1 to ${bulkFetchLimit} issues in one request.`]);
    }
    // What is deleted or hidden from the caller is silently absent: neither an issue nor an error tells of it.
    const found = new Map<string, Issue>();
    for (const idOrKey of issueIdsOrKeys) {
      const issue = site.store.find(idOrKey);
      if (issue !== undefined && !site.store.isHidden(issue.id)) found.set(issue.id, issue);
    }
    const inIdOrder = [...found.values()].sort((left, right) => Number(left.id) - Number(right.id));
    return {
      status: 200,
      body: { issues: inIdOrder.map((issue) => issueView.issue(issue, selection)), issueErrors: [] },
    };
  }

  function editIssue(call: Call) {
    const issue = visibleIssue(site, call);
    const request = issueRequestSchema.parse(call.body);
    const { fields, comments } = resolveUpdate(request, issue.labels);
    const edited = site.editIssue(call.caller, issue, readEdit(fields, catalogue));
    addProperties(edited, request);
    addComments(call.caller, edited, comments);
    return { status: 204 };
  }

  function listTransitions(call: Call) {
    const { status } = visibleIssue(site, call);
    const transitions = transitionsFrom(catalogue, status.id).map(({ id, to }) => ({
      id,
      name: to.name,
      to: siteView.status(to),
      hasScreen: false,
      isGlobal: true,
      isInitial: false,
      isAvailable: true,
      isConditional: false,
      looped: false,
    }));
    return { status: 200, body: { expand: 'transitions', transitions } };
  }

  function transitionIssue(call: Call) {
    const issue = visibleIssue(site, call);
    const request = issueRequestSchema.parse(call.body);
    const wantedId = request.transition?.id;
    const transition = transitionsFrom(catalogue, issue.status.id).find(({ id }) => id === wantedId);
    if (transition === undefined)
      throw new JiraError(400, [`Transition id '${wantedId}' is not valid for this issue.`]);
    const { fields, comments } = resolveUpdate(request, issue.labels);
    const moved = site.transitionIssue(call.caller, issue, transition.to, readEdit(fields, catalogue));
    addProperties(moved, request);
    addComments(call.caller, moved, comments);
    return { status: 204 };
  }

  function addProperties({ id }: Issue, { properties }: IssueRequest): void {
    for (const { key, value } of properties) site.putProperty(current(site, id), key, value);
  }

  function addComments(author: Call['caller'], { id }: Issue, comments: readonly NewComment[]): void {
    for (const { body, properties } of comments) site.addComment(author, current(site, id), body, properties);
  }
}

/** The issue that the path names; one that the caller may not see is as good as gone. */
export function visibleIssue({ store }: Site, { params }: Call): Issue {
  const issue = store.find(params.issueIdOrKey ?? '');
  if (issue === undefined || store.isHidden(issue.id)) throw issueNotFound();
  return issue;
}

function current({ store }: Site, id: string): Issue {
  const issue = store.find(id);
  if (issue === undefined) throw issueNotFound();
  return issue;
}

/** Every status reaches every other by a global transition; their ids are 11, 21, 31 … as in Jira's own workflows. */
function transitionsFrom({ statuses }: Catalogue, statusId: string) {
  return statuses.map((to, index) => ({ id: `${index + 1}1`, to })).filter(({ to }) => to.id !== statusId);
}
