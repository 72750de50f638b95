import { describe, expect, it } from 'vitest';
import type { Remediation } from '../../../shared/domain/remediation/remediation.ts';
import type { CheckResult } from '../../../shared/domain/verification/check-result.ts';
import type { Check } from '../../../shared/domain/verification/plan.ts';
import { renderReport } from '../../../shared/report/render-report.ts';
import type { Standing } from '../../../shared/report/report-data.ts';
import { validationReport } from '../../../shared/report/validation-report.ts';
import type { Outcome } from '../../../shared/store/queues/outcomes.ts';
import {
  accepted,
  failing,
  outcome,
  passing,
  remediation,
  reportInput,
  signalCheck,
  watched,
} from './report-factory.ts';

const CLAIMED = 'Remediation Claimed';
const PASSED = 'Remediation Check Passed';
const UNDECIDED = 'Remediation Check Inconclusive';
const VERIFIED = 'Remediation Verified';
const INEFFECTIVE = 'Remediation Ineffective';
const REGRESSED = 'Remediation Regressed';
const REOPENED = 'Remediation Reopened';

/** Outcomes of one fix, an hour apart. */
const hourly = (types: readonly Outcome['type'][], number = 1): Outcome[] =>
  types.map((type, hour) => outcome(type, `2026-11-20T${String(hour + 10)}:00:00.000Z`, { number }));

const provenInAugust = watched({
  number: 1,
  state: 'verified',
  verifiedAt: '2026-08-20T10:00:00.000Z',
  nextCheckAt: '2027-02-16T10:00:00.000Z',
});

describe('where a fix stands', () => {
  it.each<[string, Outcome['type'][], Standing, Remediation[]?]>([
    ['a claim alone is a claim', [CLAIMED], 'claimed'],
    ['a passed step is on its way', [CLAIMED, PASSED], 'passing'],
    ['the last passed step is proof', [CLAIMED, PASSED, VERIFIED], 'proven'],
    ['a passed periodic check is proof again', [PASSED], 'proven', [provenInAugust]],
    ['a pass after the proof is proof again', [CLAIMED, VERIFIED, PASSED], 'proven'],
    ['missing evidence decides nothing', [CLAIMED, UNDECIDED, UNDECIDED], 'late'],
    ['a failed check outweighs the claim', [CLAIMED, INEFFECTIVE], 'did not hold'],
    ['a proof that stopped holding is none', [REGRESSED, REOPENED], 'did not hold'],
    ['claiming a failed fix once more proves nothing', [CLAIMED, INEFFECTIVE, REOPENED, CLAIMED], 'did not hold'],
    ['a failed fix that passes a step is not proven', [INEFFECTIVE, REOPENED, CLAIMED, PASSED], 'did not hold'],
    ['evidence outweighs an earlier failure', [CLAIMED, INEFFECTIVE, REOPENED, CLAIMED, VERIFIED], 'proven'],
    ['a person who reopens the ticket takes the claim back', [CLAIMED, REOPENED], 'reopened'],
    ['a reopened proof is none', [VERIFIED, REOPENED], 'reopened'],
  ])('%s', (_, types, standing, known = []) => {
    const report = validationReport(reportInput({ outcomes: hourly(types), known }));
    expect(report.fixes.map((fix) => fix.standing)).toEqual([standing]);
  });

  it.each<[string, CheckResult['outcome'][], Standing]>([
    ['a fix from before verdicts is what its first verdict found', ['pass'], 'proven'],
    ['a fix with a fail from before them is in doubt', ['pass', 'unsettled'], 'in doubt'],
    ['a fix that wants newer evidence is on its way, until it is late', ['stale'], 'passing'],
  ])('%s', (_, found, standing) => {
    const at = '2026-11-20T11:30:00.000Z';
    const results = found.map((one) => ({ ...passing('waf-12', at), outcome: one }));
    const outcomes = [outcome('Remediation Regraded', at, { number: 1 }, results)];
    const report = validationReport(reportInput({ outcomes, known: [] }));
    expect(report.fixes.map((fix) => fix.standing)).toEqual([standing]);
  });

  it('is not proven in the minute in which a source said fail, though nothing is confirmed yet', () => {
    const at = '2026-11-20T11:30:00.000Z';
    const doubt = { at, source: 'scanner', regularCheckAt: '2027-02-16T10:00:00.000Z' };
    const doubted = watched({
      number: 1,
      state: 'verified',
      verifiedAt: '2026-08-20T10:00:00.000Z',
      nextCheckAt: at,
      doubt,
    });
    const report = validationReport(reportInput({ outcomes: hourly([PASSED]), known: [doubted] }));
    expect(report.fixes.map(({ standing, since }) => [standing, since])).toEqual([['in doubt', at]]);
    expect(report.measures.standings.proven).toBe(0);
  });

  it.each<[string, Outcome['type'], object, Standing]>([
    ['a claim whose doubt was taken back is a claim', 'Remediation Doubted', { state: 'claimed', step: 0 }, 'claimed'],
    ['a fix on its way goes on after a doubt', 'Remediation Doubted', { state: 'verifying', step: 1 }, 'passing'],
    [
      'evidence that came late is late no more',
      'Remediation Evidence Late',
      { state: 'verifying', step: 1 },
      'passing',
    ],
  ])('%s', (_, type, now, standing) => {
    const known = [watched({ number: 1, nextCheckAt: '2026-12-20T10:00:00.000Z', ...now })];
    const report = validationReport(reportInput({ outcomes: hourly([CLAIMED, type]), known }));
    expect(report.fixes.map((fix) => fix.standing)).toEqual([standing]);
  });

  it('dates a failure at the failure, whatever came after', () => {
    const report = validationReport(reportInput({ outcomes: hourly([CLAIMED, INEFFECTIVE, REOPENED, CLAIMED]) }));
    expect(report.fixes[0]?.since).toBe('2026-11-20T11:00:00.000Z');
  });
});

describe('the story of a fix', () => {
  it('tells the same thing in a row once, with how often and what was found last', () => {
    const report = validationReport(reportInput({ outcomes: hourly([CLAIMED, UNDECIDED, UNDECIDED, UNDECIDED]) }));
    expect(report.fixes[0]?.story).toEqual([
      { at: '2026-11-20T10:00:00.000Z', event: 'claimed', times: 1, results: [] },
      { at: '2026-11-20T13:00:00.000Z', event: 'late', times: 3, results: [] },
    ]);
  });

  it('is in the order of time, however the outcomes arrive', () => {
    const report = validationReport(reportInput({ outcomes: hourly([CLAIMED, PASSED, VERIFIED]).toReversed() }));
    expect(report.fixes[0]?.story.map(({ event }) => event)).toEqual(['claimed', 'passed a step', 'proven']);
  });

  it('carries the evidence that decided, with links to the web only', () => {
    const at = '2026-11-20T10:00:00.000Z';
    const results = [failing('waf-12', at, 'javascript:alert(1)'), failing('waf-13', at, 'https://bas.example/runs/1')];
    const report = validationReport(reportInput({ outcomes: [outcome(INEFFECTIVE, at, { number: 1 }, results)] }));
    expect(report.fixes[0]?.story[0]?.results).toEqual([
      failing('waf-12', at),
      failing('waf-13', at, 'https://bas.example/runs/1'),
    ]);
  });

  it('names what is wanted while a check cannot be answered, and when it is tried again', () => {
    const missing = { check: signalCheck('waf-12'), outcome: 'unknown', because: 'no evidence', evidence: [] } as const;
    const results = [passing('waf-13', '2026-11-20T09:00:00.000Z'), { ...missing, evidence: [] }];
    const report = validationReport(
      reportInput({
        outcomes: [outcome(UNDECIDED, '2026-11-20T10:00:00.000Z', { number: 1 }, results)],
        known: [watched({ number: 1, nextCheckAt: '2026-11-24T10:00:00.000Z' })],
      }),
    );
    expect(report.fixes[0]).toMatchObject({ wanted: [missing], nextCheckAt: '2026-11-24T10:00:00.000Z' });
  });
});

describe('the validation report', () => {
  it('puts first what needs action: failures, and of these the most urgent', () => {
    const report = validationReport(
      reportInput({
        outcomes: [
          ...hourly([CLAIMED, VERIFIED], 1),
          ...hourly([CLAIMED, INEFFECTIVE], 2),
          ...hourly([CLAIMED, INEFFECTIVE], 3),
          ...hourly([CLAIMED], 4),
        ],
        known: [remediation({ number: 2, priority: 'medium' }), remediation({ number: 3, priority: 'critical' })],
      }),
    );
    expect(report.fixes.map(({ key }) => key)).toEqual(['ENG-3', 'ENG-2', 'ENG-1', 'ENG-4']);
  });

  it('counts every fix once, and proven apart from claimed', () => {
    const report = validationReport(
      reportInput({
        outcomes: [
          ...hourly([CLAIMED, VERIFIED], 1),
          ...hourly([CLAIMED, INEFFECTIVE, REOPENED, CLAIMED, VERIFIED], 2),
          ...hourly([CLAIMED, INEFFECTIVE, REOPENED], 3),
          outcome(CLAIMED, '2026-11-20T10:00:00.000Z', { number: 4, ownerTeam: 'Identity' }),
        ],
        known: [remediation({ number: 3, priority: 'critical' })],
        overdue: [remediation({ number: 9 })],
      }),
    );
    const none = {
      'did not hold': 0,
      proven: 0,
      attested: 0,
      'done, not tested': 0,
      unproven: 0,
      late: 0,
      'in doubt': 0,
      passing: 0,
      claimed: 0,
      reopened: 0,
    };
    expect(report.measures).toEqual({
      fixes: 4,
      standings: { ...none, 'did not hold': 1, proven: 2, claimed: 1 },
      newlyClaimed: 4,
      reopened: 2,
      proven: { share: 0.5, low: expect.closeTo(0.15, 2), high: expect.closeTo(0.85, 2) },
      medianClaimToProofMs: 3_600_000,
      overdue: 1,
      byTeam: [
        { ownerTeam: 'Identity', standings: { ...none, claimed: 1 } },
        { ownerTeam: 'Payments', standings: { ...none, 'did not hold': 1, proven: 2 } },
      ],
      byPriority: [
        { priority: 'critical', standings: { ...none, 'did not hold': 1 } },
        { priority: 'unknown', standings: { ...none, proven: 2, claimed: 1 } },
      ],
    });
    expect(report.headline).toBe('2 of 4 fixes proven, 1 did not hold, 1 remediation overdue.');
  });

  it('calls proven only what a source of evidence says, and counts the rest apart', () => {
    const at = '2026-11-20T10:00:00.000Z';
    const passed = (check: Check): CheckResult => ({ check, outcome: 'pass', because: 'so it is', evidence: [] });
    const [state, word] = [
      passed({ kind: 'ticket state' }),
      passed({ kind: 'attestation', statement: 'All staff were trained' }),
    ];
    const report = validationReport(
      reportInput({
        outcomes: [
          outcome(VERIFIED, at, { number: 1 }, [state]),
          outcome(VERIFIED, at, { number: 2 }, [word, state]),
          outcome(VERIFIED, at, { number: 3 }, [state, word, passing('waf-12', at)]),
        ],
      }),
    );
    expect([report.fixes.map(({ key, standing }) => [key, standing]), report.headline]).toEqual([
      [
        ['ENG-3', 'proven'],
        ['ENG-2', 'attested'],
        ['ENG-1', 'done, not tested'],
      ],
      '1 of 3 fixes proven, 1 attested, 1 done but not tested.',
    ]);
  });

  it('says 1 of 10 where nine are silent, and in which range the share lies', () => {
    const outcomes = Array.from({ length: 10 }, (_, index) =>
      hourly(index === 0 ? [CLAIMED, VERIFIED] : [CLAIMED], index + 1),
    );
    const { measures, headline } = validationReport(reportInput({ outcomes: outcomes.flat() }));
    expect([headline, measures.proven]).toEqual([
      '1 of 10 fixes proven.',
      { share: 0.1, low: expect.closeTo(0.018, 3), high: expect.closeTo(0.404, 3) },
    ]);
  });

  it('knows the time from claim to proof of a claim before the period from the remediation', () => {
    const at = '2026-11-20T10:00:00.000Z';
    const proven = watched({
      number: 1,
      state: 'verified',
      claim: { at: '2026-11-10T10:00:00.000Z', status: 'Done' },
      verifiedAt: at,
      nextCheckAt: '2027-05-19T10:00:00.000Z',
    });
    const outcomes = [outcome(VERIFIED, at, { number: 1 }), outcome(VERIFIED, at, { number: 2 })];
    const report = validationReport(reportInput({ outcomes, known: [proven] }));
    expect(report.measures.medianClaimToProofMs).toBe(10 * 86_400_000);
  });

  it('lists the checks that come due, the soonest first, with their place in the plan', () => {
    const report = validationReport(
      reportInput({
        upcoming: [
          { ...provenInAugust, checks: [] },
          watched({ number: 2, nextCheckAt: '2026-11-24T07:00:00.000Z' }),
          watched({ number: 3, state: 'verifying', step: 1, nextCheckAt: '2026-11-23T08:00:00.000Z' }),
          remediation({ number: 4 }),
        ],
      }),
    );
    expect(report.upcoming.map(({ key, state, step, steps }) => ({ key, state, step, steps }))).toEqual([
      { key: 'ENG-3', state: 'verifying', step: 2, steps: 2 },
      { key: 'ENG-2', state: 'claimed', step: 1, steps: 2 },
      { key: 'ENG-1', state: 'verified', step: 3, steps: 2 },
    ]);
  });

  it.each<[string, Outcome[]]>([
    ['No fix was claimed or checked in this period.', []],
    ['No fix proven, 1 claimed so far.', hourly([CLAIMED])],
    ['No fix proven, 1 lacks evidence.', hourly([CLAIMED, UNDECIDED])],
    ['1 of 1 fix proven.', hourly([CLAIMED, VERIFIED])],
    ['No fix proven, 1 taken back.', hourly([CLAIMED, REOPENED])],
  ])('answers first: %s', (headline, outcomes) => {
    expect(validationReport(reportInput({ outcomes })).headline).toBe(headline);
  });

  it('does not call a fix proven that was, and whose evidence is too old since', () => {
    const outcomes = [outcome('Remediation Verified', '2026-11-20T10:00:00.000Z', { number: 1 }, [])];
    const known = [watched({ number: 1, nextCheckAt: '2026-11-24T07:00:00.000Z', state: 'verifying', step: 2 })];
    const [fix] = validationReport(reportInput({ outcomes, known })).fixes;
    expect(fix?.standing).toBe('passing');
  });

  it('does not call a fix proven that should have been looked at hours ago', () => {
    const outcomes = [
      outcome('Remediation Verified', '2026-11-20T10:00:00.000Z', { number: 1 }, [
        passing('waf-12', '2026-11-20T09:00:00.000Z'),
      ]),
    ];
    const lookAt = (nextCheckAt: string) =>
      validationReport(
        reportInput({ outcomes, known: [{ ...proven, nextCheckAt }].map((one) => watched({ number: 1, ...one })) }),
      ).fixes[0]?.standing;
    const proven = { state: 'verified', step: 2, grade: 'proven', verifiedAt: '2026-11-20T10:00:00.000Z' } as const;
    expect([lookAt('2026-11-23T06:00:00.000Z'), lookAt('2026-11-23T04:59:00.000Z')]).toEqual(['proven', 'passing']);
  });

  it('calls a fix neither proven nor in doubt whose risk was accepted since, and whose doubt is over', () => {
    const claim = { at: '2026-08-10T10:00:00.000Z', status: 'Done' };
    const known = [accepted({ number: 1, until: '2027-01-01T00:00:00.000Z', kept: { claim, step: 2 } })];
    const verified = outcome('Remediation Verified', '2026-11-17T10:00:00.000Z', { number: 1 });
    const doubted = outcome('Remediation Doubted', '2026-11-18T10:00:00.000Z', { number: 1 }, []);
    const standings = [[verified], [verified, doubted]].map(
      (outcomes) => validationReport(reportInput({ outcomes, known })).fixes[0]?.standing,
    );
    expect(standings).toEqual(['passing', 'passing']);
  });

  it('does not call a claim that is held more than a claim that did not hold', () => {
    const outcomes = [outcome('Remediation Claimed', '2026-11-17T10:00:00.000Z', { number: 1 })];
    const until = '2026-11-24T10:00:00.000Z';
    const known = [watched({ number: 1, nextCheckAt: until, heldUntil: until })];
    expect(validationReport(reportInput({ outcomes, known })).fixes[0]?.standing).toBe('did not hold');
  });

  it('names the outages of the intake in its period, also one that goes on', () => {
    const at = (time: string) => Date.parse(time);
    const { intakeDowns } = validationReport(
      reportInput({
        intakeDowns: [
          { from: at('2026-11-01T00:00:00.000Z'), to: at('2026-11-02T00:00:00.000Z') },
          { from: at('2026-11-17T01:00:00.000Z'), to: at('2026-11-17T03:00:00.000Z') },
          { from: at('2026-11-23T06:00:00.000Z'), to: Number.POSITIVE_INFINITY },
        ],
      }),
    );
    expect([intakeDowns, 'intakeDowns' in validationReport(reportInput())]).toEqual([
      [{ from: '2026-11-17T01:00:00.000Z', to: '2026-11-17T03:00:00.000Z' }, { from: '2026-11-23T06:00:00.000Z' }],
      false,
    ]);
  });
});

describe('what people changed in the tickets', () => {
  it('stands in the report, the newest first, with who did it where that is known', () => {
    const { postMortemId, remediationId, title, ownerTeam, key } = outcome(CLAIMED, '2026-11-20T10:00:00.000Z', {
      number: 1,
    });
    const known = { postMortemId, remediationId, title, ownerTeam, site: 'jira.test', key };
    const pushed = {
      ...{ ...known, what: 'due date pushed, left' as const, at: '2026-11-20T10:00:00.000Z', by: 'Mia Okafor' },
      ...{ from: '2026-12-05', to: '2027-02-01' },
    };
    const missing = { ...known, what: 'missing' as const, at: '2026-11-20T11:00:00.000Z' };
    const report = validationReport(reportInput({ changes: [pushed, missing] }));
    expect(report.changes?.map(({ what, by }) => [what, by])).toEqual([
      ['missing', undefined],
      ['due date pushed, left', 'Mia Okafor'],
    ]);
    const { markdown } = renderReport(report);
    expect(markdown).toContain('## Changed in the tickets');
    expect(markdown).toContain('due date pushed, left: 2026-12-05 → 2027-02-01');
    expect(report.fixes).toEqual([]);
  });

  it('has no section where nobody changed anything', () => {
    expect(renderReport(validationReport(reportInput({}))).markdown).not.toContain('Changed in the tickets');
  });
});
