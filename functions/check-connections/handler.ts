import type { HoldfastConfig } from '../../shared/domain/policy/policy.ts';
import { type PlannedRoute, plannedRoutes } from '../../shared/domain/remediation/choose-route.ts';
import type { SourceName } from '../../shared/domain/ticket/incident-policy.ts';
import { canonicalJson } from '../../shared/domain/words/canonical-json.ts';
import type { ConnectionTo } from '../../shared/intake/sources-in-use.ts';
import type { TicketSites } from '../../shared/tickets/ticket-sites.ts';

export type CheckConnectionsDependencies = {
  /** Sources in use. */
  sources: readonly SourceName[];
  connectionTo: ConnectionTo;
  ticketSites: Pick<TicketSites, 'all'>;
  /** Looks whether the addresses of Jira lead where they are meant to. */
  checkAddresses: () => Promise<Looked>;
  config: Pick<HoldfastConfig, 'remediation' | 'teams'>;
};

/** `problem` is missing where everything is as it should be. */
export type CheckedConnection = { system: string; what: string; problem?: string };

type Looked = readonly { readonly what: string; readonly problem: string | undefined }[];

/**
 * Looks whether Holdfast reaches every system that the configuration names, and whether it is shown there what the
 * configuration names. Changes nothing.
 */
export function checkConnectionsHandler(deps: CheckConnectionsDependencies) {
  const { sources, connectionTo, ticketSites, checkAddresses, config } = deps;
  return async (): Promise<{ checks: CheckedConnection[] }> => {
    const looks = [
      ...sources.map((name) => looked(`source ${name}`, () => connectionTo(name).check())),
      looked('addresses of Jira', checkAddresses),
      ...ticketSites.all.flatMap((tickets) => {
        const routes = routesIn(config).filter(({ site }) => site === tickets.key);
        return routes.length === 0 ? [] : [looked(`tickets on ${tickets.site}`, () => tickets.check(routes))];
      }),
    ];
    return { checks: (await Promise.all(looks)).flat() };
  };
}

/** One system that does not answer says nothing about the others. */
async function looked(system: string, look: () => Promise<Looked>): Promise<CheckedConnection[]> {
  try {
    const seen = await look();
    if (seen.length === 0) return [{ system, what: 'it sends, and is never asked' }];
    return seen.map(({ what, problem }) => ({ system, what, ...(problem === undefined ? {} : { problem }) }));
  } catch (error) {
    return [{ system, what: 'it answers', problem: error instanceof Error ? error.message : String(error) }];
  }
}

/** Routes of the configuration, each once. */
function routesIn(config: CheckConnectionsDependencies['config']): PlannedRoute[] {
  const settings = ({ name: _, path: __, ...setting }: PlannedRoute) => canonicalJson(setting);
  return [...Map.groupBy(plannedRoutes(config), settings).values()].flatMap(([first]) => first ?? []);
}
