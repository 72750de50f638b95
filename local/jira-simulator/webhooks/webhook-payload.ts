import type { IssueView } from '../api/issues/issue-view.ts';
import type { SiteView } from '../api/site-view.ts';
import type { History, Issue } from '../site/issue.ts';
import type { SiteEvent } from '../site/site-event.ts';
import type { SiteManners } from '../sites/site-manners.ts';

export type WebhookEventName = 'jira:issue_created' | 'jira:issue_updated' | 'jira:issue_deleted' | 'comment_created';

export type WebhookMessage = {
  readonly webhookEvent: WebhookEventName;
  readonly issueKey: string;
  /** The raw body. Its exact bytes are what the signature covers. */
  readonly body: string;
};

/** Tells an event as Jira Cloud does: https://developer.atlassian.com/cloud/jira/platform/webhooks/ */
export function webhookMessage(
  event: SiteEvent,
  siteView: SiteView,
  issueView: IssueView,
  { webhooks }: Pick<SiteManners, 'webhooks'>,
): WebhookMessage {
  const { issue } = event;
  const content = contentOf(event);
  const body = JSON.stringify({ timestamp: event.at.getTime(), ...content });
  return { webhookEvent: content.webhookEvent, issueKey: issue.key, body };

  function contentOf(told: SiteEvent) {
    const user = siteView.user(told.actor);
    switch (told.kind) {
      case 'issue-created':
        return {
          webhookEvent: 'jira:issue_created' as const,
          issue_event_type_name: 'issue_created',
          user,
          issue: shown(issue, ['*all', '-comment']),
          ...(webhooks === 'with more' && { changelog: changelog(told.history) }),
        };
      case 'issue-updated':
        return {
          webhookEvent: 'jira:issue_updated' as const,
          issue_event_type_name: told.typeName,
          user,
          issue: shown(issue, ['*all', '-comment']),
          changelog: changelog(told.history),
        };
      case 'issue-deleted':
        return { webhookEvent: 'jira:issue_deleted' as const, user, issue: shown(issue, ['*all']) };
      case 'comment-created':
        return {
          webhookEvent: 'comment_created' as const,
          comment: issueView.comment(issue, told.comment, false),
          issue: shown(issue, ['summary', 'issuetype', 'project', 'assignee', 'priority', 'status']),
          eventType: 'primaryAction',
        };
    }
  }

  function shown(about: Issue, fields: readonly string[]) {
    const { id, self, key, fields: values } = issueView.issue(about, { fields, properties: [], expand: [] });
    return { id, self, key, fields: values };
  }
}

function changelog({ id, items }: History) {
  return { id, items };
}
