import * as z from 'zod';
import type { HoldfastConfig } from '../../domain/policy/policy.ts';
import { nameOfSite, siteNamed } from '../../domain/ticket/jira-site.ts';
import { configuredSites } from '../../jira/sites.ts';

/** The address of the issue in the API of its site. It is covered by the signature, as all of the body. */
const FromSite = z.object({ issue: z.object({ self: z.url() }) });

/**
 * The configuration for the site that a webhook comes from. One Jira alone needs no proof of which it is, and may be behind an
 * address that only its own network knows.
 *
 * @returns undefined when there are several, and it is none of them
 */
export function configOfSender(body: unknown, config: HoldfastConfig): HoldfastConfig | undefined {
  if (Object.keys(config.jira.sites).length === 0) return config;
  const self = FromSite.safeParse(body).data?.issue.self;
  const known = self === undefined ? undefined : siteNamed(nameInAddress(self), config.jira);
  if (known === undefined) return undefined;
  return configuredSites(config).find(({ config: { jira } }) => nameOfSite(jira) === nameOfSite(known))?.config;
}

/** The host with the path before that of the API; at the gateway the cloudId, which is a name of the site, too. */
function nameInAddress(self: string): string {
  const { host, pathname } = new URL(self);
  const base = pathname.replace(/\/rest\/.*$/, '');
  return /^\/ex\/jira\/([^/]+)$/.exec(base)?.[1] ?? host + base;
}
