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
  const { overall, teams, teamsLeftOut = 0 } = first;
  const all = { title: 'All teams', rows: overall.map((one) => row(one, [`${one.ownerTeam}: `])) };
  const ofEach = teams.map(({ ownerTeam, fixes }) => ({ title: ownerTeam, rows: fixes.map((one) => row(one, [])) }));
  // All of one team are the first of all.
  const ofOne = teams.map(({ ownerTeam }) => ({ title: ownerTeam, rows: overall.map((one) => row(one, [])) }));
  const groups = teams.length < 2 ? ofOne : [all, ...ofEach];
  const caption = 'Open fixes by impact × feasibility, where two weeks since the approval count as much as a point';
  const table: Block = { kind: 'table', caption, columns: COLUMNS, groups, hidden: 0 };
  return teamsLeftOut === 0 ? [table] : [table, { kind: 'note', text: [moreTeams(teamsLeftOut)] }];
}

const moreTeams = (count: number): string =>
  `${count === 1 ? 'One more team' : `${count} more teams`} with fixes to do: remediation list --sort rank --team shows theirs.`;

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
