import type { TicketReading } from '../../domain/remediation/decide/ticket-reading.ts';
import { TICKET_LABEL, ticketLabel } from '../../domain/remediation/remediation.ts';
import type { TicketOutcome } from '../../domain/ticket/ticket-outcome.ts';
import type { JiraGateway } from '../../jira/gateway.ts';
import {
  type ChangelogEntry,
  isDone,
  isKeyChange,
  isResolutionChange,
  isStatusChange,
  type JiraIssue,
} from '../../jira/issue-reading.ts';
import { personFrom } from '../../jira/site.ts';
import { moveIntoDone } from '../../jira/who-moved.ts';
import type { ShownTicket } from '../ticket-system.ts';
import type { IssuePlace } from './incident-places.ts';
import { markOf } from './mark.ts';
import { projectIn } from './project-in-key.ts';
import { assigneesBefore, changersIn, dueDateAtFirst, upTo } from './told-by-changelog.ts';

type Viewer = {
  readonly site: string;
  /** Our own account id. */
  readonly account: string;
  readonly isIncident: (place: IssuePlace) => boolean;
};

/** `changelogAlone`: with changes of the key, of which the changelogs of many together do not tell. */
export type Logs = Pick<JiraGateway, 'changelog' | 'statusCategories'> & {
  changelogAlone: JiraGateway['changelog'];
};

/** An issue as a ticket. */
export function shownTicket(logs: Logs, issue: JiraIssue, { site, account, isIncident }: Viewer): ShownTicket {
  const { status, project, issuetype, creator, labels, updated } = issue.fields;
  const mark = markOf(issue);
  return {
    issueId: issue.id,
    key: issue.key,
    project: project.key,
    types: [issuetype.id, issuetype.name, issuetype.untranslatedName].filter((name) => name !== undefined),
    isOurs: creator === account,
    isNamed: labels.includes(TICKET_LABEL) && (mark === undefined || labels.includes(ticketLabel(mark.remediationId))),
    isIncident: isIncident({ project: project.key, issueType: issuetype }),
    isDone: isDone(issue),
    status: status.name,
    outcome: outcomeOf(issue),
    updatedAt: updated,
    mark,
    formerProjects: () => formerProjectsOf(logs, issue),
    madeDueOn: async () => dueDateAtFirst(await logs.changelog(issue.id), issue.fields.duedate),
    changedBy: async (fields) =>
      changersIn(upTo(updated, await (fields.includes('key') ? logs.changelogAlone : logs.changelog)(issue.id))),
    reading: () => readTicket(logs, { site, account }, issue),
  };
}

const outcomeOf = ({ fields: { status, resolution } }: JiraIssue): TicketOutcome => ({
  status: { id: status.id, name: status.name },
  resolution: resolution ?? undefined,
});

async function formerProjectsOf(logs: Logs, { id }: JiraIssue): Promise<string[]> {
  const keys = (await logs.changelogAlone(id)).flatMap(({ items }) => items.filter(isKeyChange));
  return keys.flatMap(({ fromString }) => (fromString == null ? [] : [projectIn(fromString)]));
}

async function readTicket(
  logs: Logs,
  { site, account }: Pick<Viewer, 'site' | 'account'>,
  issue: JiraIssue,
): Promise<TicketReading> {
  const { status, statuscategorychangedate, resolutiondate, updated } = issue.fields;
  const history = isDone(issue) ? await logs.changelog(issue.id) : [];
  const move = await moveIntoDone(logs, issue, history);
  const movedAt = statuscategorychangedate ?? move?.created ?? resolutiondate ?? updated;
  return {
    ticket: { site, issueId: issue.id, key: issue.key, ...factsOf(issue) },
    isDone: isDone(issue),
    changedBy: changersIn(history),
    formerAssignees: assigneesBefore(history, movedAt),
    outcome: outcomeOf(issue),
    movedAt,
    ...(move?.author?.accountId === account ? { isOwnMove: true } : {}),
    claim: {
      at: latest(movedAt, resolvedAnewAt(history)),
      status: status.name,
      ...(move?.author ? { by: personFrom(move.author) } : {}),
    },
  };
}

/** What the ticket shows besides its status. What is not shown is left out: a due date of null is one that was emptied. */
function factsOf({ fields: { assignee, summary, duedate, priority, updated } }: JiraIssue) {
  return {
    ...(assignee ? { assignee: personFrom(assignee) } : {}),
    ...(summary === '' ? {} : { title: summary }),
    ...(duedate === undefined ? {} : { dueOn: duedate }),
    ...(priority
      ? { priority: { ...(priority.id === undefined ? {} : { id: priority.id }), name: priority.name } }
      : {}),
    updatedAt: updated,
  };
}

/** Time of the last change of the resolution by itself. One that came with a move is as old as the move. */
function resolvedAnewAt(history: readonly ChangelogEntry[]): string | undefined {
  return history.findLast(({ items }) => items.some(isResolutionChange) && !items.some(isStatusChange))?.created;
}

const latest = (a: string, b: string | undefined): string => (b !== undefined && Date.parse(b) > Date.parse(a) ? b : a);
