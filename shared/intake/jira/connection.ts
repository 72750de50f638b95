import type { HoldfastConfig } from '../../domain/policy/policy.ts';
import type { TicketRef } from '../../domain/ticket/incident-ticket.ts';
import { shortened } from '../../domain/words/shorten.ts';
import { credentialsOfSite, JiraCredentials } from '../../jira/credentials.ts';
import { type JiraGateway, jiraGateway } from '../../jira/gateway.ts';
import { JiraIssueMissing, JiraRefused } from '../../jira/jira-errors.ts';
import { overlapMs } from '../../jira/search-overlap.ts';
import { type ConfiguredSite, configuredSites } from '../../jira/sites.ts';
import { jiraTransport } from '../../jira/transport.ts';
import type { RecordLink, SourceCheck, SourceConnection, SourceTools } from '../source.ts';
import { incidentsOf, jiraClosures } from './closures.ts';
import { readJiraIncident } from './incident.ts';
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
  const transport = jiraTransport({ ...config.jira, timeLeftMs: tools.timeLeftMs, credentials });
  return jiraConnection(jiraGateway(transport), { ...tools, config });
}

export function jiraConnection(
  jira: JiraGateway,
  { config, newId }: Pick<SourceTools, 'config' | 'newId'>,
): SourceConnection {
  return {
    details: (ticket) => readJiraIncident(jira, ticket, config, newId),
    poll: { overlapMs: overlapMs(config), closures: (window) => jiraClosures(jira, config, window) },
    linkBack: (ticket, record) => linkBack(jira, ticket, record),
    check: () => Promise.all(config.incidents.jira.projects.map((scope) => checkProject(jira, scope))),
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

/** Jira refuses a search that names a project or an issue type which it does not show to the account. */
async function checkProject(
  jira: Pick<JiraGateway, 'search'>,
  scope: HoldfastConfig['incidents']['jira']['projects'][number],
): Promise<SourceCheck> {
  const what = `incidents of the Jira project ${scope.project}`;
  try {
    await jira.search(`${incidentsOf(scope)} AND updated >= "-1m"`);
    return { what, problem: undefined };
  } catch (error) {
    if (error instanceof JiraRefused) return { what, problem: error.message };
    throw error;
  }
}
