import { describe, expect, it } from 'vitest';
import { parseConfig } from '../../../../shared/domain/policy/parse-config.ts';
import { DEFAULT_CONFIG } from '../../../../shared/domain/policy/policy.ts';
import { mustBeAssignable } from '../../../../shared/domain/record/decide/assignment.ts';
import type { Recommendation } from '../../../../shared/domain/remediation/recommendation.ts';
import { Refusal } from '../../../../shared/domain/words/refusal.ts';
import { aLesson, aMeasure, aPartId, aRecommendation, NOW } from '../../../support/world/records.ts';

const refusalOf = (part: Parameters<typeof mustBeAssignable>[0], rules = DEFAULT_CONFIG) => {
  try {
    mustBeAssignable(part, NOW, rules);
  } catch (error) {
    if (error instanceof Refusal) return { reason: error.reason, message: error.message, missing: error.missing };
    throw error;
  }
  return 'taken';
};
const recommendation = (with_: Partial<Recommendation>) => ({
  kind: 'recommendation' as const,
  content: aRecommendation({ status: 'proposed', ...with_ }),
});

describe('the date of a recommendation', () => {
  it.each<[impact: number, latest: string]>([
    [5, '2026-12-21T10:00:00.000Z'],
    [4, '2027-02-19T10:00:00.000Z'],
    [3, '2027-05-20T10:00:00.000Z'],
    [2, '2027-11-21T10:00:00.000Z'],
    [1, '2027-11-21T10:00:00.000Z'],
  ])('of impact %i is %s at the latest', (impact, latest) => {
    const later = new Date(Date.parse(latest) + 1).toISOString();
    expect([
      refusalOf(recommendation({ impact, dueAt: latest })),
      refusalOf(recommendation({ impact, dueAt: later })),
    ]).toEqual(['taken', expect.objectContaining({ reason: 'limit' })]);
  });

  it('is refused with the longest time and the latest date', () => {
    const message =
      '2028-01-01T00:00:00.000Z is too far away; a fix of priority high is due within P90D at the latest, so until 2027-02-19T10:00:00.000Z';
    expect(refusalOf(recommendation({ impact: 4, dueAt: '2028-01-01T00:00:00.000Z' }))).toEqual({
      reason: 'limit',
      message: `dueAt: ${message}`,
      missing: [{ path: 'dueAt', message }],
    });
  });

  it('is to come', () => {
    expect(refusalOf(recommendation({ dueAt: NOW }))).toMatchObject({
      reason: 'limit',
      missing: [{ path: 'dueAt', message: expect.stringContaining(`${NOW} is past; set a date to come, or none`) }],
    });
  });

  it('may be left out', () => {
    expect(refusalOf(recommendation({ dueAt: undefined }))).toBe('taken');
  });
});

describe('the date of a lesson', () => {
  const lesson = (dueAt: string) => refusalOf({ kind: 'lesson', content: aLesson({ dueAt }) });

  it('is as far away as that of the least urgent fix at the latest, so that somebody is asked for it', () => {
    const message =
      '2027-11-21T10:00:00.001Z is too far away; a lesson is due within P365D at the latest, so until 2027-11-21T10:00:00.000Z';
    expect([lesson('2027-11-21T10:00:00.000Z'), lesson('2027-11-21T10:00:00.001Z')]).toEqual([
      'taken',
      { reason: 'limit', message: `dueAt: ${message}`, missing: [{ path: 'dueAt', message }] },
    ]);
  });

  it('may be one that has passed: the lesson is late, and still to be put in place', () => {
    expect(lesson('2026-01-01T00:00:00.000Z')).toBe('taken');
  });
});

describe('what nobody can be given', () => {
  const rules = parseConfig({ teams: { identity: { owner: 'fixes@acme.com', lead: 'lead@acme.com' } } });

  it('is told with everything that is wrong with it', () => {
    expect(refusalOf(recommendation({ dueAt: '2031-01-01T00:00:00.000Z' }), rules)).toMatchObject({
      reason: 'unknown part',
      missing: [{ path: 'ownerTeam' }, { path: 'dueAt' }],
    });
  });

  it('is a lesson, too', () => {
    const lesson = (ownerTeam: string) => ({
      kind: 'lesson' as const,
      content: aLesson({ ownerTeam }),
    });
    expect([refusalOf(lesson('finance'), rules), refusalOf(lesson('identity'), rules)]).toEqual([
      expect.objectContaining({ missing: [{ path: 'ownerTeam', message: expect.any(String) }] }),
      'taken',
    ]);
  });

  it('is no part that has no team', () => {
    const cause = { id: aPartId(), kind: 'human' as const, statement: 'Nobody was trained', whys: [] };
    expect(refusalOf({ kind: 'root cause', content: cause }, rules)).toBe('taken');
  });
});

describe('work that is done already', () => {
  const merged = (mergedAt: string) =>
    recommendation({ existingWork: { kind: 'pull request', url: 'https://github.com/acme/mail/pull/12', mergedAt } });

  it('was merged by now', () => {
    expect([refusalOf(merged(NOW)), refusalOf(merged('2027-01-01T00:00:00.000Z'))]).toEqual([
      'taken',
      expect.objectContaining({ missing: [{ path: 'existingWork.mergedAt', message: expect.any(String) }] }),
    ]);
  });
});

describe('a temporary measure', () => {
  it('has an owner team that there is', () => {
    const rules = parseConfig({ teams: { messaging: { owner: 'fixes@acme.com', lead: 'lead@acme.com' } } });
    const of = (ownerTeam: string) => ({ kind: 'temporary measure' as const, content: aMeasure({ ownerTeam }) });
    expect([refusalOf(of('messaging'), rules), refusalOf(of('nobody'), rules)]).toEqual([
      'taken',
      expect.objectContaining({ missing: [expect.objectContaining({ path: 'ownerTeam' })] }),
    ]);
  });

  it('ends after it began, and within the longest time that a fix may have', () => {
    const of = (until: string) => refusalOf({ kind: 'temporary measure', content: aMeasure({ since: NOW, until }) });
    const latest = '2027-11-21T10:00:00.000Z';
    expect([of(latest), of('2027-11-21T10:00:00.001Z'), of(NOW)]).toEqual([
      'taken',
      {
        reason: 'limit',
        message: expect.any(String),
        missing: [
          {
            path: 'until',
            message: `2027-11-21T10:00:00.001Z is too far away; a temporary measure ends within P365D at the latest, so until ${latest}`,
          },
        ],
      },
      {
        reason: 'incomplete',
        message: expect.any(String),
        missing: [{ path: 'until', message: `expected an end after ${NOW}, since when it is in force` }],
      },
    ]);
  });
});
