import { createAnswerer } from './api/answer-request.ts';
import { issueRoutes } from './api/issues/issue-routes.ts';
import { createIssueView } from './api/issues/issue-view.ts';
import { searchByJql } from './api/jql/jql-search.ts';
import type { Credentials } from './api/login.ts';
import { metadataRoutes } from './api/metadata/metadata-routes.ts';
import { siteListRoutes } from './api/metadata/site-list-routes.ts';
import type { SimulatorRoute } from './api/route.ts';
import { searchRoutes } from './api/search-routes.ts';
import { serviceDeskRoutes } from './api/service-desk-routes.ts';
import { siteRoutes } from './api/site-routes.ts';
import { type ApiVersion, createSiteView } from './api/site-view.ts';
import { createTokenEndpoint, type ServiceAccount } from './api/token-endpoint.ts';
import { defaultCatalogue, integrationUser, type SimulatedCatalogue, type SimulatedLocale } from './site/catalogue.ts';
import { createIssueStore } from './site/issue-store.ts';
import { createPeople, type People } from './site/people.ts';
import { createSite, type Site } from './site/site.ts';
import { siteRules } from './site/site-rules.ts';
import { defaultSite } from './sites/default-site.ts';
import type { SiteDescription } from './sites/site-description.ts';
import type { SiteManners } from './sites/site-manners.ts';
import type { BulkFault } from './webhooks/faults.ts';
import { type WebhookMessage, webhookMessage } from './webhooks/webhook-payload.ts';

/** Site to simulate: one that is described as a whole, or else the default one with other settings here and there. */
export type SiteOptions = Partial<SimulatedCatalogue> & {
  readonly site?: SiteDescription;
  /** Answers of this run in place of the site's own. */
  readonly manners?: Partial<SiteManners>;
};

export type JiraOptions = SiteOptions & {
  /** Base address of the site: links in answers begin with it. */
  readonly url: string;
  /** The only login that the REST API accepts. The e-mail address decides which user calls. */
  readonly credentials?: Credentials;
  /** Client credentials that the token endpoint takes. The tokens are good at the gateway. */
  readonly serviceAccount?: ServiceAccount;
  readonly clock: () => Date;
  /** How long search does not see a change, asked at every search. */
  readonly indexLagMs: () => number;
  readonly strikeBulk?: () => BulkFault | undefined;
  /** Told of everything that happens to an issue, as a webhook would tell it. */
  readonly onWebhook: (message: WebhookMessage, isFound: (jql: string) => boolean) => void;
  /** Routes besides those of the REST API. */
  readonly moreRoutes?: (site: Site, people: People) => SimulatorRoute[];
};

/** A Jira Cloud site without a network: what people do there, and the answer to a request. */
export function createJira(options: JiraOptions) {
  const {
    url,
    credentials = { email: integrationUser.emailAddress, apiToken: 'simulator-token' },
    serviceAccount = { clientId: 'simulator-client', clientSecret: 'simulator-client-secret' },
    clock,
    indexLagMs,
    strikeBulk = () => undefined,
    onWebhook,
    moreRoutes = () => [],
    ...siteOptions
  } = options;
  const description = describedSite(siteOptions);
  const { catalogue } = description;
  const apiUser = catalogue.users.find(({ emailAddress }) => emailAddress === credentials.email);
  if (apiUser === undefined) throw new Error(`Add a user with the e-mail address ${credentials.email} to the site.`);

  const store = createIssueStore(clock);
  const rules = siteRules(description);
  const isDataCenter = description.deployment === 'Data Center';
  const viewIn = (version: ApiVersion, locale: SimulatedLocale, hasAddresses = true) =>
    createSiteView({ url: apiUrl(url, description), version, locale, isDataCenter, hasAddresses });
  // Webhooks are told in the language of the site, which is that of its people.
  const { webhooks } = description.manners;
  const webhookSiteView = viewIn(2, apiUser.locale ?? 'en_US', webhooks === 'with more');
  const webhookIssueView = createIssueView(webhookSiteView, store, rules);
  const site = createSite({
    catalogue,
    description,
    rules,
    store,
    clock,
    onEvent: (event) => {
      const message = webhookMessage(event, webhookSiteView, webhookIssueView, description.manners);
      onWebhook(message, (jql) => searchByJql(jql, [event.issue], site, apiUser).length > 0);
    },
  });
  const people = createPeople(site, apiUser);
  const restRoutes = perLocale((locale) => {
    const siteView = viewIn(isDataCenter ? 2 : 3, locale);
    const issueView = createIssueView(siteView, store, rules);
    return [
      ...siteRoutes(site, siteView),
      ...metadataRoutes(site, siteView),
      ...siteListRoutes(site, siteView),
      ...issueRoutes({ site, siteView, issueView, strikeBulk }),
      ...searchRoutes(site, issueView, indexLagMs),
      ...serviceDeskRoutes(site),
    ];
  });
  const tokens = createTokenEndpoint({ account: serviceAccount, clock });
  const answer = createAnswerer({
    routes: [...tenantRoutes(description), tokens.route, ...moreRoutes(site, people)],
    restRoutes,
    credentials,
    isAccessToken: tokens.isAccessToken,
    apiUser,
    description,
  });
  const { deployment } = description;
  return { ...people, credentials, tokens, deployment, apiUrl: apiUrl(url, description), answer };
}

/** Tells the cloudId of a site to anybody: the identity that survives a new name. Data Center has none. */
function tenantRoutes({ address, deployment }: SiteDescription): SimulatorRoute[] {
  if (deployment !== 'Cloud') return [];
  return [
    {
      method: 'GET',
      pattern: '/_edge/tenant_info',
      handle: () => ({ status: 200, body: { cloudId: address.cloudId } }),
    },
  ];
}

/** Base address of the API, which the paths of the reference follow. */
function apiUrl(url: string, { address }: SiteDescription): string {
  return address.kind === 'site' ? url + (address.contextPath ?? '') : `${url}/ex/jira/${address.cloudId}`;
}

function describedSite({ site, manners, ...catalogueOptions }: SiteOptions): SiteDescription {
  const described = site ?? defaultSite({ ...defaultCatalogue, ...catalogueOptions });
  const catalogue = { ...described.catalogue, ...catalogueOptions };
  return { ...described, catalogue, manners: { ...described.manners, ...manners } };
}

function perLocale(routesIn: (locale: SimulatedLocale) => SimulatorRoute[]) {
  const known = new Map<SimulatedLocale, SimulatorRoute[]>();
  return (locale: SimulatedLocale) => {
    const routes = known.get(locale) ?? routesIn(locale);
    known.set(locale, routes);
    return routes;
  };
}

export type Jira = ReturnType<typeof createJira>;
