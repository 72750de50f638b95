import * as z from 'zod';
import type { Issue } from '../../site/issue.ts';
import type { Site } from '../../site/site.ts';
import type { WorkflowTransition } from '../../sites/workflow-description.ts';
import { readTransition } from '../fields/read-transition.ts';
import { screenInForce } from '../fields/screen-in-force.ts';
import { JiraError } from '../jira-error.ts';
import { fieldMetadata } from '../metadata/field-metadata.ts';
import { listParameter, type SimulatorCall, type SimulatorRoute } from '../route.ts';
import type { SiteView } from '../site-view.ts';
import { addComments, addProperties } from './add-to-issue.ts';
import { issueRequestSchema, resolveUpdate } from './issue-request.ts';
import { mustMayComment } from './permission-checks.ts';
import { visibleIssue } from './visible-issue.ts';

/** Moving issues through their workflow. */
export function transitionRoutes(site: Site, siteView: SiteView): SimulatorRoute[] {
  return [
    { method: 'GET', pattern: '/rest/api/3/issue/:issueIdOrKey/transitions', handle: listTransitions },
    { method: 'POST', pattern: '/rest/api/3/issue/:issueIdOrKey/transitions', handle: transitionIssue },
  ];

  /** Without the permission the list is empty, which looks as if there were no way. */
  function listTransitions(call: SimulatorCall) {
    const issue = visibleIssue(site, call);
    const isWithFields = listParameter(call.query, 'expand').includes('transitions.fields');
    const wantedId = call.query.get('transitionId');
    const transitions = offered(site, issue)
      .filter(({ id }) => wantedId === null || id === wantedId)
      .map((way) => ({
        id: way.id,
        name: way.name,
        to: siteView.status(site.rules.statusWithId(way.to)),
        hasScreen: way.screen !== 'every field' && Object.keys(way.screen).length > 0,
        isGlobal: way.from === 'every status',
        isInitial: false,
        isAvailable: true,
        isConditional: false,
        looped: way.isLooped,
        ...(isWithFields && { fields: fieldsOf(issue, way) }),
      }));
    return { status: 200, body: { expand: 'transitions', transitions } };
  }

  /** The kind site has no screens of transitions to tell of, and takes every field. */
  function fieldsOf({ project }: Issue, { screen }: WorkflowTransition) {
    const { comment: _comment, ...fields } =
      screen === 'every field' ? {} : screenInForce(site, screen, project, 'integration');
    return fieldMetadata(fields, site, project, siteView);
  }

  function transitionIssue(call: SimulatorCall) {
    const issue = visibleIssue(site, call);
    const request = issueRequestSchema.parse(call.body);
    const way = wantedWay(request.transition, issue);
    if (way.refusal !== undefined) throw new JiraError(400, [way.refusal]);
    const { fields, comments } = resolveUpdate(request, issue.labels, site.description);
    const edit = readTransition(fields, site, {
      issue,
      way,
      actor: call.caller,
      user: 'integration',
      hasComment: comments.length > 0,
    });
    if (comments.length > 0) mustMayComment(site, issue);
    const moved = site.transitionIssue(call.caller, issue, way, edit);
    addProperties(site, moved, request);
    addComments(site, call.caller, moved, comments);
    return { status: 204 };
  }

  function wantedWay(wanted: unknown, issue: Issue): WorkflowTransition {
    if (wanted === undefined) throw new JiraError(400, ["Missing 'transition' identifier"]);
    const id = transitionSchema.safeParse(wanted).data?.id;
    if (id === undefined) throw new JiraError(400, ["'transition' identifier must be an integer"]);
    const way = offered(site, issue).find((each) => each.id === id);
    if (way === undefined) throw new JiraError(400, [`Transition id '${id}' is not valid for this issue.`]);
    return way;
  }
}

const transitionSchema = z.object({ id: z.string() });

/** What the integration can do now: not what is for others, and nothing without the permission. */
function offered({ rules }: Site, issue: Issue): readonly WorkflowTransition[] {
  if (!rules.may('TRANSITION_ISSUES', issue.project)) return [];
  return rules.waysOf(issue).filter(({ isForIntegration }) => isForIntegration);
}
