import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { controlRoutes } from './api/control-routes.ts';
import { createEarlyRequests } from './api/early-requests.ts';
import { createRateLimits, type RateLimitOptions } from './api/rate-limits.ts';
import { createRequestLog } from './api/request-log.ts';
import { createServe } from './api/serve.ts';
import type { ServiceAccount } from './api/token-endpoint.ts';
import { createJira, type SiteOptions } from './jira.ts';
import { boardRoutes } from './pages/board-routes.ts';
import { createTimers } from './site/timers.ts';
import type { RegisteredWebhook } from './webhooks/delivery.ts';
import { createFaults } from './webhooks/faults.ts';
import { createWebhookDelivery } from './webhooks/webhook-delivery.ts';

export type JiraSimulatorOptions = SiteOptions & {
  /** Signs the webhooks that have no secret of their own. */
  readonly webhookSecret: string;
  readonly webhooks?: readonly RegisteredWebhook[];
  /** Default: any free one. */
  readonly port?: number;
  /** The only login that the REST API accepts. The e-mail address decides which user calls. */
  readonly credentials?: { readonly email: string; readonly apiToken: string };
  /** Client credentials that the token endpoint takes. */
  readonly serviceAccount?: ServiceAccount;
  readonly clock?: () => Date;
  /** Identifies webhook deliveries. Default: random UUIDs. */
  readonly newId?: () => string;
  /** Decides whether a fault with a probability strikes. Seed it to repeat a run. */
  readonly random?: () => number;
  /** How long search does not see a change. Default 0. */
  readonly indexLagMs?: number;
  readonly rateLimits?: RateLimitOptions;
  /** How long a request to the REST API takes. Default 0. */
  readonly latencyMs?: number;
  readonly webhookRetryDelayMs?: number;
  readonly webhookTimeoutMs?: number;
};

/** Requests that come so soon after an answer that asks to wait had left before it came, or before those who send them could be told. */
const UNDER_WAY_MS = 500;

/**
 * Starts a Jira Cloud site on 127.0.0.1: the part of REST v3 that Holdfast uses, signed webhooks, a board to look at,
 * and switches to make it fail. It is the default site, which is kinder than any Jira, unless one of `sites/` is given.
 *
 * @example
 * const jira = await startJiraSimulator({ webhookSecret: 'secret', webhooks: [{ url: receiverUrl }] });
 * const incident = jira.createIssue({ project: 'SEC', issueType: 'Security Incident', summary: 'Leaked key' });
 * jira.transition(incident.key, 'Done', { by: 'Mia Okafor' });
 * await jira.settled();
 * await jira.close();
 *
 * @example
 * const strict = await startJiraSimulator({ webhookSecret: 'secret', site: germanClassic });
 * await fetch(`${strict.apiUrl}/rest/api/3/issue/createmeta/NET/issuetypes`, { headers });
 */
export async function startJiraSimulator(options: JiraSimulatorOptions) {
  const {
    webhookSecret,
    webhooks = [],
    port: wantedPort = 0,
    clock = () => new Date(),
    newId = randomUUID,
    random = Math.random,
    indexLagMs = 0,
    rateLimits = { kind: 'off' },
    latencyMs = 0,
    webhookRetryDelayMs = 50,
    webhookTimeoutMs = 10_000,
    ...jiraOptions
  } = options;

  const server = createServer();
  server.listen(wantedPort, '127.0.0.1');
  await once(server, 'listening');
  const { port } = addressOf(server.address());
  const url = `http://127.0.0.1:${port}`;

  const faults = createFaults(random, indexLagMs);
  const timers = createTimers();
  const requestLog = createRequestLog();
  const delivery = createWebhookDelivery({
    secret: webhookSecret,
    deployment: jiraOptions.site?.deployment ?? 'Cloud',
    webhooks,
    clock,
    newId,
    retryDelayMs: webhookRetryDelayMs,
    timeoutMs: webhookTimeoutMs,
    strike: faults.strikeWebhook,
  });
  const issueIdOf = (idOrKey: string): string | undefined => people.issue(idOrKey)?.id;
  const early = createEarlyRequests({ clock, issueIdOf, underWayMs: UNDER_WAY_MS + latencyMs });
  const { answer, credentials, apiUrl, tokens, deployment, ...people } = createJira({
    ...jiraOptions,
    url,
    clock,
    indexLagMs: faults.indexLagMs,
    strikeBulk: faults.strikeBulk,
    onWebhook: delivery.dispatch,
    moreRoutes: (site, known) => [
      ...controlRoutes({ people: known, faults, delivery, requestLog, earlyRequests: () => early.all() }),
      ...boardRoutes(site, () => faults.list().length),
    ],
  });
  const limits = createRateLimits({ ...rateLimits, clock, issueIdOf });
  const serve = createServe({ answer, faults, limits, early, requestLog, timers, clock, latencyMs });
  server.on('request', (request, response) => {
    serve(request, response).catch((error: unknown) => {
      console.error('The Jira simulator failed to serve', request.method, request.url, error);
      if (response.headersSent) response.destroy();
      else response.writeHead(500).end();
    });
  });

  return {
    ...people,
    url,
    /** Base address of the REST API: another one than `url` where the site is behind the gateway. */
    apiUrl,
    /** Endpoint of access tokens, for the client credentials `tokens.account`. */
    tokenUrl: `${url}/oauth/token`,
    tokens,
    deployment,
    port,
    credentials,
    faults,
    requests: requestLog.all,
    requestCount: requestLog.count,
    nextRequest: requestLog.next,
    clearRequests: requestLog.clear,
    /** Requests that did not wait for as long as a 429 or 503 had asked for. */
    earlyRequests: early.all,
    addWebhook: delivery.register,
    removeWebhook: delivery.unregister,
    releaseWebhooks: delivery.release,
    deliveries: delivery.attempts,
    settled: delivery.settled,

    async close(): Promise<void> {
      timers.clear();
      await delivery.stop();
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}

export type JiraSimulator = Awaited<ReturnType<typeof startJiraSimulator>>;

function addressOf(address: AddressInfo | string | null): AddressInfo {
  if (address === null || typeof address === 'string') throw new Error('The simulator listens on a TCP port only.');
  return address;
}
