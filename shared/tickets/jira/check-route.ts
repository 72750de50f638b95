import type { PlannedRoute } from '../../domain/remediation/choose-route.ts';
import type { RemediationPolicy } from '../../domain/remediation/remediation-policy.ts';
import { type FoundProblem, type Look, looked, notSeen } from '../../domain/words/look.ts';
import { shortened } from '../../domain/words/shorten.ts';
import type { CreateMetadata } from '../../jira/create-metadata.ts';
import type { JiraGateway } from '../../jira/gateway.ts';
import { JiraRefused } from '../../jira/jira-errors.ts';
import { lackingPermission } from '../../jira/lacking-permission.ts';
import { type CheckedRoute, screenProblems } from './check-screen.ts';
import { waysOf, workflowLook } from './check-workflow.ts';
import type { CreateScreens } from './create-screens.ts';
import { type LinkSetting, linkTypeFor } from './link-type.ts';

export type RouteChecker = {
  readonly jira: Pick<JiraGateway, 'lackingPermissions' | 'linkTypes' | 'statusesIn' | 'newestIn' | 'waysFrom'>;
  readonly screens: CreateScreens;
};

/**
 * Looks whether tickets can be made by a route and followed to their end: the permissions of our account, the fields that the screen
 * requires, the values that it allows, the type of links, the end of the workflow and the way back. What a validator of the
 * workflow asks for is only seen by creating.
 */
export async function checkRoute(
  { jira, screens }: RouteChecker,
  { route, severities }: CheckedRoute,
  { claims }: Pick<RemediationPolicy, 'claims'>,
): Promise<readonly Look[]> {
  const what = `${route.path}: ${route.issueType} in ${route.project}`;
  try {
    const screen = await screens.asked(route);
    return await lookAtRoute(jira, { what, route, severities, screen, claims }).catch((error: unknown) => [
      notSeen(what, error),
    ]);
  } catch (error) {
    if (!(error instanceof JiraRefused)) return [notSeen(what, error)];
    return [{ ...looked(what, [refused(route, error)]), leavesOpen: [what, waysOf(route)] }];
  }
}

async function lookAtRoute(
  jira: RouteChecker['jira'],
  asked: Pick<RemediationPolicy, 'claims'> & CheckedRoute & { what: string; screen: CreateMetadata },
): Promise<readonly Look[]> {
  const { what, route, severities, screen, claims } = asked;
  const { project } = route;
  const wanted = new Map(permissionsFor(route));
  const lacking = await jira.lackingPermissions(project, [...wanted.keys()]);
  const workflow = { project, issueTypeId: screen.issueType.id };
  const mayMove = !lacking.includes('TRANSITION_ISSUES');
  const { problems, notes, ways, leavesOpen } = await workflowLook(jira, { route, workflow, claims, mayMove });
  const ofRoute = looked(
    what,
    [
      ...lacking.map((key) => lackingPermission(key, wanted.get(key) ?? '')),
      ...screenProblems(
        { route: lacking.includes('SET_ISSUE_SECURITY') ? withoutLevel(route) : route, severities },
        screen,
      ),
      ...(linksOf(route).length === 0 ? [] : withoutLinks(route, await jira.linkTypes())),
      ...problems,
    ],
    notes,
  );
  return [{ ...ofRoute, leavesOpen: [...leavesOpen] }, ...ways];
}

/** Permissions that tickets of a route take, and what does not work without each. */
function permissionsFor(route: PlannedRoute): [key: string, without: string][] {
  const { assignee, securityLevel } = route;
  const links = linksOf(route).map((setting) => WITHOUT_LINK[setting]);
  return [
    ['BROWSE_PROJECTS', 'its tickets are not found'],
    ['CREATE_ISSUES', 'no ticket is made'],
    ['EDIT_ISSUES', 'no ticket is made, because none can be marked as ours'],
    ['TRANSITION_ISSUES', 'no ticket is reopened or closed'],
    ['ADD_COMMENTS', 'nobody reads in a ticket why it was reopened'],
    ...(links.length === 0 ? [] : [lack('LINK_ISSUES', links.join(', and '))]),
    ...(assignee === undefined ? [] : [lack('ASSIGN_ISSUES', 'nobody is assigned')]),
    ...(securityLevel === undefined ? [] : [lack('SET_ISSUE_SECURITY', 'its security level is not set')]),
  ];
}

/** A field that we may not set is not on the screen, either: it is said once. */
const withoutLevel = ({ securityLevel: _, ...route }: PlannedRoute): PlannedRoute => route;

const lack = (key: string, without: string): [string, string] => [key, without];

/** Links that a route wants. */
const linksOf = (route: PlannedRoute): LinkSetting[] =>
  (['duplicateLink', 'incidentLink', 'followUpLink'] as const).filter(
    (setting) => route[setting] !== 'none' && (setting !== 'followUpLink' || route.followUpLink !== undefined),
  );

const WITHOUT_LINK: Record<LinkSetting, string> = {
  duplicateLink: 'second tickets are closed without a link',
  incidentLink: 'no ticket is linked to its incident',
  followUpLink: 'a follow-up is not linked to the ticket that could not be reopened',
};

function withoutLinks(route: PlannedRoute, types: readonly { id: string; name: string }[]): FoundProblem[] {
  return linksOf(route).flatMap((setting) => {
    const type = linkTypeFor(setting, types, route);
    if (!('problem' in type)) return [];
    const { problem, advice = `set ${route.path}.${setting}` } = type;
    return [{ code: `no link type ${setting}`, problem: `${problem}, so ${WITHOUT_LINK[setting]}`, advice }];
  });
}

/** A site may have thousands of types. */
const REASONS_LIMIT = 500;

/** The project, or the type in it, is none that we may create. */
function refused({ path }: PlannedRoute, { reasons }: JiraRefused): FoundProblem {
  return {
    code: 'not creatable',
    problem: `no ticket is made: ${shortened(reasons, REASONS_LIMIT)}`,
    advice: `correct ${path}.project and ${path}.issueType, or give our account the permission to create issues there`,
  };
}
