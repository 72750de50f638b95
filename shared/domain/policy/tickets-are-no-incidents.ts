import * as z from 'zod';
import { type Problem, rule } from '../words/settings.ts';

const Destination = z.object({ project: z.string(), issueType: z.string() });
type Destination = z.infer<typeof Destination>;

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
    remediation: z.object({
      defaultRoute: Destination,
      routes: z.union([z.array(Destination), z.record(z.string(), Destination)]),
    }),
    teams: z.record(z.string(), z.object({ route: Destination.optional() })),
  },
  ({ incidents, remediation: { defaultRoute, routes }, teams }) => {
    const isIncident = ({ project, issueType }: Destination) =>
      incidents.jira.projects.some(
        // Tickets of fixes are on the site of `jira`.
        (incident) =>
          incident.site === undefined &&
          incident.project === project &&
          incident.issueTypes.some((name) => isSameName(name, issueType)),
      );
    const found: [path: (string | number)[], route: Destination | undefined][] = [
      [['remediation', 'defaultRoute'], defaultRoute],
      ...(Array.isArray(routes) ? [...routes.entries()] : Object.entries(routes)).map(
        ([place, route]): [(string | number)[], Destination] => [['remediation', 'routes', place], route],
      ),
      ...Object.entries(teams).map(([team, { route }]): [string[], Destination | undefined] => [
        ['teams', team, 'route'],
        route,
      ]),
    ];
    return found.flatMap(([path, route]): Problem[] => {
      if (route === undefined || !isIncident(route)) return [];
      const expected = 'expected another issue type or project than those of incidents.jira.projects';
      return [{ path: [...path, 'issueType'], expected }];
    });
  },
);

/** Compares names of issue types as Jira does. */
const isSameName = (a: string, b: string): boolean => a.trim().toLowerCase() === b.trim().toLowerCase();
