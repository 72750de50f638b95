import type { User } from './catalogue.ts';
import type { Comment, History, Issue } from './issue.ts';

/** Event on the site, as its webhooks tell it. */
export type SiteEvent = { readonly issue: Issue; readonly actor: User; readonly at: Date } & (
  | { readonly kind: 'issue-created'; readonly history: History }
  | { readonly kind: 'issue-updated'; readonly history: History; readonly typeName: UpdateTypeName }
  | { readonly kind: 'issue-deleted' }
  | { readonly kind: 'comment-created'; readonly comment: Comment }
);

export type UpdateTypeName = 'issue_updated' | 'issue_generic' | 'issue_assigned' | 'issue_moved';
