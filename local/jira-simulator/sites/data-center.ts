import type { SiteDescription } from './site-description.ts';

/**
 * The same site on Data Center: API version 2, texts as strings, people by name, a bearer token, and the older search,
 * which refuses what it does not know.
 * https://developer.atlassian.com/server/jira/platform/rest/
 */
export function onDataCenter(site: SiteDescription): SiteDescription {
  return {
    ...site,
    name: `${site.name}, Data Center`,
    deployment: 'Data Center',
    address: { kind: 'site', cloudId: site.address.cloudId },
    manners: {
      ...site.manners,
      ...{ deadLogin: 'refused', unknownInSearch: 'refused', commentProperties: 'listed' },
      mostOnSearchPage: MOST_ON_SEARCH_PAGE,
    },
  };
}

/** `jira.search.views.default.max`, unless an administrator sets another. */
const MOST_ON_SEARCH_PAGE = 1_000;

/** The same under a path of its host. */
export function underPath(site: SiteDescription): SiteDescription {
  const { cloudId } = site.address;
  return { ...site, name: `${site.name}, under a path`, address: { kind: 'site', cloudId, contextPath: '/jira' } };
}
