import { describe, expect, it } from 'vitest';
import { PartId } from '../../../shared/domain/words/identifiers.ts';
import { overdueDocument } from '../../../shared/report/overdue-document.ts';
import { overdueReport } from '../../../shared/report/overdue-report.ts';
import { renderReport } from '../../../shared/report/render-report.ts';
import type { ReportInput } from '../../../shared/report/report-input.ts';
import { reportTable } from '../../../shared/report/report-table.ts';
import { BEN } from '../../support/world/people.ts';
import { aRecommendation } from '../../support/world/records.ts';
import {
  accepted,
  headsOf,
  lessonDuty,
  notificationDuty,
  REPORTED_AT,
  ranked,
  remediation,
  reportInput,
  review,
  SITE,
  ulid,
  watched,
} from './report-factory.ts';

describe('what to work on first', () => {
  const first = [
    ranked({ number: 1, impact: 5, feasibility: 1 }),
    ranked({ number: 2, impact: 4, feasibility: 4, ownerTeam: 'Platform' }),
    // Three points less, and seven weeks older.
    ranked({ number: 3, impact: 1, feasibility: 2, requestedAt: '2026-09-14T07:00:00.000Z' }),
    ranked({ number: 4, impact: 5, feasibility: 1, title: '*Fix 1*!', requestedAt: '2026-11-02T08:00:00.000Z' }),
  ];
  const heads = headsOf(...[1, 2, 3, 4].map((number) => review({ number })));

  it('is told of all teams and of each, by impact × feasibility and age, with whatever has the same words', () => {
    const told = overdueReport(reportInput({ first, heads })).first;
    const keys = (fixes: readonly { key?: string | undefined }[] = []) => fixes.map(({ key }) => key);
    expect([keys(told?.overall), told?.teams.map(({ ownerTeam, fixes }) => [ownerTeam, keys(fixes)])]).toEqual([
      ['ENG-2', 'ENG-3', 'ENG-1', 'ENG-4'],
      [
        ['Payments', ['ENG-3', 'ENG-1', 'ENG-4']],
        ['Platform', ['ENG-2']],
      ],
    ]);
    expect(told?.overall.map(({ sameWords }) => sameWords)).toEqual([undefined, undefined, ['ENG-4'], ['ENG-1']]);
    expect(told?.overall[0]).toMatchObject({ rank: 16, ageMs: 21 * 86_400_000, priority: 'high', state: 'open' });
  });

  it('counts the age of one whose risk was accepted from the end of that', () => {
    const lastAcceptance = { by: BEN, until: '2026-11-20T07:00:00.000Z' };
    const old = { requestedAt: '2026-01-05T07:00:00.000Z', impact: 1, feasibility: 2 };
    const both = [ranked({ number: 1, impact: 1, feasibility: 3 }), ranked({ number: 2, ...old, lastAcceptance })];
    const report = overdueReport(reportInput({ first: both, heads }));
    expect(report.first?.overall.map(({ key, ageMs }) => [key, ageMs / 86_400_000])).toEqual([
      ['ENG-1', 21],
      ['ENG-2', 3],
    ]);
    expect(renderReport(report).markdown).toContain('Fix 2 | 2 | 3 days ago (wanted again) | high |');
  });

  it('shows ten of all, and five of a team', () => {
    const many = Array.from({ length: 12 }, (_, index) => ranked({ number: index + 1 }));
    const told = overdueReport(reportInput({ first: many })).first;
    expect([told?.overall.length, told?.teams.map(({ fixes }) => fixes.length)]).toEqual([10, [5]]);
  });

  it('shows the ten also where one team has them all', () => {
    const many = Array.from({ length: 12 }, (_, index) => ranked({ number: index + 1 }));
    const { markdown } = renderReport(overdueReport(reportInput({ first: many })));
    expect([markdown.match(/\| Fix \d+|Fix \d+ \|/g)?.length, markdown.includes('All teams')]).toEqual([10, false]);
  });

  it('says how many teams it leaves out', () => {
    const page = (firstTeamsLeftOut: number) =>
      renderReport(overdueReport(reportInput({ first, heads, firstTeamsLeftOut }))).markdown;
    const more = (count: string) => `${count} with fixes to do: remediation list --sort rank --team shows theirs.`;
    expect(page(0)).not.toContain('with fixes to do:');
    expect([page(1), page(2)]).toEqual([
      expect.stringContaining(more('One more team')),
      expect.stringContaining(more('2 more teams')),
    ]);
  });

  it('is a table of the page, and says so when there is none', () => {
    const page = (input: Partial<ReportInput>) => renderReport(overdueReport(reportInput(input))).markdown;
    expect(page({ first, heads })).toContain('Fix 1 (the same words as ENG-4) | 5 | 21 days ago | high |');
    expect(page({})).toContain('No open fix is ranked.');
  });

  it('takes the name of a restricted record for no words that two have in common', () => {
    const postMortemId = review({ number: 1 }).id;
    const secrets = [1, 2].map((number) => ({ ...ranked({ number }), postMortemId, title: 'Restricted record' }));
    const secret = headsOf(review({ number: 1, tlp: 'RED' }));
    const told = overdueReport(reportInput({ first: secrets, heads: secret })).first;
    expect(told?.overall.map(({ sameWords }) => sameWords)).toEqual([undefined, undefined]);
  });
});

describe('the overdue report', () => {
  it('groups by team, the team that waited longest first, and inside a team the latest first', () => {
    const report = overdueReport(
      reportInput({
        overdue: [
          remediation({ number: 1, ownerTeam: 'Platform', dueAt: '2026-11-20T07:00:00.000Z' }),
          remediation({ number: 2, ownerTeam: 'Payments', dueAt: '2026-11-10T07:00:00.000Z' }),
          remediation({ number: 3, ownerTeam: 'Platform', dueAt: '2026-11-01T07:00:00.000Z' }),
          remediation({ number: 4, ownerTeam: 'Payments', dueAt: '2026-11-22T07:00:00.000Z' }),
        ],
      }),
    );
    const order = report.teams.map(({ ownerTeam, remediations }) => [ownerTeam, remediations.map(({ key }) => key)]);
    expect(order).toEqual([
      ['Platform', ['ENG-3', 'ENG-1']],
      ['Payments', ['ENG-2', 'ENG-4']],
    ]);
  });

  it('tells all that a reader needs of a late remediation', () => {
    const report = overdueReport(reportInput({ overdue: [remediation({ number: 7, reopenCount: 2 })] }));
    expect(report.teams).toEqual([
      {
        ownerTeam: 'Payments',
        byPriority: { critical: 0, high: 1, medium: 0, low: 0 },
        remediations: [
          {
            remediationId: ulid(7),
            postMortemId: ulid(900_007),
            title: 'Fix 7',
            ownerTeam: 'Payments',
            key: 'ENG-7',
            ticketUrl: `${SITE}/browse/ENG-7`,
            recordUrl: `https://holdfast.acme.example/post-mortems/${ulid(900_007)}`,
            priority: 'high',
            dueAt: '2026-11-16T07:00:00.000Z',
            lateMs: 7 * 86_400_000,
            reopenCount: 2,
            pushes: 0,
          },
        ],
      },
    ]);
  });

  it('leaves out what was claimed in the meantime and what is not due yet', () => {
    const report = overdueReport(
      reportInput({
        overdue: [
          watched({ number: 1, nextCheckAt: '2026-11-30T07:00:00.000Z' }),
          remediation({ number: 2, dueAt: '2026-11-23T07:00:00.001Z' }),
          remediation({ number: 3, dueAt: REPORTED_AT }),
        ],
      }),
    );
    expect(report.teams.flatMap(({ remediations }) => remediations).map(({ key }) => key)).toEqual(['ENG-3']);
  });

  it('lists what is claimed and unproven, and who is turned to next unless the record is restricted', () => {
    const silence = { rung: 'unproven', expectedAt: '2026-11-12T07:00:00.000Z' };
    const unproven = (number: number, rest = {}) =>
      watched({ number, nextCheckAt: '2026-11-30T07:00:00.000Z', silence, ...rest });
    const report = overdueReport(
      reportInput({
        overdue: [
          unproven(1),
          unproven(2),
          unproven(3),
          unproven(4, { ownerTeam: 'Platform' }),
          unproven(5, { silence: { ...silence, rung: 'late' } }),
          remediation({ number: 6 }),
        ],
        heads: headsOf(
          review({ number: 1 }),
          review({ number: 2, tlp: 'RED' }),
          review({ number: 4 }),
          review({ number: 6 }),
        ),
        directory: {
          Payments: { owner: 'pay@holdfast.test', lead: 'lead@holdfast.test', head: 'head@holdfast.test' },
          Platform: { owner: 'plat@holdfast.test', lead: 'plat-lead@holdfast.test' },
        },
      }),
    );
    const told = report.teams
      .flatMap(({ remediations }) => remediations)
      .map(({ key, turnTo, hangs }) => [key, turnTo, hangs?.includes('not believed')]);
    expect(told.toSorted()).toEqual([
      ['ENG-1', { lead: 'lead@holdfast.test', head: 'head@holdfast.test' }, true],
      ['ENG-2', undefined, true],
      ['ENG-3', undefined, true],
      ['ENG-4', { lead: 'plat-lead@holdfast.test' }, true],
      ['ENG-6', undefined, undefined],
    ]);
    expect(renderReport(report).markdown).toContain('Next to turn to: lead@holdfast.test, then head@holdfast.test.');
  });

  it('tells accepted risks that ran out from those that will, the first to end at the top', () => {
    const report = overdueReport(
      reportInput({
        acceptances: [
          accepted({ number: 1, until: '2026-12-01T00:00:00.000Z' }),
          accepted({ number: 2, until: '2026-11-20T00:00:00.000Z' }),
          remediation({ number: 3 }),
        ],
      }),
    );
    expect(report.acceptances.map(({ key, hasRunOut }) => ({ key, hasRunOut }))).toEqual([
      { key: 'ENG-2', hasRunOut: true },
      { key: 'ENG-1', hasRunOut: false },
    ]);
  });

  it('says how often an accepted risk was accepted anew', () => {
    const acceptances = [
      accepted({ number: 1, until: '2026-12-01T00:00:00.000Z' }),
      accepted({ number: 2, until: '2026-12-02T00:00:00.000Z', acceptanceCount: 1 }),
      accepted({ number: 3, until: '2026-12-03T00:00:00.000Z', acceptanceCount: 3 }),
    ];
    const report = overdueReport(reportInput({ acceptances }));
    const { markdown } = renderReport(report);
    expect([report.acceptances.map(({ renewals }) => renewals), markdown.match(/, renewed \d+ times?/g)]).toEqual([
      [0, 0, 2],
      [', renewed 2 times'],
    ]);
  });

  it('lists post-mortems that are past due and not approved', () => {
    const reviews = [
      review({ number: 1 }),
      review({ number: 2, status: 'approved' }),
      review({ number: 3, status: 'in review', dueAt: '2026-11-12T07:00:00.000Z' }),
    ];
    const report = overdueReport(reportInput({ reviews }));
    expect(report.reviews.map(({ incidentKey, status }) => [incidentKey, status])).toEqual([
      ['SEC-3', 'in review'],
      ['SEC-1', 'open'],
    ]);
  });

  it('says how many approvals a record in review still needs, by its template', () => {
    const approval = { by: { kind: 'person', id: 'p-1', name: 'Ben' }, at: REPORTED_AT, revision: 3 };
    const critical = { number: 1, severity: 'critical', status: 'in review', approvals: [approval] };
    const { reviews } = overdueReport(reportInput({ reviews: [review(critical)] }));
    expect(reviews).toMatchObject([{ template: 'critical incident', approvals: { given: 1, wanted: 2 } }]);
  });

  it('lists lessons and notifications that are late, and those that are due soon, the first due at the top', () => {
    const soon = '2026-11-30T07:00:00.000Z';
    const report = overdueReport(
      reportInput({
        lessons: [lessonDuty({ number: 1, duty: 'review', dueAt: soon }), lessonDuty({ number: 2 })],
        notifications: [notificationDuty({ number: 3, dueAt: soon }), notificationDuty({ number: 4 })],
        heads: headsOf(review({ number: 4, severity: 'critical' })),
      }),
    );
    expect(report.lessons.map(({ what, duty, isOverdue }) => [what, duty, isOverdue])).toEqual([
      ['Handbook 2 (procedure)', 'put in place', true],
      ['Handbook 1 (procedure)', 'review', false],
    ]);
    expect(report.notifications.map(({ severity, isOverdue }) => [severity, isOverdue])).toEqual([
      ['critical', true],
      [undefined, false],
    ]);
    expect(report.headline).toBe('1 notification and 1 lesson are overdue; 1 notification is due soon.');
  });

  it('lists temporary measures that are in force beyond their end, and those whose end is near', () => {
    const measure = (id: string, dueAt: string, extended = 0) => ({
      ...{ postMortemId: review({ number: 4 }).id, measureId: PartId.parse(id), what: `block: ${id}`, dueAt, extended },
      ...{ ownerTeam: 'messaging', since: '2026-11-01T07:00:00.000Z' },
    });
    const [late, soon] = ['01KA0000000000000000000001', '01KA0000000000000000000002'];
    const report = overdueReport(
      reportInput({
        temporaryMeasures: [measure(soon, '2026-11-30T07:00:00.000Z'), measure(late, '2026-11-20T07:00:00.000Z', 2)],
        heads: headsOf(review({ number: 4, severity: 'critical' })),
      }),
    );
    expect(report.temporaryMeasures?.map((one) => [one.measureId, one.isOverdue, one.severity, one.extended])).toEqual([
      [late, true, 'critical', 2],
      [soon, false, 'critical', 0],
    ]);
    expect(report.headline).toBe('1 temporary measure is overdue.');
    const blocks = JSON.stringify(overdueDocument(report).sections.find(({ id }) => id === 'measures'));
    expect(blocks).toContain('extended 2 times');
    expect(reportTable(report)).toContain('temporary measure');
  });

  it('lists a recommendation that was accepted before it had a ticket with its end', () => {
    const until = '2026-12-01T00:00:00.000Z';
    const by = { kind: 'person' as const, id: 'p-7', name: 'Ines Okafor' };
    const acceptance = {
      until,
      reason: 'The vendor is late.',
      compensatingControl: 'Checked by hand.',
      by,
      at: REPORTED_AT,
    };
    const recommendation = aRecommendation({ status: 'risk accepted', impact: 5, acceptance });
    const [head] = [review({ number: 1 })];
    const report = overdueReport(reportInput({ acceptedRecommendations: [{ postMortemId: head.id, recommendation }] }));
    expect(report.acceptances).toMatchObject([{ until, hasRunOut: false, priority: 'critical' }]);
    expect(report.acceptances[0]).not.toHaveProperty('key');
  });

  it('gives no link to an incident whose address does not lead to the web', () => {
    const [head] = [review({ number: 1 })];
    const reviews = [{ ...head, incident: { ...head.incident, url: 'javascript:alert(1)' } }];
    expect(overdueReport(reportInput({ reviews })).reviews[0]).not.toHaveProperty('incidentUrl');
  });

  it('measures how many, how urgent and how late', () => {
    const report = overdueReport(
      reportInput({
        overdue: [
          remediation({ number: 1, priority: 'critical', dueAt: '2026-11-22T07:00:00.000Z' }),
          remediation({ number: 2, priority: 'low', dueAt: '2026-11-20T07:00:00.000Z' }),
          remediation({ number: 3, priority: 'low', dueAt: '2026-11-13T07:00:00.000Z' }),
          remediation({ number: 4, priority: 'high', dueAt: '2026-11-18T07:00:00.000Z' }),
        ],
        acceptances: [
          accepted({ number: 5, until: REPORTED_AT }),
          accepted({ number: 6, until: '2026-11-30T00:00:00.000Z' }),
        ],
        reviews: [review({ number: 7 })],
      }),
    );
    expect(report.measures).toEqual({
      overdue: 4,
      byPriority: { critical: 1, high: 1, medium: 0, low: 2 },
      medianLateMs: 4 * 86_400_000,
      longestLateMs: 10 * 86_400_000,
      reviewsPastDue: 1,
      acceptancesRunOut: 1,
      acceptancesRunningOut: 1,
      lessonsOverdue: 0,
      lessonsSoon: 0,
      notificationsOverdue: 0,
      notificationsSoon: 0,
      temporaryMeasuresOverdue: 0,
      temporaryMeasuresSoon: 0,
    });
    expect(report.headline).toBe('4 remediations and 1 post-mortem are overdue; 1 accepted risk has run out.');
  });

  it('says so when nothing is overdue', () => {
    const report = overdueReport(reportInput());
    expect(report.headline).toBe('Nothing is overdue.');
    expect(report.measures).toMatchObject({ medianLateMs: null, longestLateMs: null });
  });

  it('warns of a risk that runs out soon, even when nothing is overdue', () => {
    const report = overdueReport(
      reportInput({ acceptances: [accepted({ number: 1, until: '2026-12-01T00:00:00.000Z' })] }),
    );
    expect(report.headline).toBe('Nothing is overdue and 1 accepted risk runs out soon.');
  });
});

it('says of an overdue fix that its ticket is gone', () => {
  const ticket = { site: SITE, issueId: '10001', key: 'ENG-1', missingSince: '2026-11-20T07:00:00.000Z' };
  const report = overdueReport(reportInput({ overdue: [remediation({ number: 1, ticket })] }));
  const [late] = report.teams.flatMap(({ remediations }) => remediations);
  expect(late?.hangs).toContain('deleted, or hidden');
});
