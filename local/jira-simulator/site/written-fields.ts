import { loginName } from '../api/fields/field-readers.ts';
import { userCalled } from './acting-user.ts';
import { documentOfText, type SimulatedAdfDocument, textOfDocument } from './adf-document.ts';
import type { Site } from './site.ts';

/** Fields of an issue in the words of Jira's screens: names instead of ids. */
export type WrittenFields = {
  readonly summary?: string | undefined;
  /** Plain text becomes paragraphs. */
  readonly description?: string | SimulatedAdfDocument | null | undefined;
  readonly issueType?: string | undefined;
  readonly priority?: string | undefined;
  readonly labels?: readonly string[] | undefined;
  /** `yyyy-MM-dd` */
  readonly dueDate?: string | null | undefined;
  readonly assignee?: string | null | undefined;
  readonly customFields?: Readonly<Record<string, unknown>> | undefined;
};

/** Fields in the form of a request to the API. */
export function apiFields(
  { description, issueType, priority, dueDate, assignee, customFields, ...same }: WrittenFields,
  { catalogue, description: { deployment } }: Site,
) {
  const isDataCenter = deployment === 'Data Center';
  return {
    ...same,
    ...(description !== undefined && {
      description: description && (isDataCenter ? asText(description) : asDocument(description)),
    }),
    ...(issueType !== undefined && { issuetype: { name: issueType } }),
    ...(priority !== undefined && { priority: { name: priority } }),
    ...(dueDate !== undefined && { duedate: dueDate }),
    ...(assignee !== undefined && {
      assignee: assignee && userReference(assignee),
    }),
    ...customFields,
  };

  function userReference(name: string) {
    const user = userCalled(catalogue, name);
    return isDataCenter ? { name: user && loginName(user) } : { accountId: user?.accountId ?? name };
  }
}

function asText(text: string | SimulatedAdfDocument): string {
  return typeof text === 'string' ? text : textOfDocument(text);
}

export function asDocument(text: string | SimulatedAdfDocument): SimulatedAdfDocument {
  return typeof text === 'string' ? documentOfText(text) : text;
}
