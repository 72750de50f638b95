import type { HoldfastConfig } from '../domain/policy/policy.ts';

/** One Jira of the configuration. */
export type ConfiguredSite = {
  /** Its name among `jira.sites`; undefined for the site of `jira` itself. */
  readonly key: string | undefined;
  /** The configuration as if this site were the only one: its addresses, and the projects there. */
  readonly config: HoldfastConfig;
};

/** Every Jira of the configuration by itself, so that whatever asks one needs to know nothing of the others. */
export function configuredSites(config: HoldfastConfig): readonly [ConfiguredSite, ...ConfiguredSite[]] {
  const { sites, ...own } = config.jira;
  return [
    { key: undefined, config: narrowed(config, undefined, own) },
    ...Object.entries(sites).map(([key, site]) => ({ key, config: narrowed(config, key, site) })),
  ];
}

function narrowed(
  config: HoldfastConfig,
  key: string | undefined,
  site: Omit<HoldfastConfig['jira'], 'sites' | 'timeoutMs'>,
): HoldfastConfig {
  const { jira, incidents } = config;
  const projects = incidents.jira.projects
    .filter((project) => project.site === key)
    .map(({ site: _site, ...project }) => project);
  return {
    ...config,
    jira: { ...site, timeoutMs: jira.timeoutMs, sites: {} },
    incidents: { ...incidents, jira: { ...incidents.jira, projects } },
  };
}
