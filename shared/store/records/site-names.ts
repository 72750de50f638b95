import type { TicketRef } from '../../domain/ticket/incident-ticket.ts';
import { alsoNamed, type JiraSites } from '../../domain/ticket/jira-site.ts';
import { keys } from '../keys.ts';
import type { Key } from '../table.ts';

/*
 * A Jira site may be renamed, and its tickets stay the same tickets. So a pointer stands under every name that its site has,
 * and is looked for under every name. Two workers that know different names of one site meet in those that both know:
 *
 *     before the new address: old ──────────┐
 *     after it:               old, new ─────┴─ both write `old`: one of them is refused
 */

export type KnownSites = { readonly jira: JiraSites };

/** Keys of the pointer of an incident ticket, under each name of its site. */
export function ticketKeys(ticket: TicketRef, { jira }: KnownSites): Key[] {
  const names = ticket.source === 'jira' ? alsoNamed(ticket.site, jira) : [ticket.site];
  return names.map((site) => keys.ticketById({ ...ticket, site }));
}

/** Keys of the pointer of an issue to its remediation, under each name of its site. */
export const issueKeys = (site: string, issueId: string, { jira }: KnownSites): Key[] =>
  alsoNamed(site, jira).map((name) => keys.jiraIssue(name, issueId));
