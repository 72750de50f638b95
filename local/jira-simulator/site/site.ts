import { issueActs } from './issue-acts.ts';
import { issueDetailActs } from './issue-detail-acts.ts';
import { createChangeRecorder, type SiteParts } from './record-change.ts';

/** Acts of people and programs on issues. Each deed is saved first and then told, so a webhook never runs ahead. */
export function createSite(parts: SiteParts) {
  const { catalogue, store, clock } = parts;
  const recorder = createChangeRecorder(parts);
  return { catalogue, store, clock, ...issueActs(parts, recorder), ...issueDetailActs(parts, recorder) };
}

export type Site = ReturnType<typeof createSite>;
