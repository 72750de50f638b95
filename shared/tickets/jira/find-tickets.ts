import { TICKET_LABEL, ticketLabel } from '../../domain/remediation/remediation.ts';
import type { RecommendationId } from '../../domain/words/identifiers.ts';
import type { JiraGateway } from '../../jira/gateway.ts';
import type { JiraIssue } from '../../jira/issue-reading.ts';
import { quoted } from '../../jira/jql.ts';
import { markOf } from './mark.ts';

/*
 * Two ways to our tickets, because neither is sure alone. Labels: not on every screen, and anybody may change them. Their
 * creator: nobody can change it, but tickets from before a change of our account have another. Each is a search of its own;
 * what the first finds in vain, the second may find.
 *
 * Times are relative, because Jira reads an absolute one in the time zone of the account that asks.
 */

type Searcher = Pick<JiraGateway, 'search'>;

const CREATED_BY_US = 'creator = currentUser()';
const minutes = (ms: number): number => Math.max(1, Math.ceil(ms / 60_000));

/** Tickets with the name of a remediation, or its mark. @param sinceMs for how long there may be one */
export async function ticketsNamed(
  jira: Searcher,
  remediation: RecommendationId,
  { project, sinceMs }: { project: string; sinceMs: number },
): Promise<JiraIssue[]> {
  const labelled = await jira.search(`labels = "${ticketLabel(remediation)}" ORDER BY created ASC`);
  const ours = await jira.search(
    `project = ${quoted(project)} AND ${CREATED_BY_US} AND created >= "-${minutes(sinceMs)}m" ORDER BY created ASC`,
  );
  const marked = ours.filter((issue) => markOf(issue)?.remediationId === remediation);
  return eachOnce([...labelled, ...marked], ({ created }) => created);
}

/** Tickets that changed within a time, the one that changed first first. */
export async function ticketsChanged(jira: Searcher, ms: number): Promise<JiraIssue[]> {
  const when = `updated >= "-${minutes(ms)}m" ORDER BY updated ASC`;
  const labelled = await jira.search(`labels = "${TICKET_LABEL}" AND ${when}`);
  const ours = await jira.search(`${CREATED_BY_US} AND ${when}`);
  return eachOnce([...labelled, ...ours.filter(isMarked)], ({ updated }) => updated);
}

/** Tickets that say that they are ours. @param days only those that were created in the last so many days */
export async function ticketsCreated(jira: Searcher, days: number | undefined): Promise<JiraIssue[]> {
  const when = `${days === undefined ? '' : ` AND created >= "-${days}d"`} ORDER BY created ASC`;
  const labelled = await jira.search(`labels = "${TICKET_LABEL}"${when}`);
  const ours = await jira.search(`${CREATED_BY_US}${when}`);
  return eachOnce([...labelled, ...ours.filter(isMarked)], ({ created }) => created);
}

/** The account may make other tickets as well. */
const isMarked = (issue: JiraIssue): boolean => markOf(issue) !== undefined;

function eachOnce(issues: readonly JiraIssue[], timeOf: (fields: JiraIssue['fields']) => string): JiraIssue[] {
  const byId = new Map(issues.map((issue) => [issue.id, issue]));
  return [...byId.values()].toSorted((a, b) => Date.parse(timeOf(a.fields)) - Date.parse(timeOf(b.fields)));
}
