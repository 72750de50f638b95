import * as z from 'zod';
import { byIdOrName, type User } from '../../site/catalogue.ts';
import type { IssueEdit } from '../../site/issue.ts';
import { JiraError } from '../jira-error.ts';
import type { FieldChoices } from './field-choices.ts';
import { labelProblem, sortedLabels } from './labels.ts';
import { readDocument, tooLong } from './read-document.ts';

export type FieldReading = { readonly edit: IssueEdit } | { readonly problem: string };
export type FieldReader = (value: unknown, choices: FieldChoices) => FieldReading;

const reference = z.object({ id: z.string().optional(), name: z.string().optional() });
const issueReference = z.object({ id: z.string().optional(), key: z.string().optional() });
const cloudUser = z.object({ accountId: z.string().optional(), id: z.string().optional() });
const dataCenterUser = z.object({ name: z.string() });

/** One reader for each field of the system. The refusals are worded as Jira words them. */
export const systemFieldReaders: Readonly<Record<string, FieldReader>> = {
  summary(value) {
    const summary = z.string().safeParse(value);
    if (!summary.success) return { problem: 'Operation value must be a string' };
    if (summary.data.trim() === '') return { problem: 'You must specify a summary of the issue.' };
    if (summary.data.length > 255) return { problem: "Summary can't exceed 255 characters." };
    if (/[\r\n]/.test(summary.data)) {
      return { problem: 'The summary is invalid because it contains newline characters.' };
    }
    return { edit: { summary: summary.data } };
  },
  description(value, choices) {
    if (value === null) return { edit: { description: null } };
    const read = readDocument(value, choices);
    if ('document' in read) return { edit: { description: read.document } };
    if (read.refused === 'too long') return { problem: tooLong };
    // Jira says neither which field it means nor what is wrong with it.
    if (read.refused === 'bad document') throw new JiraError(400, ['INVALID_INPUT']);
    return choices.isDataCenter
      ? { problem: 'Operation value must be a string' }
      : { problem: 'Operation value must be an Atlassian Document (see the Atlassian Document Format)' };
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
  components(value, choices) {
    if (!Array.isArray(value)) return { problem: 'data was not an array' };
    const components = value.map((each) => byIdOrName(choices.components, referred(each)));
    const known = components.filter((each) => each !== undefined);
    const unknown = value[components.indexOf(undefined)];
    return known.length === components.length
      ? { edit: { components: known } }
      : { problem: `Component name '${referred(unknown)}' is not valid` };
  },
  duedate(value) {
    if (value === null) return { edit: { dueDate: null } };
    const date = z.iso.date().safeParse(value);
    return date.success
      ? { edit: { dueDate: date.data } }
      : { problem: `Error parsing date string: ${String(value)}. Expected format: yyyy-MM-dd` };
  },
  parent(value, { findIssue }) {
    const wanted = issueReference.safeParse(value).data;
    if (wanted === undefined) return { problem: 'data was not an object' };
    const parent = findIssue(wanted.id ?? wanted.key ?? '');
    return parent === undefined ? { problem: 'Could not find issue by id or key.' } : { edit: { parentId: parent.id } };
  },
  assignee(value, choices) {
    const user = readUser(value, choices);
    if (user === 'wrong shape') return { problem: "expected Object containing a 'name' property" };
    if (user === undefined) return { problem: 'Specify a valid value for assignee' };
    if (user !== null && !isAssignable(user)) return { problem: `User '${user.accountId}' cannot be assigned issues.` };
    return { edit: { assignee: user } };
  },
  reporter(value, choices) {
    const user = readUser(value, choices);
    return user !== null && typeof user === 'object'
      ? { edit: { reporter: user } }
      : { problem: 'The reporter specified is not a user.' };
  },
};

/** Customers of a service desk are users as well, and do no work in it. */
function isAssignable({ active, accountType }: User): boolean {
  return active && accountType !== 'customer';
}

/** Id or else name in a reference such as `{"id": "3"}`. */
export function referred(value: unknown): string {
  const found = reference.safeParse(value).data;
  return found?.id ?? found?.name ?? '';
}

/** `null` for "nobody", `undefined` for somebody unknown. People of Data Center have names, and no account ids. */
export function readUser(
  value: unknown,
  { users, isDataCenter }: Pick<FieldChoices, 'users' | 'isDataCenter'>,
): User | null | undefined | 'wrong shape' {
  if (value === null) return null;
  if (isDataCenter) {
    const named = dataCenterUser.safeParse(value).data;
    return named === undefined ? 'wrong shape' : users.find((user) => loginName(user) === named.name);
  }
  const found = cloudUser.safeParse(value).data;
  const accountId = found?.accountId ?? found?.id;
  return accountId === undefined ? undefined : users.find((user) => user.accountId === accountId && !user.isFormer);
}

/** Login name on Data Center. */
export function loginName({ emailAddress }: User): string {
  return emailAddress.split('@')[0] ?? emailAddress;
}
