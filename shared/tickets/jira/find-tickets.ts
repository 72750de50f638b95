import { TICKET_LABEL, ticketLabel } from '../../domain/remediation/remediation.ts';
import type { LongSearch, SearchPage } from '../../domain/ticket/long-search.ts';
import type { RecommendationId } from '../../domain/words/identifiers.ts';
import type { JiraGateway } from '../../jira/gateway.ts';
import type { JiraIssue } from '../../jira/issue-reading.ts';
import { changedSinceInLastingOrder, LATEST_CHANGE_FIRST, LATEST_FIRST } from '../../jira/jql.ts';
import { markOf } from './mark.ts';

/*
 * Two ways to our tickets, because neither is sure alone. Labels: not on every screen, and anybody may change them. Their
 * creator: nobody can change it, but tickets from before a change of our account have another.
 *
 * Times are relative, because Jira reads an absolute one in the time zone of the account that asks.
 */

type Searcher = Pick<JiraGateway, 'search' | 'searchIds' | 'searchIdsFrom' | 'searchPages'>;

const CREATED_BY_US = 'creator = currentUser()';
const OURS = `(labels = "${TICKET_LABEL}" OR ${CREATED_BY_US})`;
const minutes = (ms: number): number => Math.max(1, Math.ceil(ms / 60_000));

/**
 * Tickets with the name of a remediation, or its mark, in whatever project: somebody may have moved it before anybody knew that it is
 * there, and where labels are on no screen only its mark tells.
 *
 * @param sinceMs for how long there may be one
 */
export async function ticketsNamed(
  jira: Searcher,
  remediation: RecommendationId,
  sinceMs: number,
): Promise<JiraIssue[]> {
  const labelled = await jira.search(`labels = "${ticketLabel(remediation)}" ORDER BY created ASC`);
  const ours = await jira.search(`${CREATED_BY_US} AND created >= "-${minutes(sinceMs)}m" ${LATEST_FIRST}`);
  const marked = ours.filter((issue) => markOf(issue)?.remediationId === remediation);
  return eachOnce([...labelled, ...marked], ({ created }) => created);
}

/**
 * Ids of what changed within a time and carries our label or was made by our account, the one that changed last first. Our account may make
 * other issues as well: whether it is a ticket of ours is for who reads them.
 */
export function idsChanged(jira: Searcher, ms: number): AsyncGenerator<string[]> {
  return jira.searchIds(`${OURS} AND updated >= "-${minutes(ms)}m" ${LATEST_CHANGE_FIRST}`);
}

/** The same in an order that does not move. */
export function idsChangedSince(jira: Searcher, { since, next }: LongSearch): AsyncGenerator<SearchPage<string>> {
  return jira.searchIdsFrom(changedSinceInLastingOrder(OURS, since), next);
}

/** Tickets that say that they are ours, page by page. @param days only those that were created in the last so many days */
export async function* ticketsCreated(jira: Searcher, days: number | undefined): AsyncGenerator<JiraIssue[]> {
  const when = days === undefined ? '' : ` AND created >= "-${days}d"`;
  for await (const page of jira.searchPages(`${OURS}${when} ORDER BY created ASC`)) {
    yield page.filter((issue) => isMarked(issue) || issue.fields.labels.includes(TICKET_LABEL));
  }
}

/** The account may make other tickets as well. */
const isMarked = (issue: JiraIssue): boolean => markOf(issue) !== undefined;

function eachOnce(issues: readonly JiraIssue[], timeOf: (fields: JiraIssue['fields']) => string): JiraIssue[] {
  const byId = new Map(issues.map((issue) => [issue.id, issue]));
  return [...byId.values()].toSorted((a, b) => Date.parse(timeOf(a.fields)) - Date.parse(timeOf(b.fields)));
}
