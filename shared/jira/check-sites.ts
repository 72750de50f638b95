import type { HoldfastConfig } from '../domain/policy/policy.ts';
import type { Look } from '../domain/words/look.ts';
import { checkJiraAddresses } from './check-addresses.ts';
import { checkToken } from './check-token.ts';
import { configuredSites } from './sites.ts';

/** Looks at the addresses and the token of every Jira of the configuration, each by itself. @param now ISO 8601 UTC */
export async function checkSites(config: HoldfastConfig, now: string): Promise<Look[]> {
  const sites = configuredSites(config).map(async ({ config: { jira } }) => [
    ...(await checkJiraAddresses(jira, jira)),
    ...checkToken(jira, now),
  ]);
  return (await Promise.all(sites)).flat();
}
