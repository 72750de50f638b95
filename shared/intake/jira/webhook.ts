import * as z from 'zod';
import type { HoldfastConfig } from '../../domain/policy/policy.ts';
import { TICKET_LABEL } from '../../domain/remediation/remediation.ts';
import type { TicketRef } from '../../domain/ticket/incident-ticket.ts';
import { ACCOUNT_ID } from '../../domain/words/marks.ts';
import {
  ChangeItem,
  IssueFields,
  IssueScope,
  isStatusChange,
  JiraStatus,
  KnownUser,
} from '../../jira/issue-reading.ts';
import { isCalled } from '../../jira/issue-type.ts';
import { siteName } from '../../jira/site.ts';
import type { Meaning } from '../source.ts';

/** Far more than an issue has fields. Each that cannot be read is an error of its own, and a body has room for a quarter of a million. */
const CHANGES_READ = 500;

/** https://developer.atlassian.com/cloud/jira/platform/webhooks/ */
const JiraWebhook = z.object({
  timestamp: z.number(),
  webhookEvent: z.string(),
  /** Why an issue was updated: Data Center sends a comment as an update without a changelog. */
  issue_event_type_name: z.string().optional().catch(undefined),
  user: KnownUser,
  issue: z.object({ id: z.string(), key: z.string(), fields: z.unknown() }).nullish(),
  changelog: z
    .object({ items: z.array(z.unknown()).transform((items) => items.slice(0, CHANGES_READ)) })
    .nullish()
    .catch(undefined),
});
type JiraWebhook = z.infer<typeof JiraWebhook>;

const CHANGES: Record<string, 'created' | 'updated' | 'deleted'> = {
  'jira:issue_created': 'created',
  'jira:issue_updated': 'updated',
  'jira:issue_deleted': 'deleted',
};

type Scopes = Pick<HoldfastConfig, 'incidents' | 'jira'>;

/**
 * Reads a Jira webhook. Of an issue that is no incident, its labels at most.
 *
 * @throws ZodError when it is not one
 */
export function readJiraWebhook(body: unknown, config: Scopes): Meaning {
  const webhook = JiraWebhook.parse(body);
  const { webhookEvent, issue } = webhook;
  const change = CHANGES[webhookEvent];
  if (change === undefined || issue == null) return { ignored: 'OtherEvent' };
  const site = siteName(config);
  // An incident stays an incident, whatever labels people put on it.
  if (!isIncident(scopeOf(issue.fields), config)) {
    const { id: issueId, key, fields } = issue;
    if (change === 'updated' && !touchesWhatIsFollowed(webhook)) return { ignored: 'NothingFollowed' };
    const data = { site, issueId, key, change, ...whoAndWhere(webhook.user, fields) };
    const event = { type: 'Remediation Ticket Changed' as const, data };
    // Anybody may overwrite the labels of a ticket, and its id nobody.
    return isLabelled(fields) ? { event } : { event, unlessKnown: 'UnknownProject' };
  }
  if (change !== 'updated') return { ignored: 'NoStatusChange' };
  const ticket = { source: 'jira' as const, site, ticketId: issue.id, key: issue.key };
  return incidentMoved(ticket, IssueFields.parse(issue.fields), webhook);
}

/** Fields of a ticket whose changes mean something to its fix, by their ids and, in older webhooks, their names. */
const FOLLOWED = new Set([
  'status',
  'resolution',
  'assignee',
  'duedate',
  'priority',
  'summary',
  'issuetype',
  'project',
  'key',
  'issuekey',
  'security',
]);

/** Reasons of an update that touch no field: https://confluence.atlassian.com/adminjiraserver/managing-webhooks-938846912.html */
const OF_NO_FIELD = new Set([
  'issue_commented',
  'issue_comment_edited',
  'issue_comment_deleted',
  'issue_worklogged',
  'issue_worklog_updated',
  'issue_worklog_deleted',
]);

/**
 * Whether an update is any business of ours: not a comment, a worklog, a link or a field that nobody follows, of which a busy ticket has
 * dozens a day. Where the webhook does not tell what changed, it may be. Labels count where ours is gone.
 */
function touchesWhatIsFollowed({ changelog, issue, issue_event_type_name: reason = '' }: JiraWebhook): boolean {
  if (changelog == null) return !OF_NO_FIELD.has(reason);
  const names = changelog.items.map((item) => {
    const { data } = ChangeItem.safeParse(item);
    return data === undefined ? undefined : (data.fieldId ?? data.field).toLowerCase().replaceAll(' ', '');
  });
  return names.some(
    (name) => name === undefined || FOLLOWED.has(name) || (name === 'labels' && !isLabelled(issue?.fields)),
  );
}

const Told = z.object({ status: JiraStatus });

function whoAndWhere(user: JiraWebhook['user'], fields: unknown): { by?: string; isDone?: boolean } {
  const status = Told.safeParse(fields).data?.status;
  return {
    ...(user == null || !ACCOUNT_ID.test(user.accountId) ? {} : { by: user.accountId }),
    ...(status === undefined ? {} : { isDone: status.statusCategory.key === 'done' }),
  };
}

/** @throws ZodError with all that is wrong with the fields when they do not even say that */
function scopeOf(fields: unknown): IssueScope {
  const scope = IssueScope.safeParse(fields);
  return scope.success ? scope.data : IssueFields.parse(fields);
}

const Labelled = z.object({ labels: z.array(z.unknown()) });

const isLabelled = (fields: unknown): boolean =>
  Labelled.safeParse(fields).data?.labels.includes(TICKET_LABEL) ?? false;

export function isIncident({ project, issuetype }: IssueScope, { incidents }: Pick<Scopes, 'incidents'>): boolean {
  return incidents.jira.projects.some(
    (scope) => scope.project === project.key && scope.issueTypes.some((called) => isCalled(issuetype, called)),
  );
}

function incidentMoved(ticket: TicketRef, fields: IssueFields, { changelog, timestamp, user }: JiraWebhook): Meaning {
  const move = moveIn(changelog == null ? undefined : itemsIn(changelog.items), fields, timestamp);
  const at = new Date(timestamp).toISOString();
  switch (move?.to) {
    case undefined:
      return { ignored: 'NoStatusChange' };
    case 'closed': {
      const closedBy = user == null ? {} : { closedBy: { accountId: user.accountId, name: user.displayName } };
      return { event: { type: 'Incident Ticket Closed', data: { ticket, closedAt: at, ...closedBy } } };
    }
    case 'reopened':
      return {
        event: {
          type: 'Incident Ticket Reopened',
          data: { ticket, reopenedAt: at, ...(move.from === undefined ? {} : { leftStatus: move.from }) },
        },
      };
    case 'open, from somewhere': {
      const data = { ticket, reopenedAt: at, leftStatus: move.from };
      return { event: { type: 'Incident Ticket Reopened', data }, unlessKnown: 'NoStatusChange' };
    }
  }
}

/** Reads the changes one by one. @throws ZodError when there are some, and none of them can be read */
function itemsIn(items: readonly unknown[]): ChangeItem[] {
  const found = items.flatMap((item) => ChangeItem.safeParse(item).data ?? []);
  return found.length === 0 ? z.array(ChangeItem).parse(items) : found;
}

type Move =
  | { to: 'closed' }
  | { to: 'reopened'; from: string | undefined }
  | { to: 'open, from somewhere'; from: string };

const StatusId = z.string().regex(/^\d{1,20}$/);

/** How far apart Jira may stamp one transition on the webhook and on the issue's status category. */
const SAME_MOMENT_MS = 30_000;

/**
 * Closed is: the status changed, and its category went to done. A move from done to done, as from "Resolved" to
 * "Closed", is no second closure, but the changelog names the old status only by id. So the time tells: Jira stamps
 * `statuscategorychangedate` when the category changes, and only then.
 *
 *     In Progress ─▶ Done        category changed with this update ─▶ closed
 *     Done ─▶ Archived (done)    category changed some time before  ─▶ nothing
 *     ? ─▶ In Progress           category changed, or the resolution was cleared ─▶ reopened, if the status before was done
 *
 * Whoever knows the statuses of the site decides the last one: many workflows keep no resolution, and others clear a stale one long
 * after. Older payloads have no
 * such time: there the resolution, set on the way into done, tells. Where neither is there, a closure too many is harmless,
 * since one ticket has one post-mortem; a closure too few would be a lost lesson.
 *
 * @param items undefined where the webhook has no changelog: then only the time can tell a closure, and the sweep a reopening
 */
function moveIn(items: readonly ChangeItem[] | undefined, fields: IssueFields, timestamp: number): Move | undefined {
  const status = items?.find(isStatusChange);
  if (items !== undefined && status === undefined) return undefined;
  const changedAt = fields.statuscategorychangedate;
  const isOfThisUpdate = changedAt != null && Math.abs(timestamp - Date.parse(changedAt)) <= SAME_MOMENT_MS;
  const resolution = items?.find(({ fieldId, field }) => (fieldId ?? field).toLowerCase() === 'resolution');
  const isUntold = changedAt == null && items !== undefined;
  if (fields.status.statusCategory.key !== 'done') {
    const left = StatusId.safeParse(status?.from);
    if (resolution?.from != null && resolution.to == null) return { to: 'reopened', from: left.data };
    return left.success && (isOfThisUpdate || isUntold) ? { to: 'open, from somewhere', from: left.data } : undefined;
  }
  const isClosed = isOfThisUpdate || (isUntold && resolution?.from == null);
  return isClosed ? { to: 'closed' } : undefined;
}
