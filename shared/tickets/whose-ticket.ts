import { type RoutePolicy, routesOn } from '../domain/remediation/choose-route.ts';
import type { NamedRoute } from '../domain/remediation/route.ts';
import type { ShownTicket, TicketSystem } from './ticket-system.ts';

/**
 * Whose a ticket is that no record knows by its id. Its mark and its labels say nothing: everybody who may edit a ticket may
 * put them there. Only what our own account created, where a route leads, is ours; an incident never is.
 *
 * @param key of the site that it is on
 * @param route of the remediation that the mark names, if there is one
 * @returns why it is not ours; undefined when it is
 */
export function whyNotOurs(
  { isOurs, isIncident, project, projectInRoutes = [] }: ShownTicket,
  { key }: Pick<TicketSystem, 'key'>,
  route: NamedRoute | undefined,
  policy: RoutePolicy,
): string | undefined {
  if (isIncident) return 'it is an incident';
  if (!isOurs) return 'another account created it';
  const leadHere = [...(route !== undefined && route.site === key ? [route] : []), ...routesOn(key, policy)];
  const projects = new Set(leadHere.map((one) => one.project));
  return [project, ...projectInRoutes].some((name) => projects.has(name))
    ? undefined
    : `no route leads to the project ${project}`;
}

/**
 * The ticket with the projects out of which people moved it, where those decide whose it is: what was made where a route leads stays ours,
 * wherever it is taken to.
 */
export async function withFormerProjects(
  shown: ShownTicket,
  system: Pick<TicketSystem, 'key'>,
  policy: RoutePolicy,
): Promise<ShownTicket> {
  const { isOurs, isIncident, projectInRoutes = [], formerProjects } = shown;
  if (!isOurs || isIncident || formerProjects === undefined) return shown;
  if (whyNotOurs(shown, system, undefined, policy) === undefined) return shown;
  return { ...shown, projectInRoutes: [...projectInRoutes, ...(await formerProjects())] };
}
