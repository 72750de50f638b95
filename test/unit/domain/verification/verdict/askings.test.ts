import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Check } from '../../../../../shared/domain/verification/plan.ts';
import { type AskingDue, mostAskings } from '../../../../../shared/domain/verification/verdict/askings.ts';
import type { Verdict } from '../../../../../shared/domain/verification/verdict/verdict-of.ts';
import { mustHold } from '../../../../support/texts/must-hold.ts';
import {
  ASKABLE,
  anyTime,
  type Case,
  cases,
  DAY,
  type Heard,
  HOUR,
  heardOf,
  judge,
  POLICY,
  rankOf,
  withoutHold,
} from './random-case.ts';

const RUNS = { runs: 1_000 };
const MINUTE = 60_000;

const idOf = ({ check, source, resource, because, at }: AskingDue): string =>
  `${because} ${source} on ${resource} of ${check} at ${at}`;

/** One claim that is judged again and again, until it fails or nothing is heard any more. */
function lived(one: Case, isPassedOver: (entry: Heard, sofar: Life) => boolean): Life {
  const life: Life = { asked: new Map(), verdict: undefined };
  const arrivals = one.heard
    .filter(({ receivedAt }) => receivedAt > one.fix.claimAt)
    .toSorted((a, b) => a.receivedAt - b.receivedAt);
  let next = one.fix.claimAt;
  const judgeAt = (now: number) => {
    const verdict = judge(one, now);
    for (const asking of verdict.askings) {
      if (!life.asked.has(idOf(asking))) life.asked.set(idOf(asking), now);
    }
    life.verdict = verdict;
    next = verdict.nextChangeAt;
  };
  const until = one.fix.claimAt + 120 * DAY;
  for (const entry of [...arrivals, undefined]) {
    const at = Math.min(entry?.receivedAt ?? until, until);
    while (next < at && life.verdict?.grade !== 'failed') judgeAt(next);
    if (life.verdict?.grade === 'failed' || entry === undefined || at === until) break;
    if (!isPassedOver(entry, life)) judgeAt(at);
  }
  return life;
}

type Life = { asked: Map<string, number>; verdict: Verdict | undefined };

const NONE_OVER = () => false;

describe('a source that can be asked', () => {
  it('is asked the same things at the same times when passes that change nothing are not judged', () => {
    let asked = 0;
    mustHold(
      fc.property(cases, (drawn) => {
        const one = { ...withoutHold(drawn), attested: [] };
        const [check] = one.fix.checks;
        const isPassedOver = (entry: Heard, { asked: before, verdict }: Life) => {
          const ofKey = one.heard.filter(
            (other) =>
              other !== entry &&
              other.source === entry.source &&
              other.resource === entry.resource &&
              other.subject === entry.subject &&
              other.outcome !== 'not judged' &&
              other.receivedAt <= entry.receivedAt,
          );
          const last = ofKey.toSorted((a, b) => a.observedAt - b.observedAt).at(-1);
          return (
            entry.outcome === 'pass' &&
            last?.outcome === 'pass' &&
            last.observedAt < entry.observedAt &&
            before.size === 0 &&
            verdict !== undefined &&
            verdict.standing.length === 0 &&
            verdict.grade !== 'late' &&
            verdict.grade !== 'unproven' &&
            check?.kind === 'signal' &&
            check.resources === undefined
          );
        };
        const always = lived(one, NONE_OVER);
        asked += always.asked.size;
        expect([...lived(one, isPassedOver).asked]).toEqual([...always.asked]);
      }),
      { runs: 400 },
    );
    expect(asked).toBeGreaterThan(200);
  });

  it('is asked once more before silence makes a fix unproven, and not a third time', () => {
    const check: Check = { kind: 'signal', subject: { type: 'technique', id: 'S' }, sources: ['A'] };
    const fix = { checks: [check], steps: [7 * DAY], claimAt: 0, reopenedAt: [] };
    const askedBy = (day: number) =>
      judge({ fix, heard: [], attested: [] }, day * DAY).askings.map(({ because, at }) => [because, at / DAY]);
    expect([1.9, 2, 8.9, 9, 60].map(askedBy)).toEqual([
      [],
      [['step', 7]],
      [['step', 7]],
      [
        ['step', 7],
        ['step', 14],
      ],
      [
        ['step', 7],
        ['step', 14],
      ],
    ]);
  });

  it('is not asked about a claim that has failed, and about one that is held only ahead of its end', () => {
    let judged = 0;
    mustHold(
      fc.property(cases, anyTime, (one, now) => {
        const verdict = judge(one, now);
        if (verdict.grade !== 'failed') return;
        judged += 1;
        const { heldUntil } = verdict;
        if (heldUntil === undefined || now < heldUntil - POLICY.askAhead) expect(verdict.askings).toEqual([]);
        else expect(new Set(verdict.askings.map(({ at }) => at)).difference(new Set([heldUntil]))).toEqual(new Set());
      }),
      RUNS,
    );
    expect(judged).toBeGreaterThan(30);
  });

  it('was asked before its silence is held against a fix that waits for a step', () => {
    let late = 0;
    mustHold(
      fc.property(cases, anyTime, (drawn, now) => {
        const one = withoutHold(drawn);
        const { grade, expectedAt, step, askings } = judge(one, one.fix.claimAt + now);
        const [check] = one.fix.checks;
        if (grade !== 'late' || step >= one.fix.steps.length || check?.kind !== 'signal') return;
        late += 1;
        const due = askings.filter(({ because, at }) => because === 'step' && at === expectedAt);
        const sources = check.sources?.filter((source) => ASKABLE.includes(source)) ?? [];
        expect([...new Set(due.map(({ source }) => source))].toSorted()).toEqual(sources.toSorted());
      }),
      { runs: 3_000 },
    );
    expect(late).toBeGreaterThan(30);
  });

  it('is asked again when its fail does not count yet, and only then for a fail', () => {
    let again = 0;
    mustHold(
      fc.property(cases, fc.nat(), (drawn, index) => {
        const told = drawn.heard.filter(({ outcome }) => outcome === 'fail');
        const now = told[index % Math.max(1, told.length)]?.receivedAt;
        if (now === undefined) return;
        const verdict = judge(withoutHold(drawn), now);
        const fails = verdict.askings.filter(({ because }) => because === 'fail');
        again += fails.length;
        const pending = verdict.standing.filter(
          ({ source, from }) => ASKABLE.includes(source) && from > drawn.fix.claimAt && verdict.failing.length === 0,
        );
        for (const { source, resource, at } of fails) {
          expect(pending).toContainEqual({ check: 0, source, resource, from: at });
        }
      }),
      { runs: 1_500 },
    );
    expect(again).toBeGreaterThan(50);
  });
});

describe('an answer', () => {
  const check = { kind: 'signal' as const, subject: { type: 'technique' as const, id: 'S' }, sources: ['A'] };
  const fix = { checks: [check], steps: [7 * DAY, 30 * DAY], claimAt: 0, reopenedAt: [] };
  const said = (outcome: Heard['outcome'], minutes: number, isAnswer = false): Heard => ({
    ...{ source: 'A', subject: 'S', resource: 'r1', outcome, isAnswer },
    ...{ observedAt: DAY + minutes * MINUTE, receivedAt: DAY + minutes * MINUTE },
  });
  const gradeAt = (minutes: number, ...heard: Heard[]) =>
    judge({ fix, heard, attested: [] }, DAY + minutes * MINUTE).grade;

  it('that repeats the fail counts at once, and the same said unasked does not', () => {
    expect([
      gradeAt(2, said('fail', 0), said('fail', 2)),
      gradeAt(2, said('fail', 0), said('fail', 2, true)),
      gradeAt(30, said('fail', 0), said('fail', 2, true), said('pass', 3)),
    ]).toEqual(['awaiting', 'failed', 'failed']);
  });

  it('that is the first fail repeats nothing: its source is asked again', () => {
    const heard = [said('fail', 0, true)];
    const verdict = judge({ fix, heard, attested: [] }, DAY + MINUTE);
    expect([verdict.grade, verdict.askings]).toEqual([
      'awaiting',
      [{ check: 0, source: 'A', resource: 'r1', because: 'fail', at: DAY }],
    ]);
  });

  it('of another resource, or from before the claim, confirms nothing', () => {
    const other = { ...said('fail', 2, true), resource: 'r2' };
    const before = [said('fail', 0), said('fail', 2, true)].map((one) => ({
      ...one,
      observedAt: one.observedAt - 2 * DAY,
    }));
    expect([gradeAt(3, said('fail', 0), other), gradeAt(3, ...before)]).toEqual(['awaiting', 'awaiting']);
  });

  it('that takes the fail back within the hour is what a pass is', () => {
    expect(gradeAt(120, said('fail', 0), said('pass', 2, true))).toBe('awaiting');
  });

  it('is never better for the fix than the same fail unasked', () => {
    mustHold(
      fc.property(cases.map(withoutHold), anyTime, (one, now) => {
        const unasked = { ...one, heard: one.heard.map((entry) => ({ ...entry, isAnswer: false })) };
        expect(rankOf(judge(one, now))).toBeLessThanOrEqual(rankOf(judge(unasked, now)));
      }),
      RUNS,
    );
  });

  it('of fail after a fail ends the claim at once, unless it is long over', () => {
    let repeated = 0;
    mustHold(
      fc.property(cases.map(withoutHold), heardOf(fc.constant('fail' as const)), (drawn, drawnFail) => {
        const fail: Heard = { ...drawnFail, source: 'A', resource: 'r1', subject: 'S', isAnswer: false };
        const answer: Heard = {
          ...fail,
          observedAt: fail.receivedAt + MINUTE,
          receivedAt: fail.receivedAt + MINUTE,
          isAnswer: true,
        };
        fc.pre(fail.observedAt > drawn.fix.claimAt);
        const heard = drawn.heard.filter(({ observedAt }) => observedAt < fail.observedAt - HOUR);
        repeated += 1;
        expect(judge({ ...drawn, heard: [...heard, fail, answer] }, answer.receivedAt).grade).toBe('failed');
      }),
      RUNS,
    );
    expect(repeated).toBeGreaterThan(100);
    expect(POLICY.failStandsFor).toBeGreaterThan(MINUTE);
  });
});

describe('questions that are remembered', () => {
  it('are as many as fit into the item of a fix, however long the names of resources are', () => {
    const of = (length: number) =>
      Array.from({ length: 400 }, (_, index) => ({ source: 'hub', resource: `${index}`.padEnd(length, 'ä') }));
    const [short, long] = [mostAskings(of(20)), mostAskings(of(1_000))];
    expect([short.length, long.length, Buffer.byteLength(JSON.stringify(long)) < 100_000]).toEqual([300, 29, true]);
  });
});
