import { Severity } from '../words/severity.ts';
import type { Tlp } from '../words/tlp.ts';
import { priorityOf, type Recommendation } from './recommendation.ts';
import type { RemediationCommon } from './remediation.ts';
import type { NamedRoute, RouteSetting } from './route.ts';
import type { RouteCondition, RoutesSetting } from './route-rules.ts';
import type { TeamDirectory } from './team-directory.ts';

/** Route of the configuration, with its place there. */
export type PlannedRoute = RouteSetting & {
  /** The name that it was given, else its path. */
  readonly name: string;
  /** Path in the configuration, for whoever has to change it: `remediation.routes[2]`. */
  readonly path: string;
};

/** What routes are chosen by. `severity` is the priority of the fix: impact alone decides it. */
export type RouteFacts = {
  readonly team: string;
  readonly kind: Recommendation['kind'];
  /** Controls of frameworks as "ISO 27001 A.5.27", and by their ids alone. */
  readonly controls: readonly string[];
  readonly tlp: Tlp;
  readonly severity: Severity;
};

export type RoutePolicy = {
  readonly remediation: { readonly routes: RoutesSetting; readonly defaultRoute: RouteSetting };
  readonly teams: TeamDirectory;
};

type Candidate = { readonly route: PlannedRoute; readonly when: RouteCondition };

/** Route of a recommendation, and why those before it are not. */
export type ChosenRoute = {
  readonly route: PlannedRoute;
  readonly passedOver: readonly { readonly route: PlannedRoute; readonly because: string }[];
};

export function routeFacts(
  { kind, ownerTeam, controls = [], impact }: Pick<Recommendation, 'kind' | 'ownerTeam' | 'controls' | 'impact'>,
  tlp: Tlp,
): RouteFacts {
  return {
    team: ownerTeam,
    kind,
    controls: controls.flatMap(({ framework, id }) => [`${framework} ${id}`, id]),
    tlp,
    severity: priorityOf({ impact }),
  };
}

/**
 * Chooses the first route whose condition holds; then that of the team in the directory; else the default. A team from
 * before the directory, or one that left it, may still be named by a condition.
 */
export function chooseRoute(facts: RouteFacts, policy: RoutePolicy): ChosenRoute {
  const passedOver: { route: PlannedRoute; because: string }[] = [];
  for (const { route, when } of candidates(policy)) {
    const because = mismatch(when, facts);
    if (because === undefined) return { route, passedOver };
    passedOver.push({ route, because });
  }
  return { route: defaultRouteOf(policy), passedOver };
}

/** Every route of the configuration, in the order in which they are tried. */
export const plannedRoutes = (policy: RoutePolicy): PlannedRoute[] => [
  ...candidates(policy).map(({ route }) => route),
  defaultRouteOf(policy),
];

/** Severities of the fixes that may come to a route: its own condition admits them, and no route before it takes all of them. */
export function severitiesOf({ path }: PlannedRoute, policy: RoutePolicy): Severity[] {
  let left: Severity[] = [...Severity.options];
  for (const { route, when } of candidates(policy)) {
    const admitted = left.filter((level) => admits(when.severity, [level]));
    if (route.path === path) return admitted;
    const { severity: _, ...others } = when;
    const takesAll = Object.values(others).every((condition) => condition === undefined);
    if (takesAll) left = left.filter((level) => !admitted.includes(level));
  }
  return left;
}

/** Those of them that lead to one site. @param site its name in `jira.sites`; undefined for the site of `jira` */
export const routesOn = (site: string | undefined, policy: RoutePolicy): PlannedRoute[] =>
  plannedRoutes(policy).filter((route) => route.site === site);

/**
 * The route of the configuration that a ticket was made with: of the same name, else to the same place, else to the same
 * project. A ticket whose route is gone is moved and linked as the default says, where that leads to the same site: what it
 * names is there on no other.
 *
 * @param site that the ticket is on, by its name in `jira.sites`
 */
export function routeOfTicket(recorded: NamedRoute, policy: RoutePolicy, site?: string): PlannedRoute {
  const all = routesOn(site, policy);
  const defaultRoute = defaultRouteOf(policy);
  return (
    all.find(({ name, project }) => name === recorded.name && project === recorded.project) ??
    all.find(({ project, issueType }) => project === recorded.project && issueType === recorded.issueType) ??
    all.find(({ project }) => project === recorded.project) ??
    (defaultRoute.site === site ? defaultRoute : withoutSettings(recorded, site))
  );
}

/** A route that the configuration has no more. */
const withoutSettings = ({ project, issueType, name }: NamedRoute, site: string | undefined): PlannedRoute => {
  const path = 'remediation.routes';
  return { project, issueType, name: name ?? path, path, ...(site === undefined ? {} : { site }) };
};

/**
 * The route whose settings fit a ticket where it is now. Somebody may have moved it to the project of another route, whose workflow
 * has ways and fields of its own.
 *
 * @param place keys by which routes may call the project that the ticket is in, and names of its type
 * @param site that it is on, by its name in `jira.sites`
 * @returns in a project to which no route leads, its own route without the names of ways, which are those of another workflow
 */
export function routeWhereItIs(
  recorded: NamedRoute,
  { projects, types }: { projects: readonly string[]; types: readonly string[] },
  policy: RoutePolicy,
  site?: string,
): PlannedRoute {
  const own = routeOfTicket(recorded, policy, site);
  if (projects.includes(recorded.project)) return own;
  const there = routesOn(site, policy).filter(({ project }) => projects.includes(project));
  const names = types.map((name) => name.toLowerCase());
  return there.find(({ issueType }) => names.includes(issueType.toLowerCase())) ?? there[0] ?? withoutWays(own);
}

function withoutWays({ reopen = {}, close = {}, ...route }: PlannedRoute): PlannedRoute {
  const { transition: _, ...reopening } = reopen;
  const { transition: __, ...closing } = close;
  return { ...route, reopen: reopening, close: closing };
}

/** What a record keeps of a route. */
export const recordedRoute = ({ project, issueType, component, name, site }: PlannedRoute): NamedRoute => ({
  project,
  issueType,
  ...(component === undefined ? {} : { component: component.join(', ') }),
  name,
  ...(site === undefined ? {} : { site }),
});

type RouteInRecord = Pick<RemediationCommon, 'route' | 'routeName' | 'routeSite'>;

/** The route in a record. */
export const routeIn = ({ route, routeName, routeSite }: RouteInRecord): NamedRoute => ({
  ...route,
  ...(routeName === undefined ? {} : { name: routeName }),
  ...(routeSite === undefined ? {} : { site: routeSite }),
});

/** How a record keeps it. */
export const routeFields = ({ name, site, ...route }: NamedRoute): RouteInRecord => ({
  route,
  ...(name === undefined ? {} : { routeName: name }),
  ...(site === undefined ? {} : { routeSite: site }),
});

/** What a remediation keeps, with another route. */
export function withRoute(kept: RemediationCommon, route: NamedRoute): RemediationCommon {
  const { routeName: _name, routeSite: _site, ...others } = kept;
  return { ...others, ...routeFields(route) };
}

function candidates({ remediation: { routes }, teams }: RoutePolicy): Candidate[] {
  const ruled = Array.isArray(routes)
    ? routes.map(({ name, when, ...route }, index) => {
        const path = `remediation.routes[${index}]`;
        return { route: { ...route, name: name ?? path, path }, when };
      })
    : Object.entries(routes).map(([team, route]) => ofTeam(team, route, `remediation.routes.${team}`));
  const ofTeams = Object.entries(teams).flatMap(([team, { route }]) =>
    route === undefined ? [] : [ofTeam(team, route, `teams.${team}.route`)],
  );
  return [...ruled, ...ofTeams];
}

const ofTeam = (team: string, route: RouteSetting, path: string): Candidate => ({
  route: { ...route, name: path, path },
  when: { team: [team] },
});

function defaultRouteOf({ remediation: { defaultRoute } }: RoutePolicy): PlannedRoute {
  const path = 'remediation.defaultRoute';
  return { ...defaultRoute, name: path, path };
}

/** @returns why the route is not this recommendation's; undefined when it is */
function mismatch(when: RouteCondition, { team, kind, controls, tlp, severity }: RouteFacts): string | undefined {
  if (!admits(when.team, [team])) return `the team is ${team}, not ${oneOf(when.team)}`;
  if (!admits(when.kind, [kind])) return `the kind is ${kind}, not ${oneOf(when.kind)}`;
  if (!admitsControl(when.control, controls)) return `no control is ${oneOf(when.control)}`;
  if (!admits(when.tlp, [tlp])) return `the record is TLP:${tlp}, not ${oneOf(when.tlp)}`;
  if (!admits(when.severity, [severity])) return `the severity is ${severity}, not ${oneOf(when.severity)}`;
  return undefined;
}

const admits = (wanted: readonly string[] | undefined, found: readonly string[]): boolean =>
  wanted === undefined || wanted.some((one) => found.includes(one));

/** People write the names of controls by hand: AC-2 and ac-2 are one. */
const admitsControl = (wanted: readonly string[] | undefined, found: readonly string[]): boolean =>
  admits(wanted?.map(inSmallLetters), found.map(inSmallLetters));

const inSmallLetters = (name: string): string => name.trim().toLowerCase();

const oneOf = (wanted: readonly string[] = []): string => wanted.join(' or ');
