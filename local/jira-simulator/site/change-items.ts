import { textOfDocument } from './adf-document.ts';
import type { CustomField, User } from './catalogue.ts';
import type { Issue, SimulatedChangeItem } from './issue.ts';

type Shown = { readonly id: string | null; readonly text: string | null };

/** How the changelog shows each field: the id and the words, the names that Jira uses, in Jira's order. */
const shownFields: readonly { readonly field: string; readonly fieldId: string; show: (issue: Issue) => Shown }[] = [
  { field: 'Key', fieldId: 'issuekey', show: ({ key }) => ({ id: null, text: key }) },
  { field: 'project', fieldId: 'project', show: ({ project }) => ({ id: project.id, text: project.name }) },
  { field: 'issuetype', fieldId: 'issuetype', show: ({ issueType }) => ({ id: issueType.id, text: issueType.name }) },
  { field: 'summary', fieldId: 'summary', show: ({ summary }) => ({ id: null, text: summary }) },
  {
    field: 'description',
    fieldId: 'description',
    show: ({ description }) => ({ id: null, text: description === null ? null : textOfDocument(description) }),
  },
  {
    field: 'priority',
    fieldId: 'priority',
    show: ({ priority }) => ({ id: priority?.id ?? null, text: priority?.name ?? null }),
  },
  { field: 'labels', fieldId: 'labels', show: ({ labels }) => ({ id: null, text: labels.join(' ') }) },
  {
    field: 'Component',
    fieldId: 'components',
    show: ({ components }) => ({ id: joined(components, 'id'), text: joined(components, 'name') }),
  },
  { field: 'duedate', fieldId: 'duedate', show: ({ dueDate }) => ({ id: dueDate, text: dueDate }) },
  { field: 'assignee', fieldId: 'assignee', show: ({ assignee }) => showUser(assignee) },
  { field: 'reporter', fieldId: 'reporter', show: ({ reporter }) => showUser(reporter) },
  {
    field: 'resolution',
    fieldId: 'resolution',
    show: ({ resolution }) => ({ id: resolution?.id ?? null, text: resolution?.name ?? null }),
  },
  { field: 'status', fieldId: 'status', show: ({ status }) => ({ id: status.id, text: status.name }) },
];

function joined(components: Issue['components'], part: 'id' | 'name'): string | null {
  return components.length === 0 ? null : components.map((component) => component[part]).join(', ');
}

function showUser(user: User | null): Shown {
  return { id: user?.accountId ?? null, text: user?.displayName ?? null };
}

/** Differences between two moments of an issue. An edit without a difference leaves no history. */
export function changeItems(before: Issue, after: Issue, customFields: readonly CustomField[]): SimulatedChangeItem[] {
  const items: SimulatedChangeItem[] = [];
  for (const { field, fieldId, show } of shownFields) {
    const from = show(before);
    const to = show(after);
    if (from.id === to.id && from.text === to.text) continue;
    items.push({
      field,
      fieldtype: 'jira',
      fieldId,
      from: from.id,
      fromString: from.text,
      to: to.id,
      toString: to.text,
    });
  }
  for (const { id, name } of customFields) {
    const from = JSON.stringify(before.customFields[id] ?? null);
    const to = JSON.stringify(after.customFields[id] ?? null);
    if (from === to) continue;
    items.push({ field: name, fieldtype: 'custom', fieldId: id, from: null, fromString: from, to: null, toString: to });
  }
  return items;
}
