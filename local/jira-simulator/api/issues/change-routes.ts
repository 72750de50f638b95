import * as z from 'zod';
import type { Site } from '../../site/site.ts';
import { readAssignment, readEdit } from '../fields/read-edit.ts';
import { JiraError } from '../jira-error.ts';
import type { SimulatorCall, SimulatorRoute } from '../route.ts';
import { addComments, addProperties } from './add-to-issue.ts';
import { issueRequestSchema, resolveUpdate } from './issue-request.ts';
import { mustMayComment, mustMayEdit } from './permission-checks.ts';
import { visibleIssue } from './visible-issue.ts';

/** Changing, assigning and deleting issues. */
export function changeRoutes(site: Site): SimulatorRoute[] {
  return [
    { method: 'PUT', pattern: '/rest/api/3/issue/:issueIdOrKey', handle: editIssue },
    { method: 'PUT', pattern: '/rest/api/3/issue/:issueIdOrKey/assignee', handle: assignIssue },
    {
      method: 'DELETE',
      pattern: '/rest/api/3/issue/:issueIdOrKey',
      handle: (call) => {
        const issue = visibleIssue(site, call);
        if (!site.rules.may('DELETE_ISSUES', issue.project)) {
          throw new JiraError(403, ['You do not have permission to delete issues in this project.']);
        }
        site.deleteIssue(call.caller, issue);
        return { status: 204 };
      },
    },
  ];

  function editIssue(call: SimulatorCall) {
    const issue = visibleIssue(site, call);
    const request = issueRequestSchema.parse(call.body);
    const { fields, comments } = resolveUpdate(request, issue.labels, site.description);
    const edit = readEdit(fields, site, issue, 'integration');
    if (comments.length > 0) mustMayComment(site, issue);
    if (request.properties.length > 0) mustMayEdit(site, issue);
    const edited = site.editIssue(call.caller, issue, edit);
    addProperties(site, edited, request);
    addComments(site, call.caller, edited, comments);
    return { status: 204 };
  }

  /** `-1` is the default assignee, which no described project has; null is nobody. */
  function assignIssue(call: SimulatorCall) {
    const issue = visibleIssue(site, call);
    if (!site.rules.may('ASSIGN_ISSUES', issue.project)) {
      throw new JiraError(403, ['You do not have permission to assign issues in this project.']);
    }
    const { accountId } = assigneeSchema.parse(call.body);
    const assignee = accountId === null || accountId === '-1' ? null : { accountId };
    site.editIssue(call.caller, issue, readAssignment(assignee, site, issue));
    return { status: 204 };
  }
}

const assigneeSchema = z.object({ accountId: z.string().nullable() });
