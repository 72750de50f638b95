import type { HoldfastConfig } from '../shared/domain/policy/policy.ts';
import { jiraTickets } from '../shared/tickets/jira/jira-tickets.ts';
import type { TicketSystem } from '../shared/tickets/ticket-system.ts';
import { jiraFrom } from './jira.ts';

/** The system where teams work on fixes, with the credentials of the secret: the one place that says which it is. */
export const ticketsFrom = (secretArn: string, config: HoldfastConfig): TicketSystem =>
  jiraTickets(jiraFrom(secretArn, config), config);
