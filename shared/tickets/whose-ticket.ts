import { plannedRoutes, type RoutePolicy } from '../domain/remediation/choose-route.ts';
import type { TicketRoute } from '../domain/remediation/route.ts';
import type { ShownTicket } from './ticket-system.ts';

/**
 * Whose a ticket is that no record knows by its id. Its mark and its labels say nothing: everybody who may edit a ticket may
 * put them there. Only what our own account created, where a route leads, is ours; an incident never is.
 *
 * @param route of the remediation that the mark names
 * @returns why it is not ours; undefined when it is
 */
export function whyNotOurs(
  { isOurs, isIncident, project, projectInRoutes = [] }: ShownTicket,
  route: TicketRoute,
  policy: RoutePolicy,
): string | undefined {
  if (isIncident) return 'it is an incident';
  if (!isOurs) return 'another account created it';
  const projects = new Set([route.project, ...plannedRoutes(policy).map((planned) => planned.project)]);
  return [project, ...projectInRoutes].some((name) => projects.has(name))
    ? undefined
    : `no route leads to the project ${project}`;
}
