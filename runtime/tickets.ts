import type { HoldfastConfig } from '../shared/domain/policy/policy.ts';
import { type ConfiguredSite, configuredSites } from '../shared/jira/sites.ts';
import type { Table } from '../shared/store/table.ts';
import { jiraTickets } from '../shared/tickets/jira/jira-tickets.ts';
import { type TicketSites, ticketSites } from '../shared/tickets/ticket-sites.ts';
import { jiraFrom } from './jira.ts';

/** The sites where teams work on fixes, with the credentials of the secret: the one place that says which they are. */
export function ticketSitesFrom(secretArn: string, config: HoldfastConfig, table: Table): TicketSites {
  const ticketsOn = (site: ConfiguredSite) =>
    jiraTickets(jiraFrom(secretArn, site, table), site.config, Date.now, site.key);
  const [first, ...others] = configuredSites(config);
  return ticketSites([ticketsOn(first), ...others.map(ticketsOn)]);
}
