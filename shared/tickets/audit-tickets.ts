import type { HoldfastConfig } from '../domain/policy/policy.ts';
import { routeIn } from '../domain/remediation/choose-route.ts';
import { isFormerTicket, isTicketed, type Remediation } from '../domain/remediation/remediation.ts';
import { browseUrl } from '../domain/ticket/jira-site.ts';
import type { PostMortemId, RecommendationId } from '../domain/words/identifiers.ts';
import { dueActions, lateRemediations } from '../store/queues/due.ts';
import type { RecordStore } from '../store/records/record-store.ts';
import type { Table } from '../store/table.ts';
import { isRestrictedNow } from './is-restricted-now.ts';
import { isSameTicket, type TicketSites } from './ticket-sites.ts';
import type { ShownTicket, TicketSystem } from './ticket-system.ts';
import { link, paragraph, strong, type TicketText, text } from './ticket-text.ts';
import { whyNotOurs, withFormerProjects } from './whose-ticket.ts';

export type AuditDependencies = {
  store: Pick<RecordStore, 'remediation' | 'head'>;
  ticketSites: TicketSites;
  /** Site that is audited. */
  tickets: TicketSystem;
  table: Table;
  config: Pick<HoldfastConfig, 'remediation' | 'teams' | 'jira'>;
};

/** Site of what was found, by its name in `jira.sites`; absent for the site of `jira`. */
type OnSite = { site?: string };

/** A second ticket of a remediation that has one. */
export type Duplicate = OnSite & {
  kind: 'duplicate';
  key: string;
  original: string;
  /** Host of the original's site, where it is another one: keys repeat from site to site. */
  originalOn?: string;
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
  | (OnSite & { kind: 'orphan'; key: string; because: string })
  | Duplicate
  /** A ticket that carries the mark of a fix and is not ours: somebody put it there. It is never moved. */
  | (OnSite & { kind: 'foreign'; key: string; because: string })
  /** A remediation whose ticket the system does not show: deleted, or hidden from our account. */
  | (OnSite & { kind: 'missing'; key: string; remediationId: string; postMortemId: string });

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
 * Holds the tickets of a site against the records, from both sides: every ticket that was made for a record, and every record that
 * is under way. Closes second tickets.
 *
 * @returns what it found, each duplicate with what came of it
 */
export async function auditTickets(deps: AuditDependencies, { all, dryRun }: AuditScope): Promise<TicketFinding[]> {
  const found = await compare(deps, all ? undefined : LOOK_BACK_DAYS);
  return dryRun ? found : closeDuplicates(deps, found);
}

async function compare(deps: AuditDependencies, days: number | undefined): Promise<TicketFinding[]> {
  const ours: TicketFinding[] = [];
  for await (const page of deps.tickets.ours(days)) {
    for (const ticket of page) ours.push(...(await judge(deps, ticket)));
  }
  // What a sweep finds missing is an event of its fix: only whoever asks for all is told of each again.
  return days === undefined ? [...ours, ...(await missing(deps))] : ours;
}

/** Copies that people made carry our labels and not our mark; they are theirs, and nobody's business here. */
async function judge({ store, config, tickets }: AuditDependencies, shown: ShownTicket): Promise<TicketFinding[]> {
  const { issueId, key, isDone, mark } = shown;
  if (mark === undefined) return [];
  const remediation = await store.remediation(mark.postMortemId, mark.remediationId);
  if (remediation !== undefined && isTicketed(remediation) && isSameTicket(remediation.ticket, tickets, issueId))
    return [];
  // It stays done, and its follow-up is the ticket of the fix.
  if (remediation !== undefined && isFormerTicket(remediation, { site: tickets.site, issueId, key })) return [];
  const on = onSite(tickets);
  const told = await withFormerProjects(shown, tickets, config);
  const because = whyNotOurs(told, tickets, remediation && routeIn(remediation), config);
  if (because !== undefined) {
    return [
      {
        kind: 'foreign',
        ...on,
        key,
        because: `it carries the mark of remediation ${mark.remediationId}, and ${because}`,
      },
    ];
  }
  if (remediation === undefined) {
    return [{ kind: 'orphan', ...on, key, because: `there is no remediation ${mark.remediationId}` }];
  }
  // A creation in doubt will find this ticket by itself; it is not an orphan while the search goes on.
  if (!isTicketed(remediation)) return [];
  const { ticket, id: remediationId, postMortemId } = remediation;
  const original = {
    original: ticket.key,
    ...(tickets.names.includes(ticket.site) ? {} : { originalOn: ticket.site }),
  };
  return [{ kind: 'duplicate', ...on, key, ...original, remediationId, postMortemId, isClosed: isDone }];
}

const onSite = ({ key }: TicketSystem): OnSite => (key === undefined ? {} : { site: key });

async function missing({ ticketSites, tickets, store, table }: AuditDependencies): Promise<TicketFinding[]> {
  const live: Remediation[] = await lateRemediations(table, ALL);
  for await (const { postMortemId, remediationId } of dueActions(table, 'verify', ALL)) {
    const remediation = await store.remediation(postMortemId, remediationId);
    if (remediation !== undefined) live.push(remediation);
  }
  const ticketed = live.filter(isTicketed);
  const here = ticketed.filter(({ ticket }) => tickets.names.includes(ticket.site));
  const shown = await tickets.shown(here.map(({ ticket }) => ticket.issueId));
  const known = new Set(ticketSites.all.flatMap(({ names }) => names));
  return [
    ...here.filter(({ ticket }) => !shown.has(ticket.issueId)),
    // Of a site that the configuration does not have any more: told once, with those of the first.
    ...(tickets === ticketSites.all[0] ? ticketed.filter(({ ticket }) => !known.has(ticket.site)) : []),
  ].map(({ ticket, id, postMortemId }) => ({
    kind: 'missing',
    ...onSite(tickets),
    key: ticket.key,
    remediationId: id,
    postMortemId,
  }));
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
  const { ticketSites, tickets, store, config } = deps;
  const { key, original, originalOn, postMortemId, remediationId } = duplicate;
  const originalUrl = originalOn && browseUrl({ site: originalOn, key: original }, config.jira);
  const comment = () => tickets.commentOnce(key, `duplicate of ${original}`, closedComment(original, originalUrl));
  let unlinked: string | undefined;
  try {
    const ofOriginal = originalOn === undefined ? tickets : ticketSites.named(originalOn);
    if ((await ofOriginal.show(original, original)) === undefined) {
      return {
        closed: false,
        because: `the original, ${original}, is not shown: this may be the only ticket left`,
      };
    }
    const remediation = await store.remediation(postMortemId, remediationId);
    if (remediation === undefined)
      return { closed: false, because: `there is no remediation ${remediationId} any more` };
    unlinked =
      originalOn === undefined
        ? await tickets.linkDuplicate(key, original, routeIn(remediation))
        : `the original is on ${originalOn}, and no link leads from site to site`;
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

const closedComment = (original: string, url: string | undefined): TicketText => [
  paragraph(
    strong('Closed by Holdfast. '),
    text('This is a second ticket for the same remediation; work goes on in '),
    url === undefined ? text(original) : link(original, url),
    text('.'),
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
