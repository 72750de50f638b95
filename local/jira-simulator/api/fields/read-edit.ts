import { byIdOrName } from '../../site/catalogue.ts';
import type { Issue, IssueEdit } from '../../site/issue.ts';
import type { Site } from '../../site/site.ts';
import type { ScreenFields } from '../../sites/simulated-screen.ts';
import { JiraError } from '../jira-error.ts';
import { fieldChoices } from './field-choices.ts';
import { referred } from './field-readers.ts';
import { type FieldValues, notOnScreen, readFields } from './read-fields.ts';
import { missingFields, requiredProblem } from './required-fields.ts';
import { type ScreenUser, screenInForce } from './screen-in-force.ts';

/** Reads the fields of an edit, or throws every problem at once. */
export function readEdit(fields: FieldValues, site: Site, issue: Issue, user: ScreenUser): IssueEdit {
  const screen = editScreen(site, issue, user);
  const choices = fieldChoices(site, issue.project);
  const { issuetype, ...others } = fields;
  const { edit, problems } = readFields(others, screen, choices);
  for (const field of missingFields(screen, fields)) {
    if (Object.hasOwn(fields, field)) problems[field] ??= requiredProblem(field, choices);
  }
  const type = issuetype === undefined ? undefined : readType(issuetype, site);
  if (type !== undefined && 'problem' in type) problems.issuetype = type.problem;
  if (Object.keys(problems).length > 0) throw new JiraError(400, [], problems);
  return { ...edit, ...(type !== undefined && 'issueType' in type && { issueType: type.issueType }) };
}

/** Reads who is to do the work. To assign is an act of its own, with its own permission: it needs no screen. */
export function readAssignment(assignee: unknown, site: Site, { project }: Issue): IssueEdit {
  const { edit, problems } = readFields({ assignee }, { assignee: 'optional' }, fieldChoices(site, project));
  if (Object.keys(problems).length > 0) throw new JiraError(400, [], problems);
  return edit;
}

/** Screen of edits. Whoever may not edit, here or in this status, is told that each field is not on it. */
export function editScreen(site: Site, { project, issueType, status }: Issue, user: ScreenUser): ScreenFields {
  const { edit, workflow } = site.rules.ofType(project, issueType);
  const isClosed = workflow.closedStatusIds.includes(status.id) || !site.rules.may('EDIT_ISSUES', project);
  return user === 'integration' && isClosed ? {} : screenInForce(site, edit, project, user);
}

/** Only the kind site lets an edit change the type. A Jira wants a move for it where the workflows differ. */
function readType(value: unknown, { catalogue, description }: Site) {
  if (description.manners.creationProblems !== 'all at once') return { problem: notOnScreen('issuetype') };
  const issueType = byIdOrName(catalogue.issueTypes, referred(value));
  return issueType === undefined ? { problem: 'Specify a valid issue type' } : { issueType };
}
