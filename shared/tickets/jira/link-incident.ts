import type { PlannedRoute } from '../../domain/remediation/choose-route.ts';
import type { TicketRef } from '../../domain/ticket/incident-ticket.ts';
import type { JiraGateway } from '../../jira/gateway.ts';
import { JiraIssueMissing, JiraRefused } from '../../jira/jira-errors.ts';
import type { IncidentLinked, NewTicket } from '../ticket-system.ts';
import { linkTypeFor, noLinkInWords } from './link-type.ts';

/**
 * Links the ticket of a fix to its incident on the same site, read from the ticket: "NET-1 relates to SEC-1". Jira keeps one link of
 * a type between two issues, so a repeat adds none.
 *
 * @throws the errors of Jira that may pass; what it refuses is a reason
 */
export async function linkToIncident(
  jira: Pick<JiraGateway, 'linkTypes' | 'linkIssuesAs' | 'issue'>,
  { ticket, incident }: { ticket: NewTicket; incident: TicketRef },
  route: PlannedRoute,
): Promise<IncidentLinked> {
  try {
    const type = linkTypeFor('incidentLink', await jira.linkTypes(), route);
    if ('problem' in type) return { because: noLinkInWords(type) };
    // By its id: its key may be that of another issue by now.
    const found = await jira.issue(incident.ticketId);
    if (found === undefined) return { because: `Jira does not show the incident ${incident.key} to this account` };
    await jira.linkIssuesAs(type.id, ticket.key, found.key);
    return 'linked';
  } catch (error) {
    if (!(error instanceof JiraIssueMissing) && !(error instanceof JiraRefused)) throw error;
    // A missing permission looks like a type that there is not.
    return { because: `${error.message}. Grant our account the permission to link issues in both projects` };
  }
}
