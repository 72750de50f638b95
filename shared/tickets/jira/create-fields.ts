import { TICKET_LABEL, ticketLabel } from '../../domain/remediation/remediation.ts';
import type { Severity } from '../../domain/words/severity.ts';
import { shortened } from '../../domain/words/shorten.ts';
import { TICKET_PROPERTY, type TicketFields } from '../../jira/create-request.ts';
import type { TicketDraft } from '../ticket-system.ts';
import { adfOf } from './adf-of.ts';

/** Jira's own limit for a summary. */
const SUMMARY_LIMIT = 255;

const PRIORITY_NAMES: Record<Severity, string> = { critical: 'Highest', high: 'High', medium: 'Medium', low: 'Low' };

/** The body of the create request: https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-issues/ */
export function createFields({ mark, route, title, description, priority, dueAt, labels }: TicketDraft): TicketFields {
  const { remediationId, postMortemId } = mark;
  return {
    fields: {
      project: { key: route.project },
      issuetype: { name: route.issueType },
      summary: shortened(title, SUMMARY_LIMIT),
      description: adfOf(description),
      priority: { name: PRIORITY_NAMES[priority] },
      duedate: dueAt.slice(0, 10),
      labels: [TICKET_LABEL, ticketLabel(remediationId), ...labels],
      ...(route.component === undefined ? {} : { components: [{ name: route.component }] }),
    },
    properties: [{ key: TICKET_PROPERTY, value: { remediationId, postMortemId } }],
  };
}
