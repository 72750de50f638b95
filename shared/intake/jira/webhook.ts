import * as z from 'zod';
import type { HoldfastConfig } from '../../domain/policy/policy.ts';
import { TICKET_LABEL } from '../../domain/remediation/remediation.ts';
import { ChangeItem, IssueFields, isStatusChange, JiraUser } from '../../jira/issue-reading.ts';
import { siteName } from '../../jira/site.ts';
import type { Meaning } from '../source.ts';

/** https://developer.atlassian.com/cloud/jira/platform/webhooks/ */
const JiraWebhook = z.object({
  timestamp: z.number(),
  webhookEvent: z.string(),
  user: JiraUser.optional().catch(undefined),
  issue: z.object({ id: z.string(), key: z.string(), fields: z.unknown() }).optional(),
  changelog: z.object({ items: z.array(ChangeItem) }).nullish(),
});

const CHANGES: Record<string, 'created' | 'updated' | 'deleted'> = {
  'jira:issue_created': 'created',
  'jira:issue_updated': 'updated',
  'jira:issue_deleted': 'deleted',
};

/**
 * Reads a Jira webhook.
 *
 * @throws ZodError when it is not one
 */
export function readJiraWebhook(body: unknown, config: Pick<HoldfastConfig, 'incidents' | 'jira'>): Meaning {
  const { webhookEvent, issue, changelog, timestamp, user } = JiraWebhook.parse(body);
  const change = CHANGES[webhookEvent];
  if (change === undefined || issue === undefined) return { ignored: 'OtherEvent' };
  const fields = IssueFields.parse(issue.fields);
  const site = siteName(config);
  // An incident stays an incident, whatever labels people put on it.
  if (!isIncident(fields, config) && fields.labels.includes(TICKET_LABEL)) {
    return { event: { type: 'Remediation Ticket Changed', data: { site, issueId: issue.id, key: issue.key, change } } };
  }
  if (!isIncident(fields, config)) return { ignored: 'UnknownProject' };
  const move = closureIn(changelog?.items ?? [], fields, timestamp);
  if (move === undefined || change !== 'updated') return { ignored: 'NoStatusChange' };
  const ticket = { source: 'jira' as const, site, ticketId: issue.id, key: issue.key };
  const at = new Date(timestamp).toISOString();
  if (move === 'reopened') {
    return { event: { type: 'Incident Ticket Reopened', data: { ticket, reopenedAt: at } } };
  }
  const closedBy = user && { accountId: user.accountId, name: user.displayName };
  return { event: { type: 'Incident Ticket Closed', data: { ticket, closedAt: at, ...(closedBy && { closedBy }) } } };
}

export function isIncident(
  { project, issuetype }: Pick<IssueFields, 'project' | 'issuetype'>,
  { incidents }: Pick<HoldfastConfig, 'incidents'>,
): boolean {
  return incidents.jira.projects.some(
    (scope) => scope.project === project.key && scope.issueTypes.some((name) => sameName(name, issuetype.name)),
  );
}

/** How far apart Jira may stamp one transition on the webhook and on the issue's status category. */
const SAME_MOMENT_MS = 30_000;

/**
 * Closed is: the status changed, and its category went to done. A move from done to done, as from "Resolved" to
 * "Closed", is no second closure, but the changelog names the old status only by id. So the time tells: Jira stamps
 * `statuscategorychangedate` when the category changes, and only then.
 *
 *     In Progress ─▶ Done        category changed with this update ─▶ closed
 *     Done ─▶ Archived (done)    category changed some time before  ─▶ nothing
 *
 * Older payloads have no such field: there the resolution, set on the way into done, tells. Where neither is there, a
 * closure too many is harmless, since one ticket has one post-mortem; a closure too few would be a lost lesson.
 */
function closureIn(
  items: readonly ChangeItem[],
  fields: IssueFields,
  timestamp: number,
): 'closed' | 'reopened' | undefined {
  if (!items.some(isStatusChange)) return undefined;
  const resolution = items.find(({ fieldId, field }) => (fieldId ?? field).toLowerCase() === 'resolution');
  if (fields.status.statusCategory.key !== 'done') {
    return resolution?.from != null && resolution.to == null ? 'reopened' : undefined;
  }
  const categoryChanged = fields.statuscategorychangedate;
  if (categoryChanged == null) return resolution?.from == null ? 'closed' : undefined;
  const apart = Math.abs(timestamp - Date.parse(categoryChanged));
  return apart <= SAME_MOMENT_MS ? 'closed' : undefined;
}

const sameName = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase();
