import type { HoldfastConfig } from '../../domain/policy/policy.ts';
import { type IncidentTicket, type TicketRef, techniquesIn } from '../../domain/ticket/incident-ticket.ts';
import { isOneOf } from '../../domain/ticket/opens-no-record.ts';
import type { NamedInTicket } from '../../domain/ticket/ticket-outcome.ts';
import { outcomeInWords } from '../../domain/ticket/ticket-outcome.ts';
import { isReadable } from '../../domain/words/readable.ts';
import type { Severity } from '../../domain/words/severity.ts';
import { shortened } from '../../domain/words/shorten.ts';
import { plainText } from '../../jira/adf.ts';
import type { JiraGateway } from '../../jira/gateway.ts';
import { type ChangelogEntry, isDone, isStatusChange, type JiraIssue } from '../../jira/issue-reading.ts';
import type { JiraComment } from '../../jira/issue-reads.ts';
import { personFrom } from '../../jira/site.ts';
import { changeOfCategory, moveIntoDone } from '../../jira/who-moved.ts';
import type { IncidentDetails } from '../source.ts';
import { ticketTimeline } from '../ticket-timeline.ts';

const DESCRIPTION_LIMIT = 30_000;

/**
 * Jira says that there is no such issue. It says the same of one that our account may not see, so a closed incident is
 * not given up for it: the message goes to the dead-letter queue, where a person can see to the rights.
 */
export class IncidentTicketHidden extends Error {
  readonly ticket: TicketRef;

  constructor(ticket: TicketRef) {
    super(
      `${ticket.key} (issue ${ticket.ticketId}) is closed, but Jira does not show it: give the account of Holdfast the ` +
        'right to browse it (project permission, issue security level), then send this message back to its queue',
    );
    this.name = 'IncidentTicketHidden';
    this.ticket = ticket;
  }
}

/**
 * Everything that the ticket knows and a post-mortem wants: who, when, what was said, which techniques.
 *
 * @returns undefined when the issue is no longer done: there is nothing to review then
 * @throws IncidentTicketHidden when Jira does not show it
 */
export async function readJiraIncident(
  jira: Pick<JiraGateway, 'issue' | 'changelog' | 'comments' | 'statusCategories'>,
  ticket: TicketRef,
  config: Pick<HoldfastConfig, 'incidents' | 'jira'>,
  newId: () => string,
): Promise<IncidentDetails | undefined> {
  const issue = await jira.issue(ticket.ticketId);
  if (issue === undefined) throw new IncidentTicketHidden(ticket);
  if (!isDone(issue)) return undefined;
  const [changelog, comments] = await Promise.all([jira.changelog(issue.id), jira.comments(issue.id)]);
  const closure = await moveIntoDone(jira, issue, changelog);
  return incidentFrom(ticket, issue, changelog, comments, config, newId, closure);
}

export function incidentFrom(
  ticket: TicketRef,
  issue: JiraIssue,
  changelog: readonly ChangelogEntry[],
  comments: readonly JiraComment[],
  config: Pick<HoldfastConfig, 'incidents' | 'jira'>,
  newId: () => string,
  closure = changeOfCategory(changelog, issue.fields.statuscategorychangedate ?? issue.fields.resolutiondate),
): IncidentDetails {
  const { fields } = issue;
  // Nobody would find a record without a title. Jira wants a summary of people, and lets apps and imports leave it blank.
  const title = isReadable(fields.summary) ? fields.summary : issue.key;
  const description = shortened(plainText(fields.description), DESCRIPTION_LIMIT);
  const priority = fields.priority?.name;
  const severity = severityOfPriority(priority, config);
  const said = comments.map((comment) => ({ ...comment, words: plainText(comment.body) }));
  const incident: IncidentTicket = {
    ...ticket,
    key: issue.key,
    url: `${config.jira.site}/browse/${issue.key}`,
    title,
    description,
    severity: severity ?? config.incidents.jira.severityOtherwise,
    openedAt: fields.created,
    closedAt: fields.statuscategorychangedate ?? closure?.created ?? fields.resolutiondate ?? fields.updated,
    people: peopleIn(issue, comments, closure),
    techniques: techniquesIn([fields.summary, description, ...said.map(({ words }) => words)].join('\n')),
  };
  const entries = [
    { at: fields.created, what: `Ticket opened: ${title}`, kind: 'detection' as const, role: 'reporter' },
    ...changelog.flatMap((entry) => statusMoves(entry)),
    ...said
      .filter(({ words }) => isReadable(words))
      .map(({ created, words, ...comment }) => ({
        at: created,
        what: words,
        kind: 'communication' as const,
        role: 'commenter',
        ...(isForSome(comment) ? { isRestricted: true as const } : {}),
      })),
  ];
  const outcome = { status: statusOf(closure) ?? fields.status, resolution: fields.resolution ?? undefined };
  const isNone = isOneOf(outcome, config.incidents.jira.opensNoRecord);
  return {
    incident,
    timeline: ticketTimeline(entries, newId),
    ...(severity === undefined && priority !== undefined ? { unmapped: [{ what: 'severity', value: priority }] } : {}),
    ...(isNone ? { closedAs: outcomeInWords(outcome) } : {}),
    ...(fields.security == null ? {} : { leastTlp: config.incidents.jira.tlpWithSecurityLevel }),
  };
}

/**
 * Status in which the incident was closed. Later moves within done are housekeeping: an archive of what was cancelled is no closing.
 *
 *     In Progress ── Canceled ── a rule archives it: Closed      was, and stays, nothing to learn from
 */
function statusOf(closure: ChangelogEntry | undefined): NamedInTicket | undefined {
  const move = closure?.items.find(isStatusChange);
  if (move?.toString == null) return undefined;
  return { id: move.to ?? undefined, name: move.toString };
}

const isForSome = ({ visibility, jsdPublic }: Pick<JiraComment, 'visibility' | 'jsdPublic'>): boolean =>
  visibility != null || jsdPublic === false;

/** @returns undefined of a priority that is not in the list */
export function severityOfPriority(
  priority = '',
  { incidents }: Pick<HoldfastConfig, 'incidents'>,
): Severity | undefined {
  const { severityByPriority } = incidents.jira;
  return Object.hasOwn(severityByPriority, priority) ? severityByPriority[priority] : undefined;
}

function statusMoves({ created, items }: ChangelogEntry) {
  return items.filter(isStatusChange).map((item) => ({
    at: created,
    what: `Status: ${item.fromString ?? '?'} → ${item.toString ?? '?'}`,
    kind: 'action' as const,
    role: 'responder',
  }));
}

/** Each person once for each role. Jira hides many e-mail addresses; the account id is what is always there. */
function peopleIn(issue: JiraIssue, comments: readonly JiraComment[], closure: ChangelogEntry | undefined) {
  const { reporter, assignee } = issue.fields;
  const found: IncidentTicket['people'] = [
    ...(reporter ? [{ role: 'reporter' as const, person: personFrom(reporter) }] : []),
    ...(assignee ? [{ role: 'assignee' as const, person: personFrom(assignee) }] : []),
    ...(closure?.author ? [{ role: 'closer' as const, person: personFrom(closure.author) }] : []),
    ...comments.flatMap(({ author }) => (author ? [{ role: 'commenter' as const, person: personFrom(author) }] : [])),
  ];
  return found.filter(
    (one, index) =>
      found.findIndex((other) => other.role === one.role && other.person.accountId === one.person.accountId) === index,
  );
}
