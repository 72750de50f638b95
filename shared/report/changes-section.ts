import { counted } from '../document/counted.ts';
import { type Column, type Inline, inlineLink, minute, type Section } from '../document/document.ts';
import { limited } from '../document/row-limit.ts';
import type { ChangedTicket, ValidationReport } from './report-data.ts';

const COLUMNS: Column[] = [
  { name: 'Ticket' },
  { name: 'Team', isShort: true },
  { name: 'What' },
  { name: 'When', isShort: true },
  { name: 'By', isShort: true },
];

/** What people did to tickets besides the work. Nobody is accused: there may be good reasons, which somebody should hear. */
export function changesSection({ changes = [] }: ValidationReport): Section[] {
  if (changes.length === 0) return [];
  const { shown, hidden } = limited(changes);
  return [
    {
      id: 'changes',
      title: 'Changed in the tickets',
      blocks: [
        { kind: 'note', text: [MEANS] },
        {
          kind: 'table',
          caption: `${counted(changes.length, 'change')}, the newest first`,
          columns: COLUMNS,
          groups: [{ rows: shown.map(row) }],
          hidden,
        },
      ],
    },
  ];
}

const MEANS =
  'Due dates, priorities and places that people changed in Jira, tickets that are gone, and five or more that one person moved to done ' +
  'within a minute. The due dates and priorities of the fixes are not touched by it.';

function row(change: ChangedTicket): Inline[][] {
  return [
    [inlineLink(change.key, change.ticketUrl), ' ', change.title],
    [change.ownerTeam],
    [whatIn(change)],
    [minute(change.at)],
    [change.by ?? '–'],
  ];
}

function whatIn({ what, from, to }: ChangedTicket): string {
  if (from === undefined && to === undefined) return what;
  return `${what}: ${from ?? 'none'} → ${to ?? 'none'}`;
}
