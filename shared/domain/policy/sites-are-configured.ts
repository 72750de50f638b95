import * as z from 'zod';
import { type Problem, rule } from '../words/settings.ts';
import { ROUTE_PLACES, routesInConfig } from './routes-in-config.ts';

const sites = z.object({ sites: z.record(z.string(), z.unknown()) });

/** @returns what is wrong with the name of a site, if it is none of `jira.sites` */
function unknownSite(
  site: string | undefined,
  { sites: known }: z.infer<typeof sites>,
  path: (string | number)[],
): Problem[] {
  if (site === undefined || Object.hasOwn(known, site)) return [];
  const expected = `expected the name of one of jira.sites: ${Object.keys(known).join(', ') || 'there is none yet'}`;
  return [{ path: [...path, 'site'], expected }];
}

const incidentsNameSites = rule(
  {
    incidents: z.object({ jira: z.object({ projects: z.array(z.object({ site: z.string().optional() })) }) }),
    jira: sites,
  },
  ({ incidents, jira }) =>
    incidents.jira.projects.flatMap(({ site }, index) =>
      unknownSite(site, jira, ['incidents', 'jira', 'projects', index]),
    ),
);

const routesNameSites = rule({ ...ROUTE_PLACES, jira: sites }, ({ jira, ...routes }) =>
  routesInConfig(routes).flatMap(({ path, route }) => unknownSite(route.site, jira, path)),
);

/** Whatever names a Jira names one of the configuration. */
export const sitesAreConfigured = [incidentsNameSites, routesNameSites];
