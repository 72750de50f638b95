import type { Writing } from './editing/writing.ts';
import type { RecordNow } from './record-data.ts';

/** What the ticket told when the record was opened. */
export type TicketFact = {
  /** In the record, with dots. */
  path: string;
  label: string;
  told: string;
  isTime?: boolean;
  /** What stands in its place since: empty where it was taken back. Missing: nobody wrote it anew. */
  now?: string;
  /** Whether a correction may stand beside it. The severity is classified instead. */
  isCorrectable: boolean;
};

/** Facts of the ticket, with what is right instead where somebody said so. */
export function factsOf({ incident, severity, corrections }: RecordNow): TicketFact[] {
  const { title, description, openedAt, closedAt, people, techniques } = incident;
  const fact = (field: string, label: string, told: string): TicketFact => {
    const path = `incident.${field}`;
    const correction = corrections.find(({ of }) => of === path);
    const now = correction === undefined ? {} : { now: correction.shouldBe ?? '' };
    return { path, label, told, ...now, isCorrectable: true };
  };
  const isClassified = severity !== incident.severity;
  return [
    fact('title', 'Title', title),
    ...(description === '' ? [] : [fact('description', 'Description', description)]),
    {
      ...{ path: 'incident.severity', label: 'Severity', told: incident.severity, isCorrectable: false },
      ...(isClassified ? { now: severity } : {}),
    },
    { ...fact('openedAt', 'Opened', openedAt), isTime: true },
    { ...fact('closedAt', 'Closed', closedAt), isTime: true },
    ...people.map(({ role, person }, index) =>
      fact(`people.${index}`, role[0]?.toUpperCase() + role.slice(1), person.name),
    ),
    ...techniques.map((id) => fact(`techniques.${id}`, 'Technique', id)),
  ];
}

/**
 * Path of a correction of a fact that was begun: a second one would be refused.
 *
 * @param begun paths of the corrections that were
 */
export const correctionBegun = (
  of: string,
  begun: readonly string[],
  writings: readonly Pick<Writing, 'setup' | 'mine'>[],
): string | undefined =>
  writings.find(({ setup, mine }) => begun.includes(setup.path) && mine.value?.of === of)?.setup.path;
