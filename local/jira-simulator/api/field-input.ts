import * as z from 'zod';
import { shortened } from '../../../shared/domain/words/shorten.ts';
import { adfDocumentSchema, textOfDocument } from '../site/adf-document.ts';
import { byIdOrName, projectByIdOrKey, type SimulatedCatalogue, type User } from '../site/catalogue.ts';
import type { IssueEdit } from '../site/issue.ts';
import type { NewIssue } from '../site/issue-acts.ts';
import { jsonValueSchema } from '../site/json.ts';
import { JiraError } from './jira-error.ts';

type FieldValues = Readonly<Record<string, unknown>>;
type Reading = { readonly edit: IssueEdit } | { readonly problem: string };
type Reader = (value: unknown, catalogue: SimulatedCatalogue) => Reading;

const textLimit = 32_767;
const reference = z.object({ id: z.string().optional(), name: z.string().optional() });
const projectReference = z.object({ id: z.string().optional(), key: z.string().optional() });
const userReference = z.object({ accountId: z.string().optional(), id: z.string().optional() });

/** One reader for each field that the screens of this site have. The refusals are worded as Jira words them. */
const readers: Readonly<Record<string, Reader>> = {
  summary(value) {
    const summary = z.string().safeParse(value);
    if (!summary.success) return { problem: 'Operation value must be a string' };
    if (summary.data.trim() === '') return { problem: 'You must specify a summary of the issue.' };
    if (summary.data.length > 255) return { problem: 'Summary must be less than 255 characters.' };
    if (/[\r\n]/.test(summary.data)) {
      return { problem: 'The summary is invalid because it contains newline characters.' };
    }
    return { edit: { summary: summary.data } };
  },
  description(value) {
    if (value === null) return { edit: { description: null } };
    const document = adfDocumentSchema.safeParse(value);
    if (!document.success) {
      return { problem: 'Operation value must be an Atlassian Document (see the Atlassian Document Format)' };
    }
    if (textOfDocument(document.data).length > textLimit) {
      return { problem: 'The entered text is too long. It exceeds the allowed limit of 32,767 characters.' };
    }
    return { edit: { description: document.data } };
  },
  issuetype(value, { issueTypes }) {
    const issueType = byIdOrName(issueTypes, referred(value));
    return issueType ? { edit: { issueType } } : { problem: 'Specify a valid issue type' };
  },
  priority(value, { priorities }) {
    const priority = byIdOrName(priorities, referred(value));
    return priority ? { edit: { priority } } : { problem: 'The priority selected is invalid.' };
  },
  resolution(value, { resolutions }) {
    if (value === null) return { edit: { resolution: null } };
    const resolution = byIdOrName(resolutions, referred(value));
    return resolution ? { edit: { resolution } } : { problem: 'The resolution selected is invalid.' };
  },
  labels(value) {
    const labels = z.array(z.string()).safeParse(value ?? []);
    if (!labels.success) return { problem: 'Specify the labels as an array of strings.' };
    const problem = labels.data.map(labelProblem).find((each) => each !== undefined);
    return problem ? { problem } : { edit: { labels: sortedLabels(labels.data) } };
  },
  duedate(value) {
    if (value === null) return { edit: { dueDate: null } };
    const date = z.iso.date().safeParse(value);
    return date.success
      ? { edit: { dueDate: date.data } }
      : { problem: `Error parsing date string: ${String(value)}. Expected format: yyyy-MM-dd` };
  },
  assignee(value, catalogue) {
    const user = readUser(value, catalogue);
    if (user === undefined) return { problem: 'Specify a valid value for assignee' };
    if (user?.active === false) return { problem: `User '${user.accountId}' cannot be assigned issues.` };
    return { edit: { assignee: user } };
  },
  reporter(value, catalogue) {
    const user = readUser(value, catalogue);
    return user ? { edit: { reporter: user } } : { problem: 'The reporter specified is not a user.' };
  },
};

/** Reads the fields of an edit, or throws every problem at once, as Jira reports them all in one answer. */
export function readEdit(fields: FieldValues, catalogue: SimulatedCatalogue): IssueEdit {
  const { edit, problems } = readFields(fields, catalogue);
  if (Object.keys(problems).length > 0) throw new JiraError(400, [], problems);
  return edit;
}

export function readNewIssue(
  { project: projectValue, ...fields }: FieldValues,
  catalogue: SimulatedCatalogue,
): NewIssue {
  const { edit, problems } = readFields(fields, catalogue);
  const found = projectReference.safeParse(projectValue).data;
  const project = projectByIdOrKey(catalogue, found?.id ?? found?.key ?? '');
  const { summary, issueType } = edit;
  if (project !== undefined && summary !== undefined && issueType !== undefined && noProblems(problems)) {
    return { ...edit, project, summary, issueType };
  }
  throw new JiraError(400, [], {
    ...(project === undefined && { project: 'Specify a valid project ID or key' }),
    ...(summary === undefined && { summary: 'You must specify a summary of the issue.' }),
    ...(issueType === undefined && { issuetype: 'Specify an issue type' }),
    ...problems,
  });
}

export function labelProblem(label: string): string | undefined {
  if (/\s/.test(label)) return `The label '${label}' contains spaces which is invalid.`;
  if (label.length > 255) return `The label '${shortened(label, 20)}' exceeds the limit of 255 characters.`;
  return undefined;
}

/** Labels are a set; Jira shows it in alphabetical order. */
export function sortedLabels(labels: readonly string[]): string[] {
  return [...new Set(labels)].sort((left, right) => left.localeCompare(right));
}

function readFields(fields: FieldValues, catalogue: SimulatedCatalogue) {
  const problems: Record<string, string> = {};
  let edit: IssueEdit = {};
  for (const [field, value] of Object.entries(fields)) {
    if (value === undefined) continue;
    const reading = (readers[field] ?? readerOfCustomField(field))(value, catalogue);
    if ('problem' in reading) problems[field] = reading.problem;
    else edit = merged(edit, reading.edit);
  }
  return { edit, problems };
}

function readerOfCustomField(field: string): Reader {
  return (value, { customFields }) => {
    const isKnown = customFields.some(({ id }) => id === field);
    const json = jsonValueSchema.safeParse(value);
    if (isKnown && json.success) return { edit: { customFields: { [field]: json.data } } };
    return { problem: `Field '${field}' cannot be set. It is not on the appropriate screen, or unknown.` };
  };
}

function merged(edit: IssueEdit, more: IssueEdit): IssueEdit {
  if (more.customFields === undefined) return { ...edit, ...more };
  return { ...edit, customFields: { ...edit.customFields, ...more.customFields } };
}

function referred(value: unknown): string {
  const found = reference.safeParse(value).data;
  return found?.id ?? found?.name ?? '';
}

/** `null` for "nobody", `undefined` for somebody unknown. */
function readUser(value: unknown, { users }: SimulatedCatalogue): User | null | undefined {
  if (value === null) return null;
  const found = userReference.safeParse(value).data;
  const accountId = found?.accountId ?? found?.id;
  return accountId === undefined ? undefined : users.find((user) => user.accountId === accountId);
}

function noProblems(problems: Readonly<Record<string, string>>): boolean {
  return Object.keys(problems).length === 0;
}
