import * as z from 'zod';
import { byIdOrName } from '../../site/catalogue.ts';
import { jsonValueSchema } from '../../site/json.ts';
import type { Site } from '../../site/site.ts';
import { issueNotFound, JiraError } from '../jira-error.ts';
import type { SimulatorCall, SimulatorRoute } from '../route.ts';
import type { SiteView } from '../site-view.ts';
import type { IssueView } from './issue-view.ts';
import { mustMayLink } from './permission-checks.ts';
import { visibleIssue } from './visible-issue.ts';

const jsonObject = z.record(z.string(), jsonValueSchema);

const remoteLinkSchema = z.object({
  globalId: z.string().max(255).optional(),
  application: jsonObject.default({}),
  relationship: z.string().optional(),
  object: z.looseObject({ title: z.string(), url: z.string() }).catchall(jsonValueSchema).optional(),
});

const issueReference = z.object({ id: z.string().optional(), key: z.string().optional() });
const issueLinkSchema = z.object({
  type: z.object({ id: z.string().optional(), name: z.string().optional() }),
  inwardIssue: issueReference,
  outwardIssue: issueReference,
});

/** Links of an issue: to pages elsewhere, and to other issues. */
export function linkRoutes(site: Site, siteView: SiteView, issueView: IssueView): SimulatorRoute[] {
  return [
    { method: 'GET', pattern: '/rest/api/3/issue/:issueIdOrKey/remotelink', handle: getRemoteLinks },
    { method: 'POST', pattern: '/rest/api/3/issue/:issueIdOrKey/remotelink', handle: putRemoteLink },
    { method: 'POST', pattern: '/rest/api/3/issueLink', handle: linkIssues },
  ];

  function getRemoteLinks(call: SimulatorCall) {
    const issue = visibleIssue(site, call);
    const globalId = call.query.get('globalId');
    if (globalId === null)
      return { status: 200, body: issue.remoteLinks.map((link) => issueView.remoteLink(issue, link)) };
    const link = issue.remoteLinks.find((each) => each.globalId === globalId);
    if (link === undefined) throw new JiraError(404, ['No remote issue link exists for the global id.']);
    return { status: 200, body: issueView.remoteLink(issue, link) };
  }

  function putRemoteLink(call: SimulatorCall) {
    const issue = visibleIssue(site, call);
    if (!site.rules.may('LINK_ISSUES', issue.project)) {
      throw new JiraError(403, ['You do not have permission to link issues in this project.']);
    }
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

  function linkIssues(call: SimulatorCall) {
    const request = issueLinkSchema.parse(call.body);
    if (!site.description.isLinkingOn) throw new JiraError(404, ['Issue linking is currently disabled.']);
    const type = byIdOrName(site.catalogue.linkTypes, request.type.id ?? request.type.name ?? '');
    if (type === undefined) throw new JiraError(404, [`No issue link type with name '${request.type.name}' found.`]);
    const inwardIssue = linkedIssue(request.inwardIssue);
    const outwardIssue = linkedIssue(request.outwardIssue);
    if (inwardIssue.id === outwardIssue.id) throw new JiraError(400, ['You cannot link an issue to itself.']);
    mustMayLink(site, inwardIssue);
    mustMayLink(site, outwardIssue);
    site.linkIssues(call.caller, type, inwardIssue, outwardIssue);
    return { status: 201 };
  }

  function linkedIssue({ id, key }: z.infer<typeof issueReference>) {
    const issue = site.findIssue(id ?? key ?? '');
    if (issue === undefined || !site.isVisible(issue)) throw issueNotFound();
    return issue;
  }
}
