import type { HoldfastConfig } from '../domain/policy/policy.ts';
import { routeIn } from '../domain/remediation/choose-route.ts';
import { isTicketed, type Remediation, type TicketedRemediation } from '../domain/remediation/remediation.ts';
import type { PostMortemId, RecommendationId } from '../domain/words/identifiers.ts';
import { dueActions, dueRemediations } from '../store/queues/due.ts';
import type { RecordStore } from '../store/records/record-store.ts';
import type { Table } from '../store/table.ts';
import { isRestrictedNow } from './is-restricted-now.ts';
import type { ShownTicket, TicketSystem } from './ticket-system.ts';
import { paragraph, strong, type TicketText, text } from './ticket-text.ts';
import { whyNotOurs } from './whose-ticket.ts';

export type AuditDependencies = {
  store: Pick<RecordStore, 'remediation' | 'head'>;
  tickets: Pick<TicketSystem, 'ours' | 'shown' | 'show' | 'linkDuplicate' | 'close' | 'commentOnce' | 'withoutWords'>;
  table: Table;
  config: Pick<HoldfastConfig, 'remediation' | 'teams'>;
};

/** A second ticket of a remediation that has one. */
export type Duplicate = {
  kind: 'duplicate';
  key: string;
  original: string;
  remediationId: RecommendationId;
  postMortemId: PostMortemId;
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
  /** A ticket that carries the mark of a fix and is not ours: somebody put it there. It is never moved. */
  | { kind: 'foreign'; key: string; because: string }
  /** A remediation whose ticket the system does not show: deleted, or hidden from our account. */
  | { kind: 'missing'; key: string; remediationId: string; postMortemId: string };

/** Twice the interval of the audit's schedule, so that what one run could not see the next one does. */
const LOOK_BACK_DAYS = 15;

/** Later than any time at which something is due: all that is under way. */
const ALL = '9999-12-31T23:59:59.999Z';

export type AuditScope = {
  /** Look at all tickets, not only at those of the last days. */
  all: boolean;
  /** Find, and close nothing. */
  dryRun: boolean;
};

/**
 * Holds the tickets against the records, from both sides: every ticket that was made for a record, and every record that is
 * under way. Closes second tickets.
 *
 * @returns what it found, each duplicate with what came of it
 */
export async function auditTickets(deps: AuditDependencies, { all, dryRun }: AuditScope): Promise<TicketFinding[]> {
  const found = await compare(deps, all ? undefined : LOOK_BACK_DAYS);
  return dryRun ? found : closeDuplicates(deps, found);
}

async function compare(deps: AuditDependencies, days: number | undefined): Promise<TicketFinding[]> {
  const ours: TicketFinding[] = [];
  for (const ticket of await deps.tickets.ours(days)) ours.push(...(await judge(deps, ticket)));
  return [...ours, ...(await missing(deps))];
}

/** Copies that people made carry our labels and not our mark; they are theirs, and nobody's business here. */
async function judge({ store, config }: AuditDependencies, shown: ShownTicket): Promise<TicketFinding[]> {
  const { issueId, key, isDone, mark } = shown;
  if (mark === undefined) return [];
  const remediation = await store.remediation(mark.postMortemId, mark.remediationId);
  if (remediation !== undefined && isTicketed(remediation) && remediation.ticket.issueId === issueId) return [];
  const route = remediation?.route ?? config.remediation.defaultRoute;
  const because = whyNotOurs(shown, { project: route.project, issueType: route.issueType }, config);
  if (because !== undefined) {
    return [
      { kind: 'foreign', key, because: `it carries the mark of remediation ${mark.remediationId}, and ${because}` },
    ];
  }
  if (remediation === undefined) {
    return [{ kind: 'orphan', key, because: `there is no remediation ${mark.remediationId}` }];
  }
  // A creation in doubt will find this ticket by itself; it is not an orphan while the search goes on.
  if (!isTicketed(remediation)) return [];
  const { ticket, id: remediationId, postMortemId } = remediation;
  return [{ kind: 'duplicate', key, original: ticket.key, remediationId, postMortemId, isClosed: isDone }];
}

async function missing({ tickets, store, table }: AuditDependencies): Promise<TicketFinding[]> {
  const live: Remediation[] = await dueRemediations(table, 'remediation', ALL);
  for await (const { postMortemId, remediationId } of dueActions(table, 'verify', ALL)) {
    const remediation = await store.remediation(postMortemId, remediationId);
    if (remediation !== undefined) live.push(remediation);
  }
  const ticketed = live.filter(isTicketed);
  const shown = await tickets.shown(ticketed.map(({ ticket }) => ticket.issueId));
  return ticketed.filter(({ ticket }) => !shown.has(ticket.issueId)).map(missingTicket);
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
async function closeDuplicates(deps: AuditDependencies, findings: readonly TicketFinding[]): Promise<TicketFinding[]> {
  const told: TicketFinding[] = [];
  for (const finding of findings) {
    const isOpen = finding.kind === 'duplicate' && !finding.isClosed;
    told.push(isOpen ? { ...finding, ...(await closeOne(deps, finding)) } : finding);
  }
  return told;
}

/**
 * The link first, so that no ticket is ever closed that does not show where the work goes on; where there can be none, the
 * comment stands for it. Else the comment comes last, because it tells of what has been done.
 */
async function closeOne(deps: AuditDependencies, duplicate: Duplicate) {
  const { tickets, store } = deps;
  const { key, original, postMortemId, remediationId } = duplicate;
  const comment = () => tickets.commentOnce(key, `duplicate of ${original}`, closedComment(original));
  let unlinked: string | undefined;
  try {
    if ((await tickets.show(original, original)) === undefined) {
      return {
        closed: false,
        because: `the original, ${original}, is not shown: this may be the only ticket left`,
      };
    }
    const remediation = await store.remediation(postMortemId, remediationId);
    if (remediation === undefined)
      return { closed: false, because: `there is no remediation ${remediationId} any more` };
    unlinked = await tickets.linkDuplicate(key, original, routeIn(remediation));
    if (unlinked !== undefined) await comment();
    await tickets.close(key, routeIn(remediation));
  } catch (error) {
    return { closed: false, because: await messageOf(deps, duplicate, error) };
  }
  if (unlinked !== undefined) return { closed: true, because: `without a link: ${unlinked}` };
  try {
    await comment();
    return { closed: true };
  } catch (error) {
    return { closed: true, because: `without a comment: ${await messageOf(deps, duplicate, error)}` };
  }
}

const closedComment = (original: string): TicketText => [
  paragraph(
    strong('Closed by Holdfast. '),
    text(`This is a second ticket for the same remediation; work goes on in ${original}.`),
  ),
];

/** Describes what went wrong, for logs and operators: without the system's words, which may quote the ticket, when its record is restricted. */
async function messageOf(
  { store, tickets }: AuditDependencies,
  { postMortemId, remediationId }: Duplicate,
  error: unknown,
): Promise<string> {
  if (!(error instanceof Error)) return String(error);
  const remediation = await store.remediation(postMortemId, remediationId);
  const isRestricted = await isRestrictedNow(store, { postMortemId, ...remediation });
  return (isRestricted ? tickets.withoutWords(error) : error).message;
}
