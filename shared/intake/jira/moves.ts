import type { HoldfastConfig } from '../../domain/policy/policy.ts';
import type { TicketRef } from '../../domain/ticket/incident-ticket.ts';
import type { LongSearch, SearchPage } from '../../domain/ticket/long-search.ts';
import type { JiraGateway } from '../../jira/gateway.ts';
import { isDone, isStatusChange, type JiraIssue } from '../../jira/issue-reading.ts';
import { isTypeOf, unknownType } from '../../jira/issue-type.ts';
import { JiraIssueMissing, JiraOutage } from '../../jira/jira-errors.ts';
import { changedSinceInLastingOrder, LATEST_CHANGE_FIRST, quoted } from '../../jira/jql.ts';
import { siteName } from '../../jira/site.ts';
import type { LookedAtTicket, MovedTicket, MoveWindow, PolledScope } from '../source.ts';
import { isIncident } from './webhook.ts';

/** Incidents of one type in one project: asked by themselves, so that one that is gone or renamed stops no other. */
type JiraScope = { project: string; issueType: string };

export function scopesOf({ incidents }: Pick<HoldfastConfig, 'incidents'>): JiraScope[] {
  return incidents.jira.projects.flatMap(({ project, issueTypes }) =>
    issueTypes.map((issueType) => ({ project, issueType })),
  );
}

type Asked = Pick<JiraGateway, 'searchPages' | 'searchPagesFrom' | 'project' | 'changelog' | 'statusCategories'>;

export function jiraScope(jira: Asked, scope: JiraScope, config: Pick<HoldfastConfig, 'jira'>): PolledScope {
  return {
    name: `${scope.project}, ${scope.issueType}`,
    moves: (window) => movesIn(jira, scope, config, window),
    movesSince: (search, closedSince) => movesSince(jira, scope, config, search, closedSince),
    lastReopening: (ticket) => lastReopening(jira, ticket),
  };
}

/**
 * Looks whether Jira shows the project, and whether its issues may be of this type. A search that names what there is not
 * answers with nothing on some sites, and is refused on others.
 *
 * @returns the key of the project as it is now
 * @throws JiraOutage, with what to correct
 */
async function mustBeShown(jira: Pick<JiraGateway, 'project'>, { project, issueType }: JiraScope): Promise<string> {
  const shown = await jira.project(project);
  if (!isTypeOf(shown, issueType)) {
    const endpoint = `GET /rest/api/3/project/${project}`;
    throw new JiraOutage(endpoint, unknownType(shown, issueType), 'until then no incident of it is found');
  }
  return shown.key;
}

async function* movesIn(
  jira: Asked,
  scope: JiraScope,
  config: Pick<HoldfastConfig, 'jira'>,
  { closedSince, changedSince, now }: MoveWindow,
): AsyncGenerator<MovedTicket[]> {
  const project = await mustBeShown(jira, scope);
  // Relative, because Jira reads an absolute time in the time zone of the account that asks.
  const minutes = Math.ceil((Date.parse(now) - Date.parse(changedSince)) / 60_000) + 1;
  const incidents = incidentsIn(project, scope);
  // A move is a change, so `updated` finds it; so does a comment on an incident that was closed last year.
  const changed = `${incidents} AND updated >= "-${minutes}m" ${LATEST_CHANGE_FIRST}`;
  for await (const page of jira.searchPages(changed, MOVE_FIELDS)) {
    yield movedOf(page, config, closedSince);
  }
}

async function* movesSince(
  jira: Asked,
  scope: JiraScope,
  config: Pick<HoldfastConfig, 'jira'>,
  { since, next: place }: LongSearch,
  closedSince: string,
): AsyncGenerator<SearchPage<MovedTicket>> {
  const jql = changedSinceInLastingOrder(incidentsIn(await mustBeShown(jira, scope), scope), since);
  for await (const { found, next } of jira.searchPagesFrom(jql, MOVE_FIELDS, place)) {
    yield { found: movedOf(found, config, closedSince), next };
  }
}

const incidentsIn = (project: string, { issueType }: JiraScope): string =>
  `project = ${quoted(project)} AND issuetype = ${quoted(issueType)}`;

const movedOf = (page: readonly JiraIssue[], config: Pick<HoldfastConfig, 'jira'>, closedSince: string) =>
  page
    .map((issue) => movedTicket(issue, config))
    .filter(({ isClosed, at }) => !isClosed || Date.parse(at) >= Date.parse(closedSince));

/** What tells a move, and what every issue must have to be read: no texts, of which a thousand incidents have megabytes. */
const MOVE_FIELDS = [
  'status',
  'project',
  'issuetype',
  'created',
  'updated',
  'resolutiondate',
  'statuscategorychangedate',
];

function movedTicket(issue: JiraIssue, config: Pick<HoldfastConfig, 'jira'>): MovedTicket {
  const { id, key, fields } = issue;
  return {
    ticket: { source: 'jira', site: siteName(config), ticketId: id, key },
    isClosed: isDone(issue),
    at: fields.statuscategorychangedate ?? fields.resolutiondate ?? fields.updated,
    changedAt: fields.updated,
  };
}

/** Reads one issue, whatever a message claims of it. One that is no incident here, or is deleted or hidden, is gone. */
export async function lookAtIssue(
  jira: Pick<JiraGateway, 'issue' | 'changelog' | 'statusCategories'>,
  ticket: TicketRef,
  config: Pick<HoldfastConfig, 'incidents' | 'jira'>,
): Promise<LookedAtTicket | 'gone'> {
  const issue = await jira.issue(ticket.ticketId);
  if (issue === undefined || !isIncident(issue.fields, config)) return 'gone';
  return { ...movedTicket(issue, config), lastReopening: () => lastReopening(jira, ticket) };
}

/** Reads in the log when the issue last left done. The log names statuses by id, and the site says which of them are done. */
async function lastReopening(
  jira: Pick<JiraGateway, 'changelog' | 'statusCategories'>,
  { ticketId }: TicketRef,
): Promise<string | undefined> {
  try {
    const [changelog, categories] = await Promise.all([jira.changelog(ticketId), jira.statusCategories()]);
    const isIn = (id: string | null | undefined): boolean => categories.get(id ?? '') === 'done';
    const leaving = changelog.findLast(({ items }) =>
      items.some((item) => isStatusChange(item) && isIn(item.from) && !isIn(item.to)),
    );
    return leaving?.created;
  } catch (error) {
    // Deleted, or hidden since.
    if (error instanceof JiraIssueMissing) return undefined;
    throw error;
  }
}
