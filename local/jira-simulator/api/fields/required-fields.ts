import { documentOfText } from '../../site/adf-document.ts';
import type { User } from '../../site/catalogue.ts';
import type { ScreenFields } from '../../sites/simulated-screen.ts';
import type { FieldChoices } from './field-choices.ts';
import { fieldName } from './field-names.ts';
import { loginName } from './field-readers.ts';
import type { FieldValues } from './read-fields.ts';

/** Required fields that a request leaves empty. */
export function missingFields(screen: ScreenFields, fields: FieldValues): string[] {
  return Object.entries(screen).flatMap(([field, rule]) =>
    rule === 'required' && isEmpty(fields[field]) ? [field] : [],
  );
}

/** Jira has no fixed form for it: some fields have words of their own. */
export function requiredProblem(field: string, { customFields }: Pick<FieldChoices, 'customFields'>): string {
  switch (field) {
    case 'summary':
      return 'You must specify a summary of the issue.';
    case 'assignee':
      return 'Issues must be assigned.';
    case 'reporter':
      return 'Reporter is required';
    case 'parent':
      return 'Issue type is a sub-task but parent issue key or id not specified.';
    default:
      return `${fieldName(field, customFields, 'en_US')} is required.`;
  }
}

/** What people put into a form that wants more of them than they were told: the first choice there is. */
export function filledIn(screen: ScreenFields, fields: FieldValues, choices: FieldChoices, person: User): FieldValues {
  const added = missingFields(screen, fields).map((field) => [field, firstValue(field, choices, person)] as const);
  return { ...fields, ...Object.fromEntries(added.filter(([, value]) => value !== undefined)) };
}

function firstValue(field: string, choices: FieldChoices, person: User): unknown {
  const user = choices.isDataCenter ? { name: loginName(person) } : { accountId: person.accountId };
  if (field === 'description') return choices.isDataCenter ? 'As seen.' : documentOfText('As seen.');
  if (field === 'resolution') return choices.resolutions[0];
  if (field === 'components') return choices.components.slice(0, 1);
  if (field === 'assignee' || field === 'reporter') return user;
  const custom = choices.customFields.find(({ id }) => id === field);
  switch (custom?.type) {
    case 'option':
      return { id: custom.options?.[0]?.id };
    case 'number':
      return 1;
    case 'user':
      return user;
    case undefined:
      return undefined;
    default:
      return 'As seen.';
  }
}

function isEmpty(value: unknown): boolean {
  return value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0);
}
