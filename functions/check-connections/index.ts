import { environment, Variable } from '../../runtime/environment.ts';
import { now } from '../../runtime/identity.ts';
import { lambda } from '../../runtime/lambda.ts';
import { sourceWork } from '../../runtime/source-work.ts';
import { ticketSitesFrom } from '../../runtime/tickets.ts';
import { SOURCES } from '../../shared/intake/registry.ts';
import { sourcesInUse } from '../../shared/intake/sources-in-use.ts';
import { checkJiraAddresses } from '../../shared/jira/check-addresses.ts';
import { checkToken } from '../../shared/jira/check-token.ts';
import { configuredSites } from '../../shared/jira/sites.ts';
import { checkConnectionsHandler } from './handler.ts';

const env = environment({ JIRA_API_SECRET_ARN: Variable });
const { config, connectionTo } = sourceWork('check-connections');

export const handler = lambda(
  checkConnectionsHandler({
    sources: sourcesInUse(SOURCES, config).map(({ source }) => source.name),
    connectionTo,
    checkAddresses: async () => {
      const sites = configuredSites(config).map(async ({ config: { jira } }) => [
        ...(await checkJiraAddresses(jira, jira)),
        ...checkToken(jira, now()),
      ]);
      return (await Promise.all(sites)).flat();
    },
    ticketSites: ticketSitesFrom(env.JIRA_API_SECRET_ARN, config),
    config,
  }),
);
