import * as z from 'zod';

const Destination = z.object({ project: z.string(), issueType: z.string(), site: z.string().optional() });
export type Destination = z.infer<typeof Destination>;

/** Places of the configuration in which routes stand, for rules about them. */
export const ROUTE_PLACES = {
  remediation: z.object({
    defaultRoute: Destination,
    routes: z.union([z.array(Destination), z.record(z.string(), Destination)]),
  }),
  teams: z.record(z.string(), z.object({ route: Destination.optional() })),
};

const RoutePlaces = z.object(ROUTE_PLACES);

export type PlacedRoute = { readonly path: (string | number)[]; readonly route: Destination };

/** Every route, with its path. */
export function routesInConfig({ remediation, teams }: z.infer<typeof RoutePlaces>): PlacedRoute[] {
  const { defaultRoute, routes } = remediation;
  return [
    { path: ['remediation', 'defaultRoute'], route: defaultRoute },
    ...(Array.isArray(routes) ? [...routes.entries()] : Object.entries(routes)).map(
      ([place, route]): PlacedRoute => ({ path: ['remediation', 'routes', place], route }),
    ),
    ...Object.entries(teams).flatMap(([team, { route }]): PlacedRoute[] =>
      route === undefined ? [] : [{ path: ['teams', team, 'route'], route }],
    ),
  ];
}
