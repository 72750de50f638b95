import type { Issue } from '../../site/issue.ts';
import type { Site } from '../../site/site.ts';
import { issueNotFound } from '../jira-error.ts';
import type { SimulatorCall } from '../route.ts';

/** The issue that the path names; one that the caller may not see is as good as gone. */
export function visibleIssue({ findIssue, isVisible }: Site, { params }: SimulatorCall): Issue {
  const issue = findIssue(params.issueIdOrKey ?? '');
  if (issue === undefined || !isVisible(issue)) throw issueNotFound();
  return issue;
}
