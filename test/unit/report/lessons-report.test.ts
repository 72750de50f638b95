import { describe, expect, it } from 'vitest';
import type { ListedLesson } from '../../../shared/report/listed-lesson.ts';
import { overdueReport } from '../../../shared/report/overdue-report.ts';
import { renderReport } from '../../../shared/report/render-report.ts';
import type { LessonsNow } from '../../../shared/report/report-input.ts';
import { reportTable } from '../../../shared/report/report-table.ts';
import { validationReport } from '../../../shared/report/validation-report.ts';
import { lessonDuty, reportInput } from './report-factory.ts';

const { postMortemId, lessonId } = lessonDuty({ number: 1 });

function listed(with_: Partial<ListedLesson>): ListedLesson {
  const dueAt = '2026-12-01T00:00:00.000Z';
  return {
    postMortemId,
    lessonId,
    what: 'Handbook (procedure)',
    ownerTeam: 'Payments',
    standing: 'open',
    dueAt,
    ...with_,
  };
}

const counts: LessonsNow['counts'] = [
  { status: 'open', count: 3 },
  { status: 'open', team: 'Payments', count: 2 },
  { status: 'open', team: 'Identity', count: 1 },
  { status: 'no longer holds', count: 2 },
  { status: 'no longer holds', team: 'Payments', count: 1 },
  { status: 'claimed', count: 1 },
  { status: 'claimed', team: 'Payments', count: 1 },
  { status: 'in place', count: 5 },
  { status: 'in place', team: 'Payments', count: 5 },
];

describe('the validation report', () => {
  it('counts lessons as it counts fixes: of all and by team, with those that hold no longer and those to be reviewed', () => {
    const lessonsNow = { counts, listed: [listed({ standing: 'no longer holds' })], isMore: false };
    const lessons = [
      lessonDuty({ number: 1, duty: 'review', dueAt: '2026-11-01T00:00:00.000Z' }),
      lessonDuty({ number: 2, duty: 'review', dueAt: '2027-11-01T00:00:00.000Z' }),
      lessonDuty({ number: 3, dueAt: '2026-11-01T00:00:00.000Z' }),
    ];
    const payments = { open: 2, noLongerHolds: 1, claimed: 1, inPlace: 5, reviewDue: 1 };
    expect(validationReport(reportInput({ lessonsNow, lessons })).lessonsNow).toMatchObject({
      totals: { ...payments, open: 3, noLongerHolds: 2 },
      byTeam: [
        { ownerTeam: 'Identity', open: 1, noLongerHolds: 0, claimed: 0, inPlace: 0, reviewDue: 0 },
        { ownerTeam: 'Payments', ...payments },
      ],
    });
  });

  it('shows each with its document, its version and its link, and whether a second person confirmed it', () => {
    const url = 'https://wiki.example.com/payments';
    const all = [
      listed({ standing: 'claimed', version: '3', url, claimedAt: '2026-11-20T07:00:00.000Z' }),
      listed({ standing: 'in place', version: '4', url, confirmedAt: '2026-11-21T07:00:00.000Z' }),
      listed({ standing: 'not confirmed', version: '2' }),
      listed({ standing: 'in place', version: '5', proof: '3 of 20 people (15 %) by 2027-01-15' }),
    ];
    const lessonsNow = { counts, listed: all, isMore: true };
    const { markdown } = renderReport(validationReport(reportInput({ lessonsNow })));
    const rows = markdown.split('\n').filter((line) => line.startsWith('| Handbook'));
    expect(
      rows.map((row) =>
        row
          .split('|')
          .slice(2, 5)
          .map((cell) => cell.trim()),
      ),
    ).toEqual([
      [`[3](${url})`, 'Payments', expect.stringContaining('waits for confirmation')],
      [`[4](${url})`, 'Payments', expect.stringContaining('confirmed 21 Nov 2026, 07:00 UTC')],
      ['2', 'Payments', expect.stringContaining('in place, not confirmed')],
      ['5; 3 of 20 people (15 %) by 2027-01-15', 'Payments', expect.stringContaining('in place')],
    ]);
    expect(markdown).toContain('4 lessons, of more that the list of lessons has');
  });

  it('says nothing of lessons where there are none', () => {
    const report = validationReport(reportInput());
    expect([report.lessonsNow, renderReport(report).markdown.includes('Lessons, and')]).toEqual([undefined, false]);
  });
});

describe('the standing of a lesson', () => {
  const standings = (...all: ListedLesson[]) =>
    renderReport(validationReport(reportInput({ lessonsNow: { counts, listed: all, isMore: false } })))
      .markdown.split('\n')
      .filter((line) => line.startsWith('| Handbook'))
      .map((row) => row.split('|')[4]?.trim());

  it('keeps its confirmation, or that it has none, while its review is due', () => {
    const due = { standing: 'review due' as const, version: '4' };
    expect(standings(listed({ ...due, confirmedAt: '2026-11-21T07:00:00.000Z' }), listed(due))).toEqual([
      expect.stringMatching(/review due.*, confirmed 21 Nov 2026, 07:00 UTC/),
      expect.stringMatching(/review due.*, not confirmed/),
    ]);
  });

  it('says that it is open because its claim was refused', () => {
    expect(standings(listed({ standing: 'claim refused' }))).toEqual([expect.stringContaining('claim refused')]);
  });
});

describe('as a table for a spreadsheet', () => {
  const rowsOf = (text: string) =>
    text
      .trimEnd()
      .split('\r\n')
      .map((row) => row.split(','));
  const cellsOf = (text: string) => {
    const [head = [], ...rows] = rowsOf(text);
    return rows.map((row) => Object.fromEntries(row.map((cell, index) => [head[index], cell])));
  };

  it('the validation report has a row for each lesson, with its standing, version, link and proof', () => {
    const url = 'https://wiki.example.com/payments';
    const [claimedAt, dueAt] = ['2026-11-20T07:00:00.000Z', '2026-11-27T07:00:00.000Z'];
    const one = listed({ standing: 'claimed', version: '3', url, proof: 'dated 2026-11-20', claimedAt, dueAt });
    const report = validationReport(reportInput({ lessonsNow: { counts, listed: [one], isMore: false } }));
    expect(cellsOf(reportTable(report))).toEqual([
      expect.objectContaining({
        ...{ what: 'lesson', title: one.what, ownerTeam: 'Payments', standing: 'claimed', since: claimedAt },
        ...{ version: '3', url, proof: 'dated 2026-11-20', dueAt, postMortemId, id: lessonId },
      }),
    ]);
  });

  it('the overdue report says what is to be done about each, and since when one waits', () => {
    const claimedAt = '2026-11-13T09:30:00.000Z';
    const lessons = [
      lessonDuty({ number: 1, duty: 'confirm', claimedAt, dueAt: '2026-11-20T07:00:00.000Z' }),
      lessonDuty({ number: 2, duty: 'put in place', reopened: 'claim refused', dueAt: '2026-11-21T07:00:00.000Z' }),
      lessonDuty({ number: 3, duty: 'review', dueAt: '2026-11-22T07:00:00.000Z' }),
    ];
    expect(
      cellsOf(reportTable(overdueReport(reportInput({ lessons })))).map(
        ({ what, toDo, reopened, claimedAt: since }) => [what, toDo, reopened, since],
      ),
    ).toEqual([
      ['lesson', 'confirm', '', claimedAt],
      ['lesson', 'put in place', 'claim refused', ''],
      ['lesson', 'review', '', ''],
    ]);
  });
});

it('the overdue report says that a lesson is to be put in place again, and why', () => {
  const lessons = [
    lessonDuty({ number: 1, reopened: 'claim refused' }),
    lessonDuty({ number: 2, reopened: 'no longer holds' }),
  ];
  const { markdown } = renderReport(overdueReport(reportInput({ lessons })));
  expect(markdown).toMatch(/put in place \(claim refused\)[\s\S]*put in place \(no longer holds\)/);
});

it('the overdue report says since when a lesson waits for a second person', () => {
  const waiting = lessonDuty({ number: 1, duty: 'confirm', claimedAt: '2026-11-13T09:30:00.000Z' });
  const { markdown } = renderReport(overdueReport(reportInput({ lessons: [waiting] })));
  expect(markdown).toMatch(/waits for confirmation since 13 Nov 2026, 09:30 UTC/);
});
