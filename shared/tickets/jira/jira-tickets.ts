import type { HoldfastConfig } from '../../domain/policy/policy.ts';
import type { TicketOutcome } from '../../domain/remediation/claiming.ts';
import type { TicketReading } from '../../domain/remediation/decide/claim.ts';
import { TICKET_LABEL, ticketLabel } from '../../domain/remediation/remediation.ts';
import type { TicketRoute } from '../../domain/remediation/route.ts';
import { durationMs } from '../../domain/words/duration.ts';
import type { JiraGateway } from '../../jira/gateway.ts';
import {
  type ChangelogEntry,
  isDone,
  isResolutionChange,
  isStatusChange,
  type JiraIssue,
} from '../../jira/issue-reading.ts';
import { FETCH_LIMIT } from '../../jira/issue-reads.ts';
import { isTypeOf, unknownType } from '../../jira/issue-type.ts';
import { JiraIssueMissing, JiraOutage, JiraRateLimited, JiraRefused, JiraUnsure } from '../../jira/jira-errors.ts';
import { personFrom, siteName } from '../../jira/site.ts';
import { changeOfCategory } from '../../jira/who-moved.ts';
import type {
  NewTicket,
  ShownTicket,
  TicketDraft,
  TicketFailure,
  TicketSystem,
  TicketSystemCheck,
} from '../ticket-system.ts';
import { adfOf } from './adf-of.ts';
import { createFields } from './create-fields.ts';
import { markOf } from './mark.ts';

/** Jira's own limit: https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-issues/ */
const BULK_LIMIT = 50;

/** The configured Jira site as the system where teams work on fixes. Tickets are found by labels, and told by a property. */
export function jiraTickets(jira: JiraGateway, config: Pick<HoldfastConfig, 'jira' | 'remediation'>): TicketSystem {
  const site = siteName(config);
  const shownTicket = (issue: JiraIssue): ShownTicket => ({
    issueId: issue.id,
    key: issue.key,
    isDone: isDone(issue),
    status: issue.fields.status.name,
    outcome: outcomeOf(issue),
    updatedAt: issue.fields.updated,
    mark: markOf(issue),
    reading: () => readTicket(jira, site, issue),
  });
  const search = async (jql: string): Promise<ShownTicket[]> => (await jira.search(jql)).map(shownTicket);
  return {
    site,
    searchLagMs: durationMs(config.remediation.create.indexLag),
    create: (draft) => jira.createTicket(createFields(draft)),
    mostAtOnce: BULK_LIMIT,
    createMany: (drafts) => createMany(jira, drafts),
    async show(ticketId, lastKey) {
      const issue = await jira.issue(ticketId);
      // With its whole project out of sight, a ticket is not gone.
      if (issue === undefined && lastKey !== undefined) await jira.project(projectOf(lastKey));
      return issue && shownTicket(issue);
    },
    shown: (ticketIds) => shownIds(jira, ticketIds),
    showMany: async (ticketIds) => (await jira.issuesById(ticketIds)).map(shownTicket),
    mostShown: FETCH_LIMIT,
    withNameOf: (remediation) => search(`labels = "${ticketLabel(remediation)}" ORDER BY created ASC`),
    // Relative, because Jira reads an absolute time in the time zone of the account that asks.
    changedWithin: (ms) =>
      search(`labels = "${TICKET_LABEL}" AND updated >= "-${Math.ceil(ms / 60_000)}m" ORDER BY updated ASC`),
    ours: (days) =>
      search(
        `labels = "${TICKET_LABEL}"${days === undefined ? '' : ` AND created >= "-${days}d"`} ORDER BY created ASC`,
      ),
    reopen: (ticketId) => jira.reopen(ticketId),
    close: (ticketId) => jira.close(ticketId),
    linkDuplicate: (duplicate, original) => jira.linkDuplicate(duplicate, original),
    commentOnce: (ticketId, marker, comment, beforeWriting) =>
      jira.commentOnce(ticketId, marker, adfOf(comment), beforeWriting),
    failureOf,
    withoutWords: (error) => (error instanceof JiraRefused ? error.withoutReasons() : error),
    check: (routes) => Promise.all(routes.map((route) => checkRoute(jira, route))),
  };
}

/** Project in the key of an issue, such as PLAT in PLAT-1. */
const projectOf = (key: string): string => key.replace(/-\d+$/, '');

const outcomeOf = ({ fields: { status, resolution } }: JiraIssue): TicketOutcome => ({
  status: { id: status.id, name: status.name },
  resolution: resolution ?? undefined,
});

async function readTicket(jira: JiraGateway, site: string, issue: JiraIssue): Promise<TicketReading> {
  const { assignee, status, statuscategorychangedate, resolutiondate, updated } = issue.fields;
  const movedAt = statuscategorychangedate ?? resolutiondate ?? updated;
  const history = isDone(issue) ? await jira.changelog(issue.id) : [];
  const move = changeOfCategory(history, statuscategorychangedate ?? resolutiondate);
  return {
    ticket: { site, issueId: issue.id, key: issue.key, ...(assignee ? { assignee: personFrom(assignee) } : {}) },
    isDone: isDone(issue),
    outcome: outcomeOf(issue),
    movedAt,
    claim: {
      at: latest(movedAt, resolvedAnewAt(history)),
      status: status.name,
      ...(move?.author ? { by: personFrom(move.author) } : {}),
    },
  };
}

/** Time of the last change of the resolution by itself. One that came with a move is as old as the move. */
function resolvedAnewAt(history: readonly ChangelogEntry[]): string | undefined {
  return history.findLast(({ items }) => items.some(isResolutionChange) && !items.some(isStatusChange))?.created;
}

const latest = (a: string, b: string | undefined): string => (b !== undefined && Date.parse(b) > Date.parse(a) ? b : a);

const BULK_ENDPOINT = 'POST /rest/api/3/issue/bulk';

/**
 * Creates issues in one call. The answer gives them without saying which is whose, so each is looked up by the label that
 * only it can have; what cannot be told apart is in doubt.
 */
async function createMany(jira: JiraGateway, drafts: readonly TicketDraft[]): Promise<(NewTicket | Error)[]> {
  if (drafts.length > BULK_LIMIT) throw new RangeError(`at most ${BULK_LIMIT} tickets at once`);
  const { created, refused } = await jira.createTickets(drafts.map(createFields));
  const byLabel = await ticketsByLabel(jira, created);
  return drafts.map(({ mark }, index) => {
    const refusal = refused.get(index);
    if (refusal !== undefined) return new JiraRefused(BULK_ENDPOINT, 400, refusal);
    return (
      byLabel.get(ticketLabel(mark.remediationId)) ??
      new JiraUnsure(BULK_ENDPOINT, 'which of the new issues is ours is not told')
    );
  });
}

/** Once issues are created, whatever goes wrong is a doubt and never a refusal: they are there. */
async function ticketsByLabel(jira: JiraGateway, created: readonly NewTicket[]): Promise<Map<string, NewTicket>> {
  if (created.length === 0) return new Map();
  try {
    const labels = await jira.labelsOf(created.map(({ issueId }) => issueId));
    return new Map(created.flatMap((ticket) => (labels.get(ticket.issueId) ?? []).map((label) => [label, ticket])));
  } catch {
    return new Map();
  }
}

async function shownIds(jira: JiraGateway, ticketIds: readonly string[]): Promise<Set<string>> {
  const found = new Set<string>();
  for (let start = 0; start < ticketIds.length; start += FETCH_LIMIT) {
    for (const id of await jira.present(ticketIds.slice(start, start + FETCH_LIMIT))) found.add(id);
  }
  return found;
}

function failureOf(error: unknown): TicketFailure | undefined {
  if (error instanceof JiraRefused) return 'refused';
  if (error instanceof JiraRateLimited || error instanceof JiraOutage) return 'limited';
  if (error instanceof JiraUnsure) return 'unknown';
  return error instanceof JiraIssueMissing ? 'no such ticket' : undefined;
}

/**
 * Looks whether Jira shows the project with this type of issue. Whether the account may create there, and whether the component
 * exists, is only seen by creating.
 */
async function checkRoute(
  jira: Pick<JiraGateway, 'project'>,
  { project, issueType, component }: TicketRoute,
): Promise<TicketSystemCheck> {
  const unseen = component === undefined ? '' : ` (the component ${component} is not looked at)`;
  const what = `remediation tickets of the type ${issueType} in the Jira project ${project}${unseen}`;
  try {
    const shown = await jira.project(project);
    return { what, problem: isTypeOf(shown, issueType) ? undefined : unknownType(shown, issueType) };
  } catch (error) {
    if (error instanceof JiraOutage || error instanceof JiraRefused) return { what, problem: error.message };
    throw error;
  }
}
