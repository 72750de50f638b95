import { Recommendation, rankOf } from '../domain/remediation/recommendation.ts';
import { RemediationCommon, TICKET_LABEL, ticketLabel } from '../domain/remediation/remediation.ts';
import type { Check } from '../domain/verification/plan.ts';
import { isReadable } from '../domain/words/readable.ts';
import type { Severity } from '../domain/words/severity.ts';
import { shortened } from '../domain/words/shorten.ts';
import { withoutWords } from '../domain/words/without-words.ts';
import {
  type AdfDocument,
  type AdfNode,
  bulletList,
  document,
  heading,
  link,
  paragraph,
  strong,
  text,
} from '../jira/adf.ts';
import { TICKET_PROPERTY, type TicketFields } from '../jira/create-request.ts';

/** Jira's own limit for a summary. */
const SUMMARY_LIMIT = 255;

const PRIORITY_NAMES: Record<Severity, string> = { critical: 'Highest', high: 'High', medium: 'Medium', low: 'Low' };

export type TicketContent = {
  remediation: RemediationCommon;
  /** Holdfast cannot see who may read a project in Jira: the ticket of a restricted record tells what to do, and no more. */
  isRestricted: boolean;
  recommendation: Recommendation;
  /** The address of the record, which explains it all. */
  recordUrl: string;
  extraLabels: readonly string[];
};

/** The body of the create request: https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-issues/ */
export function ticketFields({
  remediation,
  recommendation,
  recordUrl,
  extraLabels,
  ...mark
}: TicketContent): TicketFields {
  const isRestricted = mark.isRestricted || remediation.isRestricted === true;
  const told = isRestricted
    ? { ...withoutWords(Recommendation, recommendation, 'ticket'), why: RESTRICTED }
    : recommendation;
  const { checks, steps } = isRestricted ? withoutWords(RemediationCommon, remediation, 'ticket') : remediation;
  // The route is the config's: its names are no words of the record.
  const { route, priority, dueAt, id, postMortemId } = remediation;
  return {
    fields: {
      project: { key: route.project },
      issuetype: { name: route.issueType },
      summary: summaryOf(told),
      description: description(told, { checks, steps }, recordUrl),
      priority: { name: PRIORITY_NAMES[priority] },
      duedate: dueAt.slice(0, 10),
      labels: [TICKET_LABEL, ticketLabel(id), ...extraLabels],
      ...(route.component === undefined ? {} : { components: [{ name: route.component }] }),
    },
    properties: [{ key: TICKET_PROPERTY, value: { remediationId: id, postMortemId } }],
  };
}

/** Titles of blanks were once taken, and approved. Jira makes no issue without a summary, and so none of those. */
function summaryOf({ id, title }: Recommendation): string {
  return isReadable(title) ? shortened(title, SUMMARY_LIMIT) : `Recommendation ${id}`;
}

const RESTRICTED =
  'It follows from an incident whose record is restricted. Those who may read it find the reason there.';

/** Description for the engineer who gets the ticket: why, when is it good, how will you tell, where is the rest. */
function description(
  recommendation: Recommendation,
  { checks, steps }: Pick<RemediationCommon, 'checks' | 'steps'>,
  recordUrl: string,
): AdfDocument {
  const rank = `impact ${recommendation.impact} × feasibility ${recommendation.feasibility} = ${rankOf(recommendation)}`;
  return document(
    heading('Why'),
    paragraph(text(recommendation.why)),
    heading('Done means'),
    paragraph(text(recommendation.successCriterion)),
    heading('How it will be verified'),
    paragraph(text(`Moving this ticket to done is a claim. It is checked ${readableSteps(steps)} after that:`)),
    bulletList(checks.map(checkInTicket)),
    paragraph(text('If a check fails, this ticket is reopened with the evidence in a comment.')),
    heading('Where it comes from'),
    paragraph(link('The post-mortem record', recordUrl), text(` · ${recommendation.kind} · ${rank}`)),
  );
}

/** A check for the engineer who has the ticket: what it asks of it. */
export function checkInTicket(check: Check): AdfNode[] {
  switch (check.kind) {
    case 'signal':
      return [strong('Signal: '), text(`the newest about ${check.subject.type} ${check.subject.id} must pass`)];
    case 'attestation':
      return [strong('Attestation: '), text(`somebody other than the assignee attests: ${check.statement}`)];
    case 'ticket state':
      return [strong('Ticket: '), text('this ticket must still be done')];
  }
}

const UNIT_WORDS: Record<string, string> = { W: 'week', D: 'day', H: 'hour', M: 'minute', S: 'second' };

/** ISO 8601 durations as people say them: "7 days, 30 days and 90 days". */
export function readableSteps(steps: readonly string[]): string {
  const words = steps.map((step) =>
    [...step.matchAll(/(\d+)([WDHMS])/g)]
      .map(([, count, unit]) => `${count} ${UNIT_WORDS[unit ?? ''] ?? ''}${count === '1' ? '' : 's'}`)
      .join(' '),
  );
  const last = words.at(-1) ?? '';
  return words.length < 2 ? last : `${words.slice(0, -1).join(', ')} and ${last}`;
}
