import { describe, expect, it } from 'vitest';
import type { Check } from '../../../../../shared/domain/verification/plan.ts';
import { type Downtime, heldFrom } from '../../../../../shared/domain/verification/verdict/downtime.ts';
import { type Case, DAY, type Heard, judge } from './random-case.ts';

const FOREVER = Number.POSITIVE_INFINITY;

describe('the time from which silence is held against a fix', () => {
  it.each<[string, Downtime[], number]>([
    ['as it was, without an outage', [], 100],
    ['later by an outage within its time', [{ from: 20, to: 30 }], 110],
    ['later by what of an outage lay within its time', [{ from: 0, to: 15 }], 105],
    ['not moved by one before its time', [{ from: 0, to: 10 }], 100],
    ['not moved by one that began when it was over', [{ from: 100, to: 130 }], 100],
    ['later by all of one that it ran into', [{ from: 90, to: 130 }], 140],
    [
      'later by several, whatever their order',
      [
        { from: 95, to: 105 },
        { from: 20, to: 30 },
      ],
      120,
    ],
    [
      'later by one that began while another had moved it',
      [
        { from: 20, to: 40 },
        { from: 110, to: 115 },
      ],
      125,
    ],
    ['moving along while one goes on', [{ from: 50, to: FOREVER }], 100 + (1_000 - 50)],
  ])('is %s', (_, downs, wanted) => {
    expect(heldFrom(100, 10, downs, 1_000)).toBe(wanted);
  });

  const check: Check = { kind: 'signal', subject: { type: 'control', id: 'S' }, sources: ['C'] };
  const pass = (day: number): Heard => ({
    ...{ source: 'C', subject: 'S', resource: 'r1', outcome: 'pass' },
    ...{ observedAt: day * DAY, receivedAt: day * DAY },
  });
  const standing = (downs: Downtime[], heard: Heard[], day: number) => {
    const fix: Case['fix'] = { checks: [check], steps: [7 * DAY], claimAt: 0, reopenedAt: [], intakeDowns: downs };
    const { grade, isExcused, nextChangeAt } = judge({ fix, heard, attested: [] }, day * DAY);
    return [grade, isExcused, nextChangeAt / DAY];
  };

  it('puts late off by the length of an outage, and unproven by that of another', () => {
    const downs = [
      { from: 3 * DAY, to: 5 * DAY },
      { from: 10 * DAY, to: 11 * DAY },
    ];
    expect([7, 8.9, 9, 16.9, 17].map((day) => standing(downs, [], day))).toEqual([
      ['awaiting', true, 9],
      ['awaiting', true, 9],
      // The second outage is not known yet when the first rung comes.
      ['late', false, 16],
      ['late', false, 17],
      ['unproven', false, FOREVER],
    ]);
  });

  it('is not moved by an outage from before the evidence of a step would have counted', () => {
    const fix: Case['fix'] = { checks: [check], steps: [7 * DAY, 90 * DAY], claimAt: 0, reopenedAt: [] };
    const graded = (from: number) => {
      const intakeDowns = [{ from: from * DAY, to: (from + 2) * DAY }];
      return judge({ fix: { ...fix, intakeDowns }, heard: [pass(3)], attested: [] }, 91 * DAY).grade;
    };
    expect([graded(50), graded(70)]).toEqual(['late', 'awaiting']);
  });

  it('is not passed while nobody knows whether the intake is up, and nothing is told of it', () => {
    const since = (day: number): Downtime => ({ from: day * DAY, to: FOREVER, isUnconfirmed: true });
    expect([standing([since(6.99)], [], 7), standing([since(13.99)], [], 14), standing([since(7)], [], 7)]).toEqual([
      ['awaiting', false, expect.closeTo(7.01)],
      ['late', false, expect.closeTo(14.01)],
      ['late', false, 14],
    ]);
  });

  it('takes a fix out of proven to the minute, and calls it late only when the outage is made up for', () => {
    const downs = [{ from: 30 * DAY, to: 36 * DAY }];
    expect([38.9, 39, 44.9, 45].map((day) => standing(downs, [pass(1), pass(4)], day).slice(0, 2))).toEqual([
      ['proven', false],
      ['awaiting', true],
      ['awaiting', true],
      ['late', false],
    ]);
  });
});
