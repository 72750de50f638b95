import * as z from 'zod';
import { type Problem, rule } from '../words/settings.ts';
import { type Destination, ROUTE_PLACES, routesInConfig } from './routes-in-config.ts';

/** The ticket of a fix that is an incident, too, would open a post-mortem when it closes, and that one tickets of its own. */
export const ticketsAreNoIncidents = rule(
  {
    incidents: z.object({
      jira: z.object({
        projects: z.array(
          z.object({ project: z.string(), issueTypes: z.array(z.string()), site: z.string().optional() }),
        ),
      }),
    }),
    ...ROUTE_PLACES,
  },
  ({ incidents, ...routes }) => {
    const isIncident = ({ site, project, issueType }: Destination) =>
      incidents.jira.projects.some(
        (incident) =>
          incident.site === site &&
          incident.project === project &&
          incident.issueTypes.some((name) => isSameName(name, issueType)),
      );
    return routesInConfig(routes).flatMap(({ path, route }): Problem[] => {
      if (!isIncident(route)) return [];
      const expected = 'expected another issue type or project than those of incidents.jira.projects';
      return [{ path: [...path, 'issueType'], expected }];
    });
  },
);

/** Compares names of issue types as Jira does. */
const isSameName = (a: string, b: string): boolean => a.trim().toLowerCase() === b.trim().toLowerCase();
