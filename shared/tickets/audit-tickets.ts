import type { HoldfastConfig } from '../domain/policy/policy.ts';
import {
  isTicketed,
  type Remediation,
  TICKET_LABEL,
  type TicketedRemediation,
} from '../domain/remediation/remediation.ts';
import { document, paragraph, strong, text } from '../jira/adf.ts';
import type { JiraGateway } from '../jira/gateway.ts';
import { isDone, type JiraIssue } from '../jira/issue-reading.ts';
import { dueActions, dueRemediations } from '../store/queues/due.ts';
import type { RecordStore } from '../store/records/record-store.ts';
import type { Table } from '../store/table.ts';
import { tieOf } from './tie.ts';

export type AuditDependencies = {
  store: Pick<RecordStore, 'remediation'>;
  jira: Pick<JiraGateway, 'search' | 'labelsOf' | 'issue' | 'linkDuplicate' | 'close' | 'commentOnce'>;
  table: Table;
  config: Pick<HoldfastConfig, 'remediation'>;
};

/** A second ticket of a remediation that has one. */
export type Duplicate = {
  kind: 'duplicate';
  key: string;
  original: string;
  /** Before this run. */
  isClosed: boolean;
  /** True when this run closed it; missing where it did not try. */
  closed?: boolean;
  /** Why it is not closed, or what of it could not be done. */
  because?: string;
};

export type TicketFinding =
  /** A ticket that says that it is ours, and no record knows of it. */
  | { kind: 'orphan'; key: string; because: string }
  | Duplicate
  /** A remediation whose ticket Jira does not show: deleted, or hidden from our account. */
  | { kind: 'missing'; key: string; remediationId: string; postMortemId: string };

/** Twice the interval of the audit's schedule, so that what one run could not see the next one does. */
const LOOK_BACK_DAYS = 15;

/** Later than any time at which something is due: all that is under way. */
const ALL = '9999-12-31T23:59:59.999Z';
const FETCH_LIMIT = 100;

export type AuditScope = {
  /** Look at all tickets, not only at those of the last days. */
  all: boolean;
  /** Find, and close nothing. */
  dryRun: boolean;
};

/**
 * Holds Jira against the records, from both sides: every ticket that was made for a record, and every record that is
 * under way. Closes second tickets.
 *
 * @returns what it found, each duplicate with what came of it
 */
export async function auditTickets(deps: AuditDependencies, { all, dryRun }: AuditScope): Promise<TicketFinding[]> {
  const found = await compare(deps, all ? '' : ` AND created >= "-${LOOK_BACK_DAYS}d"`);
  return dryRun ? found : closeDuplicates(deps, found);
}

async function compare(deps: AuditDependencies, since: string): Promise<TicketFinding[]> {
  const tickets = await deps.jira.search(`labels = "${TICKET_LABEL}"${since} ORDER BY created ASC`);
  const ours: TicketFinding[] = [];
  for (const ticket of tickets) ours.push(...(await judge(deps, ticket)));
  return [...ours, ...(await missing(deps))];
}

/** Copies that people made carry our labels and not our property; they are theirs, and nobody's business here. */
async function judge({ store }: AuditDependencies, ticket: JiraIssue): Promise<TicketFinding[]> {
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

async function missing({ jira, store, table }: AuditDependencies): Promise<TicketFinding[]> {
  const live: Remediation[] = await dueRemediations(table, 'remediation', ALL);
  for await (const { postMortemId, remediationId } of dueActions(table, 'verify', ALL)) {
    const remediation = await store.remediation(postMortemId, remediationId);
    if (remediation !== undefined) live.push(remediation);
  }
  const ticketed = live.filter(isTicketed);
  const findings: TicketFinding[] = [];
  for (let start = 0; start < ticketed.length; start += FETCH_LIMIT) {
    const some = ticketed.slice(start, start + FETCH_LIMIT);
    const found = await jira.labelsOf(some.map(({ ticket }) => ticket.issueId));
    findings.push(...some.filter(({ ticket }) => !found.has(ticket.issueId)).map(missingTicket));
  }
  return findings;
}

function missingTicket({ ticket, id, postMortemId }: TicketedRemediation): TicketFinding {
  return { kind: 'missing', key: ticket.key, remediationId: id, postMortemId };
}

/**
 * Links and closes duplicates that are still open. Nothing is ever deleted: somebody may have worked in it. What goes wrong
 * with one says so in its finding and does not stop the others.
 *
 * @returns all findings, each duplicate with what came of it
 */
async function closeDuplicates(
  { jira }: Pick<AuditDependencies, 'jira'>,
  findings: readonly TicketFinding[],
): Promise<TicketFinding[]> {
  const told: TicketFinding[] = [];
  for (const finding of findings) {
    const isOpen = finding.kind === 'duplicate' && !finding.isClosed;
    told.push(isOpen ? { ...finding, ...(await closeOne(jira, finding)) } : finding);
  }
  return told;
}

/**
 * The link first, so that no ticket is ever closed that does not show where the work goes on; the comment last, because it
 * tells of what has been done.
 */
async function closeOne(jira: AuditDependencies['jira'], { key, original }: Duplicate) {
  try {
    if ((await jira.issue(original)) === undefined) {
      return {
        closed: false,
        because: `Jira does not show the original, ${original}: this may be the only ticket left`,
      };
    }
    await jira.linkDuplicate(key, original);
    await jira.close(key);
  } catch (error) {
    return { closed: false, because: messageOf(error) };
  }
  try {
    await jira.commentOnce(key, `duplicate of ${original}`, closedComment(original));
    return { closed: true };
  } catch (error) {
    return { closed: true, because: `without a comment: ${messageOf(error)}` };
  }
}

const closedComment = (original: string) =>
  document(
    paragraph(
      strong('Closed by Holdfast. '),
      text(`This is a second ticket for the same remediation; work goes on in ${original}.`),
    ),
  );

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
