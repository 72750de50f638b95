import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type { HoldfastConfig } from '../domain/policy.ts';
import { isTicketed, type Remediation, TICKET_LABEL, type TicketedRemediation } from '../domain/remediation.ts';
import { dueActions, dueRemediations } from '../store/due.ts';
import type { RecordStore } from '../store/record-store.ts';
import { document, paragraph, strong, text } from './adf.ts';
import type { JiraGateway } from './gateway.ts';
import { isDone, type JiraIssue } from './issue-reading.ts';
import { tieOf } from './tie.ts';

export type AuditDependencies = {
  store: Pick<RecordStore, 'remediation'>;
  jira: Pick<JiraGateway, 'search' | 'labelsOf' | 'linkDuplicate' | 'close' | 'commentOnce'>;
  place: { client: DynamoDBDocumentClient; table: string };
  config: Pick<HoldfastConfig, 'remediation'>;
};

export type Finding =
  /** A ticket that says that it is ours, and no record knows of it. */
  | { kind: 'orphan'; key: string; because: string }
  /** A second ticket of a remediation that has one. */
  | { kind: 'duplicate'; key: string; original: string; isClosed: boolean }
  /** A remediation whose ticket Jira does not show: deleted, or hidden from our account. */
  | { kind: 'missing'; key: string; remediationId: string; postMortemId: string };

/** Later than any time at which something is due: all that is under way. */
const ALL = '9999-12-31T23:59:59.999Z';
const FETCH_LIMIT = 100;

/**
 * Holds Jira against the records, from both sides: every ticket that was made for a record, and every record that is
 * under way.
 *
 * @param days look at tickets created in the last so many days; undefined looks at all
 */
export async function auditTickets(deps: AuditDependencies, days: number | undefined): Promise<Finding[]> {
  const since = days === undefined ? '' : ` AND created >= "-${days}d"`;
  const tickets = await deps.jira.search(`labels = "${TICKET_LABEL}"${since} ORDER BY created ASC`);
  const ours: Finding[] = [];
  for (const ticket of tickets) ours.push(...(await judge(deps, ticket)));
  return [...ours, ...(await missing(deps))];
}

/** Copies that people made carry our labels and not our property; they are theirs, and nobody's business here. */
async function judge({ store }: AuditDependencies, ticket: JiraIssue): Promise<Finding[]> {
  const tie = tieOf(ticket);
  if (tie === undefined) return [];
  const remediation = await store.remediation(tie.postMortemId, tie.remediationId);
  if (remediation === undefined) {
    return [{ kind: 'orphan', key: ticket.key, because: `there is no remediation ${tie.remediationId}` }];
  }
  // A creation in doubt will find this ticket by itself; it is not an orphan while the search goes on.
  if (!isTicketed(remediation)) return [];
  if (remediation.ticket.issueId === ticket.id) return [];
  return [{ kind: 'duplicate', key: ticket.key, original: remediation.ticket.key, isClosed: isDone(ticket) }];
}

async function missing({ jira, store, place }: AuditDependencies): Promise<Finding[]> {
  const live: Remediation[] = await dueRemediations(place, 'remediation', ALL);
  for await (const { postMortemId, remediationId } of dueActions(place, 'verify', ALL)) {
    const remediation = await store.remediation(postMortemId, remediationId);
    if (remediation !== undefined) live.push(remediation);
  }
  const ticketed = live.filter(isTicketed);
  const findings: Finding[] = [];
  for (let start = 0; start < ticketed.length; start += FETCH_LIMIT) {
    const some = ticketed.slice(start, start + FETCH_LIMIT);
    const found = await jira.labelsOf(some.map(({ ticket }) => ticket.issueId));
    findings.push(...some.filter(({ ticket }) => !found.has(ticket.issueId)).map(missingTicket));
  }
  return findings;
}

function missingTicket({ ticket, id, postMortemId }: TicketedRemediation): Finding {
  return { kind: 'missing', key: ticket.key, remediationId: id, postMortemId };
}

/**
 * Links and closes duplicates that are still open, each with a comment that says why. Nothing is ever deleted: somebody
 * may have worked in it.
 */
export async function closeDuplicates(
  { jira }: Pick<AuditDependencies, 'jira'>,
  findings: readonly Finding[],
): Promise<Finding[]> {
  const open = findings.filter((finding) => finding.kind === 'duplicate' && !finding.isClosed);
  for (const finding of open) {
    if (finding.kind !== 'duplicate') continue;
    const { key, original } = finding;
    await jira.commentOnce(
      key,
      `duplicate of ${original}`,
      document(
        paragraph(
          strong('Closed by Holdfast. '),
          text(`This is a second ticket for the same remediation; work goes on in ${original}.`),
        ),
      ),
    );
    await jira.linkDuplicate(key, original);
    await jira.close(key);
  }
  return open;
}
