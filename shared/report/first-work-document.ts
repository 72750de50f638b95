import { type Block, type Column, type Inline, inlineLink, mark, minute } from '../document/document.ts';
import { durationInWords } from '../document/time-in-words.ts';
import type { OverdueReport, RankedFix } from './report-data.ts';

const COLUMNS: Column[] = [
  { name: 'Fix' },
  { name: 'Rank', isShort: true },
  { name: 'Approved', isShort: true },
  { name: 'Priority', isShort: true },
  { name: 'Due', isShort: true },
  { name: 'Post-mortem', isShort: true },
];

/** What a team takes up next, when there is time for one thing more. */
export function firstWorkBlocks({ first }: OverdueReport): Block[] {
  if (first === undefined || first.overall.length === 0) return [{ kind: 'note', text: ['No open fix is ranked.'] }];
  const { overall, teams } = first;
  const groups = [
    ...(teams.length < 2 ? [] : [{ title: 'All teams', rows: overall.map((one) => row(one, [`${one.ownerTeam}: `])) }]),
    ...teams.map(({ ownerTeam, fixes }) => ({ title: ownerTeam, rows: fixes.map((one) => row(one, [])) })),
  ];
  const caption = 'Open fixes by impact × feasibility, where two weeks since the approval count as much as a point';
  return [{ kind: 'table', caption, columns: COLUMNS, groups, hidden: 0 }];
}

function row(one: RankedFix, before: Inline[]): Inline[][] {
  return [
    [
      ...(one.key === undefined || one.ticketUrl === undefined ? [] : [inlineLink(one.key, one.ticketUrl), ' ']),
      ...before,
      one.title,
      ...(one.sameWords === undefined ? [] : [` (the same words as ${one.sameWords.join(', ')})`]),
    ],
    [String(one.rank)],
    [`${durationInWords(one.ageMs)} ago${one.wantedAgainAt === undefined ? '' : ' (wanted again)'}`],
    [mark(one.priority, one.priority)],
    [minute(one.dueAt)],
    [inlineLink('Record', one.recordUrl)],
  ];
}
