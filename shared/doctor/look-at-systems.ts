import type { HoldfastConfig } from '../domain/policy/policy.ts';
import { type PlannedRoute, plannedRoutes, severitiesOf } from '../domain/remediation/choose-route.ts';
import { CLAIMS } from '../domain/remediation/claiming.ts';
import type { SourceName } from '../domain/ticket/source-names.ts';
import { canonicalJson } from '../domain/words/canonical-json.ts';
import { type Look, looked, notSeen } from '../domain/words/look.ts';
import { namesOfSites } from '../domain/words/looks-of-sites.ts';
import { halfOf, type InTime } from '../in-time.ts';
import type { ConnectionTo } from '../intake/sources-in-use.ts';
import { runAll } from '../run-all.ts';
import type { CountedValue } from '../store/inbox/unmapped-values.ts';
import type { TicketSystem } from '../tickets/ticket-system.ts';
import type { SystemLook } from './examination.ts';

type TicketSite = Pick<TicketSystem, 'checkSite' | 'checkRoute' | 'site' | 'key'>;

export type Systems = {
  /** Sources in use. */
  readonly sources: readonly SourceName[];
  readonly connectionTo: ConnectionTo;
  readonly ticketSites: { readonly all: readonly TicketSite[] };
  /** Looks whether the addresses of Jira lead where they are meant to, and whether its tokens last. */
  readonly checkAddresses: () => Promise<readonly Look[]>;
  /** Ticket that a project hid from our account, which had just created it. */
  readonly hiddenIn: (place: {
    readonly site: string;
    readonly project: string;
  }) => Promise<{ key: string } | undefined>;
  /** Values of a source that the configuration maps to nothing. */
  readonly unmappedOf: (source: SourceName) => Promise<readonly CountedValue[]>;
  readonly config: Pick<HoldfastConfig, 'remediation' | 'teams'>;
};

/** Routes that are looked at together: few enough for what a Jira takes in a second. */
const ROUTES_AT_ONCE = 4;

/**
 * Looks at every system that the configuration names: whether it can be reached, and shows and allows what the configuration
 * wants of it. Changes nothing. What does not answer, or not in time, says nothing about the rest.
 */
export async function lookAtSystems(systems: Systems, inTime: InTime): Promise<SystemLook[]> {
  const { sources, connectionTo, checkAddresses, ticketSites, hiddenIn, unmappedOf, config } = systems;
  const others = [
    ...sources.map((name) => lookAt(`source ${name}`, () => lookAtSource(connectionTo, name, inTime), inTime)),
    ...sources.map((name) => lookAt(`source ${name}`, () => lookForUnmapped(name, unmappedOf), inTime)),
    lookAt('addresses of Jira', checkAddresses, inTime),
  ];
  const sites = ticketSites.all.flatMap((tickets) => {
    const routes = routesIn(config).filter(({ site }) => site === tickets.key);
    if (routes.length === 0) return [];
    const andThen = async () => [
      ...(await lookAtRoutes(tickets, { routes, config }, inTime)),
      ...(await lookForHidden(tickets.site, routes, hiddenIn)),
    ];
    return [lookAt(`tickets on ${tickets.site}`, () => tickets.checkSite(), inTime, andThen)];
  });
  const [ofOthers, ofSites] = await Promise.all([Promise.all(others), Promise.all(sites)]);
  return [...ofOthers.flat(), ...namesOfSites(CLAIMS, ofSites).flat()];
}

/** @param andThen what is looked at as well when the first look got an answer */
async function lookAt(
  system: string,
  look: () => Promise<readonly Look[]>,
  inTime: InTime,
  andThen: () => Promise<readonly Look[]> = () => Promise.resolve([]),
): Promise<SystemLook[]> {
  const of = (looks: readonly Look[]) => looks.map((one) => ({ system, ...one }));
  try {
    const seen = await inTime(look);
    return of([...seen, ...(await andThen())]);
  } catch (error) {
    return of([notSeen('it answers', error)]);
  }
}

async function lookAtSource(connectionTo: ConnectionTo, name: SourceName, inTime: InTime): Promise<readonly Look[]> {
  const seen = await connectionTo(name).check(halfOf(inTime));
  return seen.length === 0 ? [looked('it sends, and is never asked')] : seen;
}

/** What is missing in the lists of the configuration is a choice, and no problem. Whoever did not choose it learns of it here. */
async function lookForUnmapped(name: SourceName, unmappedOf: Systems['unmappedOf']): Promise<Look[]> {
  const notes = (await unmappedOf(name)).map(
    ({ what, value, count, lastDay }) =>
      `the ${what} "${value}" is in no list of the configuration: ${count} ${count === 1 ? 'incident' : 'incidents'}, the last one read on ${lastDay}`,
  );
  return notes.length === 0 ? [] : [looked('values of its tickets', [], notes)];
}

async function lookAtRoutes(
  tickets: TicketSite,
  { routes, config }: Pick<Systems, 'config'> & { routes: readonly PlannedRoute[] },
  inTime: InTime,
): Promise<Look[]> {
  const ofRoutes = new Map<PlannedRoute, readonly Look[]>();
  await runAll(
    routes.map((route, index) => ({
      name: route.path,
      run: async () => {
        // Routes that hang leave time for those that wait for them.
        const share = 1 / Math.ceil((routes.length - index) / ROUTES_AT_ONCE);
        const look = inTime(() => tickets.checkRoute(route, severitiesOf(route, config)), share);
        ofRoutes.set(route, await look.catch((error: unknown) => [notSeen(route.path, error)]));
      },
    })),
    ROUTES_AT_ONCE,
  );
  return routes.flatMap((route) => ofRoutes.get(route) ?? []);
}

/** A project that hides what our account creates makes no ticket impossible, and every lost answer a question for a person. */
async function lookForHidden(
  site: string,
  routes: readonly PlannedRoute[],
  hiddenIn: Systems['hiddenIn'],
): Promise<Look[]> {
  const looks: Look[] = [];
  for (const project of new Set(routes.map((route) => route.project))) {
    const hidden = await hiddenIn({ site, project });
    if (hidden === undefined) continue;
    const problem = `it hid ${hidden.key} from our account, which had created it: nobody knows what becomes of its tickets`;
    const advice = `have new issues of ${project} shown to our account: mostly it is their default security level`;
    looks.push(looked(`tickets in ${project}`, [{ code: 'hides our tickets', problem, advice }]));
  }
  return looks;
}

/** Routes of the configuration, each once. */
function routesIn(config: Systems['config']): PlannedRoute[] {
  const settings = ({ name: _, path: __, ...setting }: PlannedRoute) => canonicalJson(setting);
  return [...Map.groupBy(plannedRoutes(config), settings).values()].flatMap(([first]) => first ?? []);
}
