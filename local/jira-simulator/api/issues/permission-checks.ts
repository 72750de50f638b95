import type { Issue } from '../../site/issue.ts';
import type { Site } from '../../site/site.ts';
import { JiraError } from '../jira-error.ts';

/** Recorded as a 400, unlike most missing permissions. */
export function mustMayComment({ rules }: Site, { project }: Issue): void {
  if (!rules.may('ADD_COMMENTS', project)) {
    throw new JiraError(400, ['You do not have the permission to comment on this issue.']);
  }
}

/** https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-issue-properties/ */
export function mustMayEdit({ rules }: Site, { project }: Issue): void {
  if (!rules.may('EDIT_ISSUES', project)) {
    throw new JiraError(403, ['You do not have permission to edit issues in this project.']);
  }
}

/** Issue links answer 404 to a missing permission, as they do to an unknown type and a hidden issue. */
export function mustMayLink({ rules }: Site, { project, key }: Issue): void {
  if (!rules.may('LINK_ISSUES', project)) throw new JiraError(404, [`No Link Issue Permission for issue '${key}'`]);
}
