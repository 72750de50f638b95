import type { IssueEdit } from '../../site/issue.ts';
import type { ScreenFields } from '../../sites/simulated-screen.ts';
import { readCustomField } from './custom-field-reader.ts';
import type { FieldChoices } from './field-choices.ts';
import { type FieldReading, systemFieldReaders } from './field-readers.ts';

export type FieldValues = Readonly<Record<string, unknown>>;

/** Reads all fields of a request, with every problem at once, by field id: Jira reports them in one answer. */
export function readFields(
  fields: FieldValues,
  screen: ScreenFields,
  choices: FieldChoices,
): { edit: IssueEdit; problems: Record<string, string> } {
  const problems: Record<string, string> = {};
  let edit: IssueEdit = {};
  for (const [field, value] of Object.entries(fields)) {
    if (value === undefined) continue;
    const reading = Object.hasOwn(screen, field) ? readField(field, value, choices) : { problem: notOnScreen(field) };
    if ('problem' in reading) problems[field] = reading.problem;
    else edit = merged(edit, reading.edit);
  }
  return { edit, problems };
}

/** Also the answer to a field that is hidden, unknown, or not for this caller: a missing permission looks the same. */
export function notOnScreen(field: string): string {
  return `Field '${field}' cannot be set. It is not on the appropriate screen, or unknown.`;
}

function readField(field: string, value: unknown, choices: FieldChoices): FieldReading {
  const reader = systemFieldReaders[field];
  if (reader !== undefined) return reader(value, choices);
  const customField = choices.customFields.find(({ id }) => id === field);
  return customField === undefined ? { problem: notOnScreen(field) } : readCustomField(customField, value, choices);
}

function merged(edit: IssueEdit, more: IssueEdit): IssueEdit {
  if (more.customFields === undefined) return { ...edit, ...more };
  return { ...edit, customFields: { ...edit.customFields, ...more.customFields } };
}
