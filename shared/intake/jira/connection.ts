import type { TicketRef } from '../../domain/ticket/incident-ticket.ts';
import { shortened } from '../../domain/words/shorten.ts';
import { credentialsOfSite, JiraCredentials } from '../../jira/credentials.ts';
import { type JiraGateway, jiraGateway } from '../../jira/gateway.ts';
import { JiraIssueMissing } from '../../jira/jira-errors.ts';
import { siteLimits } from '../../jira/limits/site-limits.ts';
import { overlapMs } from '../../jira/search-overlap.ts';
import { siteName } from '../../jira/site.ts';
import { type ConfiguredSite, configuredSites } from '../../jira/sites.ts';
import { jiraTransport } from '../../jira/transport.ts';
import type { RecordLink, SourceConnection, SourceTools } from '../source.ts';
import { checkEndings } from './check-endings.ts';
import { checkIncidents } from './check-incidents.ts';
import { readJiraIncident } from './incident.ts';
import { jiraScope, lookAtIssue, scopesOf } from './moves.ts';
import { connectionOfSites } from './several-sites.ts';

/** Longest title in Jira's table of remote links. */
const LINK_TITLE_LIMIT = 255;

/** The configured Jira, or several of them, each with its credentials of the one secret. */
export function connectJira(tools: SourceTools): SourceConnection {
  const connected = configuredSites(tools.config).map((site) => ({ site, connection: connectSite(tools, site) }));
  const [only, ...others] = connected;
  return only !== undefined && others.length === 0 ? only.connection : connectionOfSites(tools.config.jira, connected);
}

function connectSite(tools: SourceTools, { key, config }: ConfiguredSite): SourceConnection {
  const schema = key === undefined ? JiraCredentials : credentialsOfSite(key);
  const credentials = () => tools.credentials('jira', schema);
  const { timeLeftMs, run } = tools;
  const shared = tools.limitsOf?.(siteName(config));
  const limits = shared && siteLimits({ ...shared, timeoutMs: config.jira.timeoutMs, timeLeftMs });
  const transport = jiraTransport({ ...config.jira, timeLeftMs, run, credentials, limits });
  return jiraConnection(jiraGateway(transport, tools.onOdd), { ...tools, config });
}

export function jiraConnection(
  jira: JiraGateway,
  { config, newId }: Pick<SourceTools, 'config' | 'newId'>,
): SourceConnection {
  return {
    details: (ticket) => readJiraIncident(jira, ticket, config, newId),
    poll: { overlapMs: overlapMs(config), scopes: scopesOf(config).map((scope) => jiraScope(jira, scope, config)) },
    wasClosed: async (_ticket, statusId) => {
      const category = (await jira.statusCategories()).get(statusId);
      return category === undefined ? undefined : category === 'done';
    },
    look: (ticket) => lookAtIssue(jira, ticket, config),
    linkBack: (ticket, record) => linkBack(jira, ticket, record),
    check: async (inTime) => {
      await jira.whoAmI();
      const { jira: incidents } = config.incidents;
      const ofProjects = incidents.projects.map((project) => checkIncidents({ jira, inTime }, project, incidents));
      return [...(await Promise.all(ofProjects)), ...(await checkEndings(jira, incidents))];
    },
  };
}

/** The link has an id of its own in Jira, so a second one replaces the first. */
async function linkBack(
  jira: Pick<JiraGateway, 'linkTo'>,
  { ticketId }: TicketRef,
  { globalId, url, title }: RecordLink,
): Promise<'linked' | 'gone'> {
  try {
    await jira.linkTo(ticketId, { globalId, url, title: shortened(title, LINK_TITLE_LIMIT) });
    return 'linked';
  } catch (error) {
    // Deleted, or hidden since: there is nothing to link.
    if (error instanceof JiraIssueMissing) return 'gone';
    throw error;
  }
}
