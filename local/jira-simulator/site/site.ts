import type { Issue } from './issue.ts';
import { issueActs } from './issue-acts.ts';
import { issueDetailActs } from './issue-detail-acts.ts';
import { createChangeRecorder, type SiteParts } from './record-change.ts';

/** Acts of people and programs on issues. Each deed is saved first and then told, so a webhook never runs ahead. */
export function createSite(parts: SiteParts) {
  const { catalogue, description, rules, store, clock } = parts;
  const recorder = createChangeRecorder(parts);
  return {
    catalogue,
    description,
    rules,
    store,
    clock,
    /** By id or key, also by one from before the issue was moved or its project renamed. */
    findIssue: (idOrKey: string): Issue | undefined => store.find(idOrKey) ?? store.find(rules.presentKey(idOrKey)),
    /** Whether the integration's account sees the issue. */
    isVisible: (issue: Issue) => !store.isHidden(issue.id) && rules.mayRead(issue),
    ...issueActs(parts, recorder),
    ...issueDetailActs(parts, recorder),
  };
}

export type Site = ReturnType<typeof createSite>;
