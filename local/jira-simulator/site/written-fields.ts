import { userCalled } from './acting-user.ts';
import { documentOfText, type SimulatedAdfDocument } from './adf-document.ts';
import type { SimulatedCatalogue } from './catalogue.ts';

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
  catalogue: SimulatedCatalogue,
) {
  return {
    ...same,
    ...(description !== undefined && { description: description && asDocument(description) }),
    ...(issueType !== undefined && { issuetype: { name: issueType } }),
    ...(priority !== undefined && { priority: { name: priority } }),
    ...(dueDate !== undefined && { duedate: dueDate }),
    ...(assignee !== undefined && {
      assignee: assignee && { accountId: userCalled(catalogue, assignee)?.accountId ?? assignee },
    }),
    ...customFields,
  };
}

export function asDocument(text: string | SimulatedAdfDocument): SimulatedAdfDocument {
  return typeof text === 'string' ? documentOfText(text) : text;
}
