import type { Issue } from '../../site/issue.ts';
import type { Site } from '../../site/site.ts';
import { issueNotFound } from '../jira-error.ts';
import type { SimulatorCall } from '../route.ts';
import type { IssueRequest, NewComment } from './issue-request.ts';

export function addProperties(site: Site, { id }: Issue, { properties }: IssueRequest): void {
  for (const { key, value } of properties) site.putProperty(current(site, id), key, value);
}

export function addComments(
  site: Site,
  author: SimulatorCall['caller'],
  { id }: Issue,
  comments: readonly NewComment[],
): void {
  for (const { body, properties } of comments) site.addComment(author, current(site, id), body, properties);
}

function current({ store }: Site, id: string): Issue {
  const issue = store.find(id);
  if (issue === undefined) throw issueNotFound();
  return issue;
}
