import { describe, expect, it } from 'vitest';
import { FixLine, fixLine } from '../../../shared/domain/lists/fix-listing.ts';
import { PostMortemHead } from '../../../shared/domain/record/post-mortem.ts';
import { Recommendation } from '../../../shared/domain/remediation/recommendation.ts';
import { isTicketed, Remediation } from '../../../shared/domain/remediation/remediation.ts';
import { hideRestricted } from '../../../shared/report/hide-restricted.ts';
import { ListedLesson } from '../../../shared/report/listed-lesson.ts';
import { overdueReport } from '../../../shared/report/overdue-report.ts';
import { renderReport, summaryLine } from '../../../shared/report/render-report.ts';
import { LessonDuty, NotificationDuty, type ReportInput } from '../../../shared/report/report-input.ts';
import { validationReport } from '../../../shared/report/validation-report.ts';
import { Outcome } from '../../../shared/store/queues/outcomes.ts';
import { ChangeInTicket } from '../../../shared/store/queues/ticket-changes.ts';
import { plantWords } from '../../support/texts/plant-words.ts';

import { headsOf, remediation, reportInput, review } from './report-factory.ts';

/** Everything that reports are made of, of one record, with a word of its own wherever somebody may have written some. */
function weekOf(tlp: string) {
  const words = plantWords();
  const heads = words.valuesOf(PostMortemHead, 'head').map((head) => PostMortemHead.parse({ ...head, tlp }));
  const fixes = words.valuesOf(Remediation, 'remediation');
  const [postMortemId] = heads.map(({ id }) => id);
  if (postMortemId === undefined) throw new Error('there is a head');
  const input = reportInput({
    overdue: fixes,
    acceptances: fixes,
    known: fixes,
    upcoming: fixes,
    acceptedRecommendations: words
      .valuesOf(Recommendation, 'recommendation')
      .map((recommendation) => ({ postMortemId, recommendation })),
    reviews: heads,
    first: words.valuesOf(FixLine, 'ranked').map((line) => ({ ...line, ...PLACE })),
    lessons: words.valuesOf(LessonDuty, 'lesson'),
    lessonsNow: {
      counts: [{ status: 'open', count: 1 }],
      listed: words.valuesOf(ListedLesson, 'listed lesson'),
      isMore: false,
    },
    notifications: words.valuesOf(NotificationDuty, 'notification'),
    outcomes: words.valuesOf(Outcome, 'outcome'),
    changes: words.valuesOf(ChangeInTicket, 'change'),
    heads: headsOf(...heads),
  });
  return { words, input, postMortemId };
}

/** Without it a fix has no place in the order, and is not shown. */
const PLACE = { rank: 12, requestedAt: '2026-11-02T07:00:00.000Z' };

/** Every form of both reports, and what their mails say. */
const formsOf = (input: ReportInput): string =>
  [overdueReport(input), validationReport(input)]
    .flatMap((report) => [...Object.values(renderReport(report)), summaryLine(report)])
    .join('\n');

/** The input itself as well: what it does not hold, no form that is added tomorrow can tell. */
const inputOf = (input: ReportInput): string => JSON.stringify({ ...input, heads: [...input.heads] });

describe('a report on a restricted record', () => {
  it.each(['AMBER+STRICT', 'RED'])('names it by id and severity, and repeats none of its words: %s', (tlp) => {
    const { words, input, postMortemId } = weekOf(tlp);
    const hidden = hideRestricted(input);
    expect([words.foundIn(inputOf(hidden)), words.foundIn(formsOf(hidden))]).toEqual([[], []]);
    expect(formsOf(hidden)).toContain(`Restricted record ${postMortemId} (TLP:${tlp})`);
  });

  it.each(['CLEAR', 'GREEN', 'AMBER'])('is not needed for one that is marked %s', (tlp) => {
    const { words, input } = weekOf(tlp);
    const planted = words.planted().map(({ path }) => path);
    expect(words.foundIn(inputOf(hideRestricted(input)))).toEqual(planted);
    expect(words.foundIn(formsOf(hideRestricted(input))).length).toBeGreaterThan(10);
  });

  it('treats a record whose mark nobody knows as a restricted one', () => {
    const { words, input } = weekOf('CLEAR');
    const hidden = hideRestricted({ ...input, heads: new Map(), reviews: [] });
    expect(words.foundIn(inputOf(hidden))).toEqual([]);
  });

  it('keeps the row of a team that the config names, and not of one that somebody typed', () => {
    const [head] = [review({ number: 1, tlp: 'RED' })];
    const overdue = [
      remediation({ number: 1, ownerTeam: 'Payments' }),
      remediation({ number: 1, ownerTeam: 'The CFO and Bob' }),
    ];
    const input = reportInput({ overdue, heads: headsOf(head), teams: ['Payments'] });
    expect(hideRestricted(input).overdue.map(({ ownerTeam }) => ownerTeam)).toEqual([
      'Payments',
      'withheld: the record is restricted',
    ]);
  });

  it('keeps the site of a ticket that the config names, so that its link leads there', () => {
    const finance = { ...reportInput().jira, site: 'https://finance.example.com' };
    const jira = { ...reportInput().jira, sites: { finance } };
    const fixes = ['finance.example.com', 'bobs-own.example.com'].map((site, number) =>
      remediation({ number, ticket: { site, issueId: String(number), key: `ENG-${number}` } }),
    );
    const heads = headsOf(review({ number: 0, tlp: 'RED' }), review({ number: 1, tlp: 'RED' }));
    const first = fixes.map((fix) => fixLine(fix, review({ number: 0, tlp: 'RED' })));
    const hidden = hideRestricted(reportInput({ jira, overdue: fixes, first, heads }));
    const sitesOf = (all: readonly { ticket?: { site: string } | undefined }[]) =>
      all.map(({ ticket }) => ticket?.site);
    const kept = ['finance.example.com', 'withheld: the record is restricted'];
    expect([sitesOf(hidden.first), hidden.overdue.map((fix) => isTicketed(fix) && fix.ticket.site)]).toEqual([
      kept,
      kept,
    ]);
  });

  it('keeps the category that picks its template, when a template of the config names it', () => {
    const head = review({ number: 1, tlp: 'RED', category: 'fraud' });
    const template = {
      name: 'fraud',
      appliesTo: { categories: ['fraud'] },
      requires: ['summary' as const],
      approvers: 2,
    };
    const of = (templates: ReportInput['templates']) =>
      hideRestricted(reportInput({ reviews: [head], templates })).reviews.map(({ category }) => category);
    expect([of([template]), of([])]).toEqual([['fraud'], [undefined]]);
  });

  it('leaves the others beside it as they are', () => {
    const other = remediation({ number: 2, title: 'Turn on the filter' });
    const heads = headsOf(review({ number: 1, tlp: 'RED' }), review({ number: 2 }));
    expect(hideRestricted(reportInput({ overdue: [other], heads })).overdue).toEqual([other]);
  });
});
