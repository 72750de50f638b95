import type { IssueScope } from './issue-reading.ts';
import type { JiraProject } from './site-reads.ts';

/** Names of types come in the language of whoever asks; their ids, and the names that Jira ships, do not. */
export function isCalled({ id, name, untranslatedName }: IssueScope['issuetype'], called: string): boolean {
  const wanted = called.toLowerCase();
  return id === called || name.toLowerCase() === wanted || untranslatedName?.toLowerCase() === wanted;
}

export const isTypeOf = ({ issueTypes }: JiraProject, called: string): boolean =>
  issueTypes.some((type) => isCalled(type, called));

/** Says what to write in place of a type that a project lacks. */
export function unknownType({ key, issueTypes }: JiraProject, called: string): string {
  const names = issueTypes.map(({ name }) => `"${name}"`).join(', ');
  return `the Jira project ${key} has no issues of the type "${called}"; it has ${names}. Correct it in holdfast.config.ts`;
}
