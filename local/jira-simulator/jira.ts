import { type Credentials, createAnswerer } from './api/answer-request.ts';
import { issueRoutes } from './api/issues/issue-routes.ts';
import { createIssueView } from './api/issues/issue-view.ts';
import type { SimulatorRoute } from './api/route.ts';
import { searchRoutes } from './api/search-routes.ts';
import { siteRoutes } from './api/site-routes.ts';
import { createSiteView } from './api/site-view.ts';
import { defaultCatalogue, integrationUser, type SimulatedCatalogue } from './site/catalogue.ts';
import { createIssueStore } from './site/issue-store.ts';
import { createPeople, type People } from './site/people.ts';
import { createSite, type Site } from './site/site.ts';
import type { BulkFault } from './webhooks/faults.ts';
import { type WebhookMessage, webhookMessage } from './webhooks/webhook-payload.ts';

export type JiraOptions = Partial<SimulatedCatalogue> & {
  /** Base address of the site: links in answers begin with it. */
  readonly url: string;
  /** The only login that the REST API accepts. The e-mail address decides which user calls. */
  readonly credentials?: Credentials;
  readonly clock: () => Date;
  /** How long search does not see a change, asked at every search. */
  readonly indexLagMs: () => number;
  readonly strikeBulk?: () => BulkFault | undefined;
  /** Told of everything that happens to an issue, as a webhook would tell it. */
  readonly onWebhook: (message: WebhookMessage) => void;
  /** Routes besides those of the REST API. */
  readonly moreRoutes?: (site: Site, people: People) => SimulatorRoute[];
};

/** A Jira Cloud site without a network: what people do there, and the answer to a request. */
export function createJira(options: JiraOptions) {
  const {
    url,
    credentials = { email: integrationUser.emailAddress, apiToken: 'simulator-token' },
    clock,
    indexLagMs,
    strikeBulk = () => undefined,
    onWebhook,
    moreRoutes = () => [],
    ...catalogueOptions
  } = options;
  const catalogue: SimulatedCatalogue = { ...defaultCatalogue, ...catalogueOptions };
  const apiUser = catalogue.users.find(({ emailAddress }) => emailAddress === credentials.email);
  if (apiUser === undefined) throw new Error(`Add a user with the e-mail address ${credentials.email} to the site.`);

  const store = createIssueStore(clock);
  const webhookSiteView = createSiteView(url, 2);
  const webhookIssueView = createIssueView(webhookSiteView, store);
  const site = createSite({
    catalogue,
    store,
    clock,
    onEvent: (event) => onWebhook(webhookMessage(event, webhookSiteView, webhookIssueView)),
  });
  const people = createPeople(site, apiUser);
  const siteView = createSiteView(url, 3);
  const issueView = createIssueView(siteView, store);
  const routes = [
    ...siteRoutes(site, siteView),
    ...issueRoutes({ site, siteView, issueView, strikeBulk }),
    ...searchRoutes(site, issueView, indexLagMs),
    ...moreRoutes(site, people),
  ];
  return { ...people, credentials, answer: createAnswerer({ routes, credentials, apiUser }) };
}

export type Jira = ReturnType<typeof createJira>;
