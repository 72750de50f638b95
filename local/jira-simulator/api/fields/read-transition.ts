import type { User } from '../../site/catalogue.ts';
import type { Issue, IssueEdit } from '../../site/issue.ts';
import type { Site } from '../../site/site.ts';
import type { WorkflowTransition } from '../../sites/workflow-description.ts';
import { JiraError } from '../jira-error.ts';
import { fieldChoices } from './field-choices.ts';
import { fieldName } from './field-names.ts';
import { type FieldValues, notOnScreen, readFields } from './read-fields.ts';
import { filledIn, missingFields } from './required-fields.ts';
import { type ScreenUser, screenInForce } from './screen-in-force.ts';

export type TransitionAttempt = {
  readonly issue: Issue;
  readonly way: WorkflowTransition;
  readonly actor: User;
  readonly user: ScreenUser;
  /** A comment comes with it, which needs a place on the screen as well. */
  readonly hasComment: boolean;
};

/** Reads the fields of a transition: only what stands on its own screen may be set, and what is required there must. */
export function readTransition(
  given: FieldValues,
  site: Site,
  { issue, way, actor, user, hasComment }: TransitionAttempt,
): IssueEdit {
  const screen = screenInForce(site, way.screen, issue.project, user);
  const choices = fieldChoices(site, issue.project);
  const fields = user === 'person' ? filledIn(screen, given, choices, actor) : given;
  const { edit, problems } = readFields(fields, screen, choices);
  if (hasComment && !Object.hasOwn(screen, 'comment')) problems.comment = notOnScreen('comment');
  if (Object.keys(problems).length > 0) throw new JiraError(400, [], problems);
  const missing = missingFields(screen, fields);
  if (missing.length > 0) {
    const names = missing.map((field) => fieldName(field, choices.customFields, 'en_US'));
    throw new JiraError(
      400,
      names.map((name) => `Field ${name} is required.`),
    );
  }
  return edit;
}
