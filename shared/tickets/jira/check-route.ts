import type { PlannedRoute } from '../../domain/remediation/choose-route.ts';
import { Severity } from '../../domain/words/severity.ts';
import type { CreateMetadata } from '../../jira/create-metadata.ts';
import { allowedValue } from '../../jira/field-metadata.ts';
import type { JiraGateway } from '../../jira/gateway.ts';
import { JiraRefused } from '../../jira/jira-errors.ts';
import type { TicketSystemCheck } from '../ticket-system.ts';
import type { CreateScreens } from './create-screens.ts';
import { linkTypeFor } from './link-type.ts';
import { choicesOf, nameOf, routeSetting, unfilledFields } from './refused-creation.ts';

/**
 * Looks whether tickets can be made by a route and followed: the permissions of our account, the fields that the screen requires, the
 * values that it allows, the type of links. What a validator of the workflow asks for is only seen by creating.
 */
export async function checkRoute(
  { jira, screens }: { jira: Pick<JiraGateway, 'lackingPermissions' | 'linkTypes'>; screens: CreateScreens },
  route: PlannedRoute,
): Promise<TicketSystemCheck> {
  const what = `remediation tickets of the type ${route.issueType} in the Jira project ${route.project}`;
  try {
    const ofScreen = routeProblems(route, await screens.asked(route));
    const wanted = new Map(permissionsFor(route));
    const lacking = await jira.lackingPermissions(route.project, [...wanted.keys()]);
    const problems = [
      ...lacking.map((key) => lackingPermission(key, wanted.get(key) ?? '')),
      ...ofScreen,
      ...linkProblems(await jira.linkTypes(), route),
    ];
    return { what, problem: problems.length === 0 ? undefined : problems.join('; ') };
  } catch (error) {
    if (error instanceof JiraRefused) return { what, problem: `${route.path}: ${error.message}` };
    throw error;
  }
}

/** Permissions that tickets of a route take, and what does not work without each. */
function permissionsFor({ assignee, securityLevel, duplicateLink }: PlannedRoute): [key: string, without: string][] {
  return [
    ['BROWSE_PROJECTS', 'its tickets are not found'],
    ['CREATE_ISSUES', 'no ticket is made'],
    ['EDIT_ISSUES', 'no ticket is made, because none can be marked as ours'],
    ['TRANSITION_ISSUES', 'no ticket is reopened or closed'],
    ['ADD_COMMENTS', 'nobody reads in a ticket why it was reopened'],
    ...(duplicateLink === 'none' ? [] : [lack('LINK_ISSUES', 'second tickets are closed without a link')]),
    ...(assignee === undefined ? [] : [lack('ASSIGN_ISSUES', 'nobody is assigned')]),
    ...(securityLevel === undefined ? [] : [lack('SET_ISSUE_SECURITY', 'its security level is not set')]),
  ];
}

function linkProblems(types: readonly { id: string; name: string }[], route: PlannedRoute): string[] {
  const without = {
    duplicateLink: 'second tickets are closed without a link',
    incidentLink: 'no ticket is linked to its incident',
  } as const;
  return (['duplicateLink', 'incidentLink'] as const).flatMap((setting) => {
    const type = route[setting] === 'none' ? undefined : linkTypeFor(setting, types, route);
    return typeof type === 'string' ? [`${type}: until then ${without[setting]}`] : [];
  });
}

const lack = (key: string, without: string): [string, string] => [key, without];

/** @param key such as ADD_COMMENTS, which Jira shows as "Add comments" */
function lackingPermission(key: string, without: string): string {
  const words = key.toLowerCase().replaceAll('_', ' ');
  return `our account lacks the permission to ${words}, so ${without}: grant it in the permission scheme of the project`;
}

/** What of a route its screen does not take, a line each. */
export function routeProblems(route: PlannedRoute, metadata: CreateMetadata): string[] {
  const { fields: screen } = metadata;
  const { path, component = [], securityLevel, fields = {}, priority, assignee } = route;
  const configured = [
    ...['project', 'issuetype', 'summary', 'description', 'labels'],
    ...(priority === 'none' ? [] : ['priority']),
    ...(route.due === 'none' ? [] : ['duedate']),
    ...(component.length === 0 ? [] : ['components']),
    ...(assignee === undefined ? [] : ['assignee']),
    ...(route.parent === undefined ? [] : ['parent']),
    ...(securityLevel === undefined ? [] : ['security']),
    ...Object.keys(fields),
  ];
  const required = unfilledFields(metadata, configured).map(
    ({ id, field }) => `set ${routeSetting(path, id)}: ${nameOf(id, field)} is required${choicesOf(field)}`,
  );
  return [
    ...required,
    ...component.flatMap((name) => notAllowed(screen, 'components', name, `${path}.component`)),
    ...Severity.options.flatMap((level) => {
      const name = priority === 'none' ? undefined : priority?.[level];
      return name === undefined ? [] : notAllowed(screen, 'priority', name, `${path}.priority.${level}`);
    }),
    ...(securityLevel === undefined ? [] : notAllowed(screen, 'security', securityLevel, `${path}.securityLevel`)),
    ...Object.entries(fields).flatMap(([id, setting]) => {
      const names = 'option' in setting ? [setting.option] : 'options' in setting ? setting.options : [];
      if (!screen.has(id)) return [`${path}.fields.${id}: the screen has no such field; it is said in the description`];
      return names.flatMap((name) => notAllowed(screen, id, name, `${path}.fields.${id}`));
    }),
  ];
}

function notAllowed(screen: CreateMetadata['fields'], id: string, wanted: string, line: string): string[] {
  const field = screen.get(id);
  if (field === undefined) return [`${line}: the screen has no field ${id}, or this account may not set it`];
  const { allowedValues } = field;
  if (allowedValues === undefined || allowedValue(allowedValues, wanted) !== undefined) return [];
  return [`${line}: ${nameOf(id, field)} has no ${wanted}${choicesOf(field)}`];
}
