import * as z from 'zod';
import { byIdOrName, type IssueType, type Project, type User } from '../../site/catalogue.ts';
import type { NewIssue } from '../../site/issue-acts.ts';
import type { Site } from '../../site/site.ts';
import { JiraError } from '../jira-error.ts';
import { fieldChoices } from './field-choices.ts';
import { referred } from './field-readers.ts';
import { type FieldValues, readFields } from './read-fields.ts';
import { filledIn, missingFields, requiredProblem } from './required-fields.ts';
import { type ScreenUser, screenInForce } from './screen-in-force.ts';

const projectReference = z.object({ id: z.string().optional(), key: z.string().optional() });

/**
 * Reads the fields of a creation. Jira complains of the project alone, then of the type alone, then of all fields at once,
 * and last come the validators of the workflow, with the administrator's own words and no field.
 */
export function readNewIssue(request: FieldValues, site: Site, actor: User, user: ScreenUser): NewIssue {
  if (site.description.manners.creationProblems === 'all at once') return readAllAtOnce(request, site, user);
  const { project: projectValue, issuetype: typeValue, ...given } = request;
  const project = wantedProject(projectValue, site);
  if (project === undefined || (user === 'integration' && !site.rules.may('BROWSE_PROJECTS', project))) {
    throw new JiraError(400, [], { project: 'Specify a valid project ID or key' });
  }
  if (user === 'integration' && !site.rules.may('CREATE_ISSUES', project)) {
    throw new JiraError(403, ['You do not have permission to create issues in this project.']);
  }
  const issueType = wantedType(typeValue, project, site);
  const { create, creationValidators } = site.rules.ofType(project, issueType);
  const screen = screenInForce(site, create, project, user);
  const choices = fieldChoices(site, project);
  const demanded = {
    ...screen,
    ...Object.fromEntries(creationValidators.map(({ field }) => [field, 'required' as const])),
  };
  const fields = user === 'person' ? filledIn(demanded, given, choices, actor) : given;
  const { edit, problems } = readFields(fields, screen, choices);
  for (const field of missingFields(screen, fields)) problems[field] ??= requiredProblem(field, choices);
  const parent = site.store.find(edit.parentId ?? '');
  if (issueType.hierarchyLevel === -1 && parent !== undefined && parent.project.id !== project.id) {
    problems.parent = 'Sub-tasks must be created in the same project as the parent.';
  }
  const { summary } = edit;
  if (summary === undefined || Object.keys(problems).length > 0) throw new JiraError(400, [], problems);
  const missing = missingFields(demanded, fields);
  const demands = creationValidators.filter(({ field }) => missing.includes(field));
  if (demands.length > 0)
    throw new JiraError(
      400,
      demands.map(({ message }) => message),
    );
  return { ...edit, project, issueType, summary };
}

function readAllAtOnce(
  { project: projectValue, issuetype, ...fields }: FieldValues,
  site: Site,
  user: ScreenUser,
): NewIssue {
  const project = wantedProject(projectValue, site);
  const issueType = byIdOrName(site.catalogue.issueTypes, referred(issuetype));
  const screen = screenInForce(site, 'every field', project, user);
  const { edit, problems } = readFields(fields, screen, fieldChoices(site, project));
  const { summary } = edit;
  if (project !== undefined && summary !== undefined && issueType !== undefined && Object.keys(problems).length === 0) {
    return { ...edit, project, summary, issueType };
  }
  throw new JiraError(400, [], {
    ...(project === undefined && { project: 'Specify a valid project ID or key' }),
    ...(summary === undefined && { summary: 'You must specify a summary of the issue.' }),
    ...(issueType === undefined && {
      issuetype: issuetype === undefined ? 'Specify an issue type' : 'Specify a valid issue type',
    }),
    ...problems,
  });
}

function wantedProject(value: unknown, { rules }: Site): Project | undefined {
  const found = projectReference.safeParse(value).data;
  return rules.projectCalled(found?.id ?? found?.key ?? '');
}

/** Only the types of the project count: in team-managed projects another one's may bear the same name. */
function wantedType(value: unknown, project: Project, { rules, description }: Site): IssueType {
  if (value === undefined || value === null) throw new JiraError(400, [], { issuetype: 'Specify an issue type' });
  const issueType = byIdOrName(rules.typesOf(project), referred(value));
  if (issueType !== undefined) return issueType;
  const words =
    description.deployment === 'Data Center' ? 'valid issue type is required' : 'The issue type selected is invalid.';
  throw new JiraError(400, [], { issuetype: words });
}
