import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import type { Check } from '../../../../../shared/domain/verification/plan.ts';
import type { AskingDue } from '../../../../../shared/domain/verification/verdict/askings.ts';
import type { Verdict } from '../../../../../shared/domain/verification/verdict/verdict-of.ts';
import { referenceData } from '../../../../support/samples/reference-data.ts';
import { mustHold } from '../../../../support/texts/must-hold.ts';
import { ASKABLE, anyTime, type Case, cases, DAY, type Heard, judge, POLICY, withoutHold } from './random-case.ts';

const model = referenceData('prototypes/verdicts/verdict.ts');
/** Later than any time of a case: nothing is due in it. */
const NEVER = 1e15;

const ModelVerdict = z.object({
  grade: z.string(),
  checks: z.array(z.object({ outcome: z.string() })),
  consequences: z.array(z.string()),
  nextChangeAt: z.number(),
});
const Model = z.object({
  POLICY: z.unknown(),
  verdictOf: z.custom<(one: unknown, log: unknown[], policy: unknown, now: number) => unknown>(
    (value) => typeof value === 'function',
  ),
});

const SIGNAL: Check = { kind: 'signal', subject: { type: 'technique', id: 'S' }, sources: ['scan'] };

/** A fix that was claimed on day 0 and is asked for evidence on days 7, 30 and 90, with what sources said of it. */
const caseWith = (words: readonly Said[], checks: Check[] = [SIGNAL]): Case => ({
  fix: { checks, steps: [7 * DAY, 30 * DAY, 90 * DAY], claimAt: 0, reopenedAt: [] },
  heard: words.map(({ source = 'scan', resource = 'a', outcome, day, arrives = day }) => ({
    ...{ source, resource, outcome, subject: 'S' },
    ...{ observedAt: day * DAY, receivedAt: arrives * DAY },
  })),
  attested: [],
});
type Said = { source?: string; resource?: string; outcome: Heard['outcome']; day: number; arrives?: number };
const daily = (from: number, to: number, outcome: Heard['outcome'] = 'pass'): Said[] =>
  Array.from({ length: to - from + 1 }, (_, index) => ({ outcome, day: from + index }));

describe('the verdict', () => {
  it.each<[string, Case, [number, string][]]>([
    [
      'is no longer “proven” when a source says fail, and “failed” an hour later',
      caseWith([...daily(1, 100), ...daily(101, 120, 'fail')]),
      [
        [90, 'proven'],
        [101, 'awaiting'],
        [101.05, 'failed'],
      ],
    ],
    [
      'stays “failed” when the source falls silent after its fail',
      caseWith([...daily(1, 99), { outcome: 'fail', day: 100 }]),
      [
        [100, 'awaiting'],
        [100.05, 'failed'],
        [200, 'failed'],
      ],
    ],
    [
      'is “failed” by one source, whatever another says',
      caseWith(
        [
          { outcome: 'fail', day: 2 },
          { source: 'edr', outcome: 'pass', day: 6 },
        ],
        [{ ...SIGNAL, sources: ['scan', 'edr'], need: 'any' }],
      ),
      [
        [2.05, 'failed'],
        [7, 'failed'],
      ],
    ],
    [
      'is “failed” by a fail that arrives late, when it was over for less than a week',
      caseWith([...daily(1, 5), { outcome: 'fail', day: 6, arrives: 12 }, ...daily(8, 11)]),
      [
        [11, 'awaiting'],
        [12, 'failed'],
      ],
    ],
    [
      'is set back by a fail of long ago, and “proven” again when the steps are through from its end',
      caseWith([...daily(1, 5), { outcome: 'fail', day: 6, arrives: 95 }, ...daily(7, 200)]),
      [
        [94, 'proven'],
        [95, 'awaiting'],
        [97, 'proven'],
      ],
    ],
    [
      'is “late”, and a week later “unproven”, in silence',
      caseWith([]),
      [
        [6.9, 'awaiting'],
        [7, 'late'],
        [14, 'unproven'],
        [300, 'unproven'],
      ],
    ],
    [
      'does not hide bucket b behind bucket a',
      caseWith([...daily(1, 30), { resource: 'b', outcome: 'fail', day: 3 }]),
      [
        [3, 'awaiting'],
        [3.05, 'failed'],
      ],
    ],
    [
      'forgives the fail of a resource that is gone before it counts',
      caseWith([
        ...daily(1, 30),
        { resource: 'b', outcome: 'fail', day: 3.01 },
        { resource: 'b', outcome: 'gone', day: 3.03 },
      ]),
      [
        [3.04, 'awaiting'],
        [8, 'awaiting'],
        [30, 'awaiting'],
      ],
    ],
    [
      'is “failed” by the third short fail within two weeks, at once',
      caseWith(
        [1, 4, 8].flatMap((day): Said[] => [
          { outcome: 'fail', day },
          { outcome: 'pass', day: day + 0.01 },
        ]),
      ),
      [
        [1.02, 'awaiting'],
        [4.02, 'awaiting'],
        [8, 'failed'],
      ],
    ],
    [
      'is held back by a fail of before the claim, and never “failed” by it',
      caseWith([
        { outcome: 'fail', day: -1 },
        { source: 'edr', outcome: 'pass', day: 3 },
      ]),
      [
        [3, 'awaiting'],
        [7, 'late'],
        [14, 'unproven'],
      ],
    ],
    [
      'decays to the minute',
      caseWith(daily(1, 91)),
      [
        [90, 'proven'],
        [125.9, 'proven'],
        [126, 'late'],
        [133, 'unproven'],
      ],
    ],
  ])('%s', (_, one, wanted) => {
    expect(wanted.map(([day]) => [day, judge(one, day * DAY).grade])).toEqual(wanted);
  });

  // A model of the same rules that was written apart from them, where it is at hand.
  it.each(model === undefined ? [] : [model])('is that of the model of its rules', async (place) => {
    const { verdictOf, POLICY: theirPolicy } = Model.parse(await import(place.href));
    mustHold(
      // A held claim is left out: with us the quiet time also counts from the reopening. The model knows no answers.
      fc.property(cases.map(withoutHold).map(withoutAnswers), anyTime, (one, later) => {
        const now = one.fix.claimAt + later;
        const theirs = ModelVerdict.parse(verdictOf(caseOf(one), logOf(one), theirPolicy, now));
        const ours = judge(one, now);
        // The model counts from the end of the last fail that is over; we count from the end of each.
        fc.pre(new Set(ours.recovered.map(({ to }) => to)).size < 2);
        expect({
          grade: ours.grade,
          checks: ours.checks.map(inTheirWords),
          asked: askedBy(one, ours),
          next: isAskedAgain(ours) || Math.min(ours.nextChangeAt, NEVER),
        }).toEqual({
          grade: theirs.grade,
          checks: theirs.checks.map(({ outcome }) => (outcome === 'silent' ? 'waiting' : outcome)),
          asked: theirs.consequences.filter((id) => id.startsWith('ask ')).toSorted(),
          next: isAskedAgain(ours) || Math.min(theirs.nextChangeAt, NEVER),
        });
      }),
      { runs: 5_000 },
    );
  });
});

const withoutAnswers = (one: Case): Case => ({
  ...one,
  heard: one.heard.map((word) => ({ ...word, isAnswer: false })),
});

/** Between late and unproven a source is asked once more, which the model does not do. */
const isAskedAgain = ({ grade, askings }: Verdict): boolean =>
  grade === 'late' || grade === 'unproven' || askings.length > 0;

/** Ids of the questions as the model writes them. It asks a source once for a step, and not again after a fail. */
function askedBy({ fix }: Case, { askings, step }: Verdict): string[] {
  const isSecond = (one: AskingDue) =>
    askings.some((other) => isDeepStrictEqual(other, { ...one, at: one.at - POLICY.unprovenAfter }));
  const first = askings.filter((one) => !isSecond(one));
  const ids = first.flatMap(({ source, resource, because, at }) => {
    if (because === 'fail') return [];
    if (because === 'decay') return [`ask ${source} on ${resource}:${fix.claimAt}:${at}`];
    return [`ask ${source}:${fix.claimAt}:${at - (fix.steps[step] ?? 0)}:step ${step}`];
  });
  return [...new Set(ids)].toSorted();
}

const inTheirWords = (outcome: string): string =>
  outcome === 'lacking' || outcome === 'held back' ? 'waiting' : outcome;

function caseOf({ fix }: Case) {
  const checks = fix.checks.map((check) =>
    check.kind === 'signal'
      ? {
          ...check,
          askable: check.sources?.filter((source) => ASKABLE.includes(source)),
          subject: 'S',
          need: check.need ?? 'all',
          resources: check.resources ?? 'seen',
        }
      : { kind: 'attestation', notBy: [] },
  );
  return { firstDue: NEVER, plans: [{ from: -1_000 * DAY, plan: { checks, steps: fix.steps } }] };
}

function logOf({ fix, heard, attested }: Case) {
  const move = (at: number, isDone: boolean) => ({
    ...{ kind: 'ticket', isDone, resolution: isDone ? 'Done' : '', by: isDone ? 'people' : 'holdfast' },
    ...{ observedAt: at, receivedAt: at },
  });
  return [
    ...[...new Set(fix.reopenedAt)].flatMap((at) => [move(at - 1, true), move(at, false)]),
    move(fix.claimAt, true),
    ...heard.map((one) => ({ kind: 'signal', ...one })),
    ...attested.map(({ outcome, at }) => ({
      ...{ kind: 'attestation', check: 1, by: 'ben', outcome },
      ...{ observedAt: at, receivedAt: at },
    })),
  ];
}
