import type { TicketFacts } from '../../domain/remediation/decide/in-step.ts';
import type { TicketChange } from '../../domain/remediation/ticket-change.ts';
import type { TicketPerson } from '../../domain/words/person.ts';
import { type ChangeItem, type ChangelogEntry, isAssigneeChange, isKeyChange } from '../../jira/issue-reading.ts';
import { personFrom } from '../../jira/site.ts';

const FIELDS: Readonly<Record<string, TicketChange['field']>> = {
  summary: 'title',
  duedate: 'due date',
  priority: 'priority',
  assignee: 'assignee',
};

/** Who changed each field last, and when. @param history the oldest entry first */
export function changersIn(history: readonly ChangelogEntry[]): NonNullable<TicketFacts['changedBy']> {
  const changers = history.flatMap(({ created, author, items }) => {
    const told = { at: created, ...(author ? { by: personFrom(author) } : {}) };
    return items.flatMap((item) => {
      const field = fieldOf(item);
      return field === undefined ? [] : [[field, told] as const];
    });
  });
  return Object.fromEntries(changers);
}

/** Jira stamps an issue and the entry of its changelog in one transaction, and rarely with the same millisecond. */
const SAME_MOMENT_MS = 5_000;

/** What was changed before the issue was read. @param updated time of the last change that the issue shows */
export const upTo = (updated: string, history: readonly ChangelogEntry[]): ChangelogEntry[] =>
  history.filter(({ created }) => Date.parse(created) - Date.parse(updated) <= SAME_MOMENT_MS);

/** Due date that an issue was made with. @param history the oldest entry first @param now the due date that it has */
export function dueDateAtFirst(history: readonly ChangelogEntry[], now: string | null | undefined): string | null {
  const first = history.flatMap(({ items }) => items).find((item) => fieldOf(item) === 'due date');
  return (first === undefined ? now : first.from) ?? null;
}

function fieldOf(item: ChangeItem): TicketChange['field'] | undefined {
  if (isKeyChange(item)) return 'key';
  const name = (item.fieldId ?? item.field).toLowerCase();
  return Object.hasOwn(FIELDS, name) ? FIELDS[name] : undefined;
}

/** Everybody who was the assignee up to a time, the oldest first. Those who changed something themselves have their address, too. */
export function assigneesBefore(history: readonly ChangelogEntry[], until: string): TicketPerson[] {
  const authors = new Map(
    history.flatMap(({ author }) => (author ? [[author.accountId, personFrom(author)] as const] : [])),
  );
  const assigned = history
    .filter(({ created }) => Date.parse(created) <= Date.parse(until))
    .flatMap(({ items }) => items.filter(isAssigneeChange))
    .flatMap((item) => [named(item.from, item.fromString), named(item.to, item.toString)])
    .filter((person) => person !== undefined);
  return assigned.map((person) => authors.get(person.accountId) ?? person);
}

function named(accountId: string | null | undefined, name: string | null | undefined): TicketPerson | undefined {
  return accountId == null || accountId === '' ? undefined : { accountId, name: name ?? '' };
}
