import { counted } from '../document/counted.ts';
import { type Block, type Column, type Inline, inlineLink, mark, minute, type Section } from '../document/document.ts';
import { limited } from '../document/row-limit.ts';
import type { LessonCounts, ValidationReport } from './report-data.ts';

type LessonsNow = NonNullable<ValidationReport['lessonsNow']>;
type Listed = LessonsNow['listed'][number];

/** Lessons beside fixes: what is claimed is not in place, and what is in place is looked at again. */
export function lessonStandingsSection({ lessonsNow }: ValidationReport): Section[] {
  if (lessonsNow === undefined) return [];
  return [{ id: 'lessons', title: 'Lessons, and the documents that say them', blocks: blocks(lessonsNow) }];
}

const TEAM_COLUMNS: Column[] = [
  { name: 'Team' },
  ...['Open', 'of these: no longer hold', 'Wait for confirmation', 'In place', 'of these: review due'].map((name) => ({
    name,
    isShort: true,
  })),
];

const COLUMNS: Column[] = [
  { name: 'Document' },
  { name: 'Version and proof' },
  { name: 'Team', isShort: true },
  { name: 'Standing' },
  { name: 'Next date', isShort: true },
  { name: 'Post-mortem', isShort: true },
];

function blocks({ totals, byTeam, listed, isMore }: LessonsNow): Block[] {
  const { shown, hidden } = limited(listed);
  const rest = isMore ? ', of more that the list of lessons has' : '';
  const teams = [row('All teams', totals), ...byTeam.map(({ ownerTeam, ...counts }) => row(ownerTeam, counts))];
  return [
    { kind: 'note', text: [MEANS] },
    { kind: 'table', caption: 'By team', columns: TEAM_COLUMNS, groups: [{ rows: teams }], hidden: 0 },
    {
      kind: 'table',
      caption: `${counted(listed.length, 'lesson')}${rest}`,
      columns: COLUMNS,
      groups: [{ rows: shown.map(lessonRow) }],
      hidden,
    },
  ];
}

const MEANS =
  'Whoever puts a lesson in place claims it: by the version, link and date of the document, the people who were trained, or the test in ' +
  'which a detection fired. It is in place when a second person has confirmed that. Not confirmed is what was put in place before that was asked.';

const row = (name: string, { open, noLongerHolds, claimed, inPlace, reviewDue }: LessonCounts): Inline[][] => [
  [name],
  ...[open, noLongerHolds, claimed, inPlace, reviewDue].map((count): Inline[] => [String(count)]),
];

function lessonRow({ what, version, url, proof, ownerTeam, dueAt, recordUrl, ...standing }: Listed): Inline[][] {
  const isForGood = standing.standing === 'in place' || standing.standing === 'not confirmed';
  return [
    [what],
    [
      version === undefined ? '–' : url === undefined ? version : inlineLink(version, url),
      ...(proof === undefined ? [] : ['; ', proof]),
    ],
    [ownerTeam],
    standingInWords(standing),
    isForGood ? ['–'] : [minute(dueAt)],
    [inlineLink('Record', recordUrl)],
  ];
}

function standingInWords({
  standing,
  claimedAt,
  confirmedAt,
}: Pick<Listed, 'standing' | 'claimedAt' | 'confirmedAt'>): Inline[] {
  switch (standing) {
    case 'open':
      return [mark('open', 'warn')];
    case 'claim refused':
      return [mark('open, claim refused', 'warn')];
    case 'no longer holds':
      return [mark('no longer holds', 'bad')];
    case 'claimed':
      return [
        mark('waits for confirmation', 'warn'),
        ...(claimedAt === undefined ? [] : [' since ', minute(claimedAt)]),
      ];
    case 'in place':
      return [mark('in place', 'good'), ...(confirmedAt === undefined ? [] : [', confirmed ', minute(confirmedAt)])];
    case 'not confirmed':
      return [mark('in place, not confirmed', 'neutral')];
    case 'review due':
      // What nobody confirmed is told from what somebody did, also while its review is due.
      return [
        mark('review due', 'warn'),
        ...(confirmedAt === undefined ? [', not confirmed'] : [', confirmed ', minute(confirmedAt)]),
      ];
  }
}
