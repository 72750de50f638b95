import * as z from 'zod';
import { HttpsUrl, type Problem, rule } from '../words/settings.ts';

/*
 * A Jira has three addresses that need not be one: where people browse it (`site`), where programs reach it (`apiUrl`), and
 * what it is called in the keys of records (its names). An administrator may change the first at any time.
 */

const CLOUD_ID = '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}';

/** Identity of a Cloud site, which stays when it is renamed. `https://<site>/_edge/tenant_info` tells it to anybody. */
const CloudId = z.string().regex(new RegExp(`^${CLOUD_ID}$`), {
  error: 'expected a cloudId in lower case, as https://<your site>/_edge/tenant_info tells it',
});

/** https://developer.atlassian.com/cloud/jira/platform/rest/v3/intro/#authentication: `/ex/jira/{cloudId}` */
const GATEWAY_PATH = new RegExp(`^/ex/jira/(${CLOUD_ID})/*$`);

const GatewayUrl = HttpsUrl.refine((text) => gatewayCloudId(text) !== undefined && !/[?#]/.test(text), {
  error:
    'expected the address of the gateway with the cloudId of the site and nothing after it, such as ' +
    'https://api.atlassian.com/ex/jira/<cloudId>; https://<your site>/_edge/tenant_info tells the cloudId',
}).transform((url) => url.replace(/\/+$/, ''));

function gatewayCloudId(apiUrl: string): string | undefined {
  return GATEWAY_PATH.exec(URL.parse(apiUrl)?.pathname ?? '')?.[1];
}

/** Address that people browse. Paths are added to it, and only Data Center may stand under one of its own. */
const BrowseUrl = HttpsUrl.refine((text) => !/[?#]/.test(text), {
  error: 'expected the address of a site alone, with nothing after its name',
}).transform((url) => url.replace(/\/+$/, ''));

/** Host of a site that has another one now, and its context path on Data Center. It stands in keys of the table. */
const FormerSite = z
  .string()
  .max(500)
  .regex(/^[a-z0-9][a-z0-9.-]*(:\d{1,5})?(\/[\w.~-]+)*$/, {
    error:
      'expected the name alone that the site had before, in lower case and without https://, such as old-name.atlassian.net',
  });

/** Settings of one Jira. */
export const JIRA_SITE = {
  site: BrowseUrl.prefault('https://your-site.atlassian.net'),
  deployment: z.enum(['Cloud', 'Data Center']).prefault('Cloud'),
  apiUrl: GatewayUrl.optional(),
  cloudId: CloudId.optional(),
  formerSites: z.array(FormerSite).max(20, { error: 'expected at most 20 names' }).prefault([]),
  tokenUrl: HttpsUrl.prefault('https://auth.atlassian.com/oauth/token'),
  tokenEndsOn: z.iso.date({ error: 'expected the day on which the token ends, such as 2027-03-31' }).optional(),
};

/** The same of a further site, which has no example for an address. */
export const FURTHER_SITE = { ...JIRA_SITE, site: BrowseUrl };

const JiraSite = z.object(JIRA_SITE);
export type JiraSite = z.infer<typeof JiraSite>;

/** The site of the configuration, and others that incidents come from, by names of the team's own. */
export type JiraSites = JiraSite & { readonly sites: Readonly<Record<string, JiraSite>> };

/** Name of a further site in the configuration and in the secret. */
export const SiteKey = z.string().regex(/^[a-z][a-z0-9-]{0,31}$/, {
  error: 'expected a name of lower-case letters, digits and dashes, such as finance',
});

/** Addresses of one Jira that contradict each other. */
export const jiraAddressesFit = rule(
  { ...JIRA_SITE, apiUrl: z.string().optional(), cloudId: z.string().optional() },
  ({ site, deployment, apiUrl, cloudId }): Problem[] => {
    const path = new URL(site).pathname.replace(/\/+$/, '');
    if (deployment === 'Data Center') {
      const cloudOnly = { apiUrl, cloudId };
      return Object.entries(cloudOnly).flatMap(([name, value]) =>
        value === undefined
          ? []
          : [{ path: [name], expected: 'take it out: Data Center is reached at its own address' }],
      );
    }
    if (path.startsWith('/ex/jira/')) {
      const expected = 'expected the address that people browse; that of the gateway belongs into jira.apiUrl';
      return [{ path: ['site'], expected }];
    }
    if (path !== '') {
      const expected =
        'expected the address of a site alone, with nothing after its name; only with jira.deployment: "Data Center" may it have a path';
      return [{ path: ['site'], expected }];
    }
    const ofGateway = apiUrl === undefined ? undefined : gatewayCloudId(apiUrl);
    if (ofGateway === undefined || cloudId === undefined || ofGateway === cloudId) return [];
    return [{ path: ['apiUrl'], expected: `expected jira.cloudId, ${cloudId}, at its end: both name the same site` }];
  },
);

/** Address that the paths of the REST API follow. */
export const apiUrlOf = ({ site, apiUrl }: Pick<JiraSite, 'site'> & { apiUrl?: JiraSite['apiUrl'] }): string =>
  apiUrl ?? site;

/** Name of a site in the keys of records: its host, and on Data Center the path under which Jira stands there. */
const presentName = ({ site }: Pick<JiraSite, 'site'>): string => {
  const { host, pathname } = new URL(site);
  return host + pathname.replace(/\/+$/, '');
};

/**
 * Name under which new records keep a site: the oldest that it had, so that a new address changes nothing in them. Messages
 * that were under way when it was renamed have this name, too.
 */
export const nameOfSite = (jira: Pick<JiraSite, 'site' | 'formerSites'>): string =>
  jira.formerSites[0] ?? presentName(jira);

/** The cloudId, as it is configured or as it stands in the address of the gateway. */
export const cloudIdOf = ({ cloudId, apiUrl }: Pick<JiraSite, 'cloudId' | 'apiUrl'>): string | undefined =>
  cloudId ?? (apiUrl === undefined ? undefined : gatewayCloudId(apiUrl));

/** All names of a site, that of new records first. The cloudId is one of them: no administrator can change it. */
function namesOfSite(jira: JiraSite): readonly string[] {
  const identity = cloudIdOf(jira);
  return [...new Set([...jira.formerSites, presentName(jira), ...(identity === undefined ? [] : [identity])])];
}

export const allSites = (jira: JiraSites): readonly JiraSite[] => [jira, ...Object.values(jira.sites)];

/** The configured site that has or had this name. */
export const siteNamed = (name: string, jira: JiraSites): JiraSite | undefined =>
  allSites(jira).find((site) => namesOfSite(site).includes(name));

/** What tells the pages of a site: its address now, and those that it had, which still lead there. */
export type BrowsedSite = Pick<JiraSite, 'site'> & Partial<Pick<JiraSite, 'deployment' | 'formerSites'>>;

const addressOf = (site: BrowsedSite): string => `${new URL(site.site).protocol}//${presentName(site)}`;

/**
 * Site of a page that people browse, and the path of the page on it. A site may stand under a path of another one: the longest address
 * decides.
 */
export function pageOnSite<Site extends BrowsedSite>(
  address: string,
  sites: readonly Site[],
): { readonly site: Site; readonly path: string } | undefined {
  const url = URL.parse(address);
  if (url === null) return undefined;
  const page = `${url.protocol}//${url.host}${url.pathname}`;
  const [found] = sites
    .flatMap((site) =>
      [addressOf(site), ...(site.formerSites ?? []).map((name) => `https://${name}`)].map((at) => ({ site, at })),
    )
    .filter(({ at }) => page.toLowerCase().startsWith(`${at.toLowerCase()}/`))
    .toSorted((a, b) => b.at.length - a.at.length);
  return found && { site: found.site, path: page.slice(found.at.length) };
}

/** Names under which records may keep the site of this name: it alone, where no configured Jira ever had it. */
export function alsoNamed(name: string, jira: JiraSites): readonly string[] {
  const site = siteNamed(name, jira);
  return site === undefined ? [name] : namesOfSite(site);
}

/** Two sites of one name would share the records of their incidents, whose numbers are the same. */
export const sitesHaveNamesOfTheirOwn = rule({ ...JIRA_SITE, sites: z.record(z.string(), JiraSite) }, (jira) => {
  const others = Object.entries(jira.sites);
  return others.flatMap(([key, site], index): Problem[] => {
    const before = [jira, ...others.slice(0, index).map(([, one]) => one)].flatMap(namesOfSite);
    const shared = namesOfSite(site).find((name) => before.includes(name));
    if (shared === undefined) return [];
    return [{ path: ['sites', key], expected: `expected a site of its own: ${shared} is a name of another one, too` }];
  });
});

/** The record with the link to its ticket as people browse it now. What is stored may have an older address. */
export function atPresentAddress<Told extends { readonly incident: BrowsedTicket }>(
  record: Told,
  jira: JiraSites,
): Told {
  const { incident } = record;
  return { ...record, incident: { ...incident, url: presentUrl(incident, jira) } };
}

/** Address of a ticket as people browse it now. @returns undefined where no configured Jira has or had the name of its site */
export function browseUrl(
  { site, key }: { readonly site: string; readonly key: string },
  jira: JiraSites,
): string | undefined {
  const known = siteNamed(site, jira);
  return known && `${known.site}/browse/${encodeURIComponent(key)}`;
}

const presentUrl = ({ source, site, key, url }: BrowsedTicket, jira: JiraSites): string =>
  (source === 'jira' ? browseUrl({ site, key }, jira) : undefined) ?? url;

type BrowsedTicket = { readonly source: string; readonly site: string; readonly key: string; readonly url: string };
