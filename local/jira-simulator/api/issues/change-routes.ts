import type { SimulatedCatalogue } from '../../site/catalogue.ts';
import type { Site } from '../../site/site.ts';
import { readEdit } from '../field-input.ts';
import { JiraError } from '../jira-error.ts';
import type { SimulatorCall, SimulatorRoute } from '../route.ts';
import type { SiteView } from '../site-view.ts';
import { addComments, addProperties } from './add-to-issue.ts';
import { issueRequestSchema, resolveUpdate } from './issue-request.ts';
import { visibleIssue } from './visible-issue.ts';

/** Changing and deleting issues, and moving them through their workflow. */
export function changeRoutes(site: Site, siteView: SiteView): SimulatorRoute[] {
  const { catalogue } = site;
  return [
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

  function editIssue(call: SimulatorCall) {
    const issue = visibleIssue(site, call);
    const request = issueRequestSchema.parse(call.body);
    const { fields, comments } = resolveUpdate(request, issue.labels);
    const edited = site.editIssue(call.caller, issue, readEdit(fields, catalogue));
    addProperties(site, edited, request);
    addComments(site, call.caller, edited, comments);
    return { status: 204 };
  }

  function listTransitions(call: SimulatorCall) {
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

  function transitionIssue(call: SimulatorCall) {
    const issue = visibleIssue(site, call);
    const request = issueRequestSchema.parse(call.body);
    const wantedId = request.transition?.id;
    const transition = transitionsFrom(catalogue, issue.status.id).find(({ id }) => id === wantedId);
    if (transition === undefined)
      throw new JiraError(400, [`Transition id '${wantedId}' is not valid for this issue.`]);
    const { fields, comments } = resolveUpdate(request, issue.labels);
    const moved = site.transitionIssue(call.caller, issue, transition.to, readEdit(fields, catalogue));
    addProperties(site, moved, request);
    addComments(site, call.caller, moved, comments);
    return { status: 204 };
  }
}

/** Every status reaches every other by a global transition; their ids are 11, 21, 31 … as in Jira's own workflows. */
function transitionsFrom({ statuses }: SimulatedCatalogue, statusId: string) {
  return statuses.map((to, index) => ({ id: `${index + 1}1`, to })).filter(({ to }) => to.id !== statusId);
}
