import { describe, expect, it } from 'vitest';
import type { ListedLesson } from '../../../shared/report/listed-lesson.ts';
import { overdueReport } from '../../../shared/report/overdue-report.ts';
import { renderReport } from '../../../shared/report/render-report.ts';
import type { LessonsNow } from '../../../shared/report/report-input.ts';
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

it('the overdue report says since when a lesson waits for a second person', () => {
  const waiting = lessonDuty({ number: 1, duty: 'confirm', claimedAt: '2026-11-13T09:30:00.000Z' });
  const { markdown } = renderReport(overdueReport(reportInput({ lessons: [waiting] })));
  expect(markdown).toMatch(/waits for confirmation since 13 Nov 2026, 09:30 UTC/);
});
