import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Check } from '../../../../../shared/domain/verification/plan.ts';
import type { Downtime } from '../../../../../shared/domain/verification/verdict/downtime.ts';
import type { Verdict } from '../../../../../shared/domain/verification/verdict/verdict-of.ts';
import { mustHold } from '../../../../support/texts/must-hold.ts';
import {
  anyTime,
  type Case,
  cases,
  DAY,
  evidence,
  type Heard,
  HOUR,
  heardOf,
  judge,
  POLICY,
  rankOf,
  settled,
  withoutHold,
} from './random-case.ts';

const RUNS = { runs: 1_500 };
const hoursLate = fc.infiniteStream(fc.integer({ min: 0, max: 24 * 9 }));
const word = (outcome: Heard['outcome']) => heardOf(fc.constant(outcome));
const withWords = (one: Case, ...more: Heard[]): Case => ({ ...one, heard: [...one.heard, ...more] });
const signalCheckOf = ({ fix }: Case) => {
  const [check] = fix.checks;
  if (check?.kind !== 'signal') throw new Error('the first check of a random case is a signal');
  return check;
};
const isInScope = (check: Extract<Check, { kind: 'signal' }>, { source, resource, subject }: Heard) =>
  subject === 'S' &&
  (check.sources?.includes(source) ?? true) &&
  (check.resources === undefined || check.resources.includes(resource));

const downtimes = fc
  .array(fc.record({ gap: fc.integer({ min: 1, max: 24 * 30 }), length: fc.integer({ min: 1, max: 24 * 10 }) }), {
    maxLength: 5,
  })
  .map((drawn) => {
    let at = 0;
    return drawn.map(({ gap, length }): Downtime => {
      const from = at + gap * HOUR;
      at = from + length * HOUR;
      return { from, to: at };
    });
  });

const isSilent = ({ grade }: Verdict): boolean => grade === 'late' || grade === 'unproven';

/** Cases in which silence is heard: fails drown it in most of the others. */
const mostlyQuiet = fc.oneof(
  cases,
  cases.map((one) => ({
    ...withoutHold(one),
    heard: one.heard.filter(({ outcome }) => outcome !== 'fail'),
    attested: [],
  })),
);

/** A fail that was taken back holds the claim for longer than its first step: at the end of that, all sources are asked. */
const heldPastItsFirstStep: Case = {
  fix: {
    checks: [{ kind: 'signal', subject: { type: 'technique', id: 'S' }, sources: ['A', 'B'] }],
    steps: [7 * DAY, 30 * DAY],
    claimAt: 0,
    reopenedAt: [-1 * HOUR, -2 * HOUR, -3 * HOUR],
  },
  heard: (['fail', 'pass'] as const).map((outcome, index) => ({
    ...{ source: 'A', resource: 'r1', subject: 'S', outcome },
    ...{ observedAt: (3 + index) * HOUR, receivedAt: (3 + index) * HOUR },
  })),
  attested: [],
};

/** What is known of them at a time: of one that goes on, nobody knows the end. */
const withDowns = (one: Case, downs: readonly Downtime[], now: number): Case => ({
  ...one,
  fix: {
    ...one.fix,
    intakeDowns: downs
      .filter(({ from }) => from < now)
      .map(({ from, to }) => ({ from, to: to <= now ? to : Number.POSITIVE_INFINITY })),
  },
});

describe('a verdict', () => {
  it('is the same in whatever order and however late things became known', () => {
    mustHold(
      fc.property(cases, hoursLate, anyTime, (one, delays, after) => {
        const heard = one.heard
          .map((entry) => ({ ...entry, receivedAt: entry.observedAt + (delays.next().value ?? 0) * HOUR }))
          .toReversed();
        const arrivals = [...one.heard, ...heard].map(({ receivedAt }) => receivedAt);
        const now = Math.max(one.fix.claimAt, ...arrivals) + (after % (20 * DAY));
        const again = { ...one, heard: [...heard, ...heard.slice(0, 3)] };
        expect(settled(judge(again, now))).toEqual(settled(judge(one, now)));
      }),
      RUNS,
    );
  });

  it('is never better for one more fail', () => {
    mustHold(
      // A fail from before the claim may be what a plan asks for that wants to have seen it failing.
      fc.property(cases.map(withoutHold), word('fail'), anyTime, (one, fail, now) => {
        fc.pre(signalCheckOf(one).seenFailingBefore !== true);
        expect(rankOf(judge(withWords(one, fail), now))).toBeLessThanOrEqual(rankOf(judge(one, now)));
      }),
      RUNS,
    );
  });

  it('is never worse for one more pass, save where it parts one run of fails in two or brings a resource back', () => {
    mustHold(
      fc.property(cases, word('pass'), anyTime, (drawn, pass, now) => {
        const one = { ...drawn, heard: drawn.heard.filter(({ outcome }) => outcome !== 'gone') };
        const before = judge(one, now);
        const after = judge(withWords(one, pass), now);
        const isThird = after.failing.some(({ at, from }) => at < from + POLICY.failStandsFor);
        const isParted = after.recovered.length > before.recovered.length;
        fc.pre(!isThird && !isParted);
        expect(rankOf(after)).toBeGreaterThanOrEqual(rankOf(before));
      }),
      RUNS,
    );
  });

  it('is never “proven” over a fail that is the last word of an accepted source about a resource', () => {
    mustHold(
      fc.property(cases, anyTime, (one, now) => {
        if (judge(one, now).grade !== 'proven') return;
        const check = signalCheckOf(one);
        const known = one.heard.filter(
          (entry) => entry.receivedAt <= now && entry.outcome !== 'not judged' && isInScope(check, entry),
        );
        for (const ofKey of Map.groupBy(known, ({ source, resource }) => `${source} ${resource}`).values()) {
          const newest = Math.max(...ofKey.map(({ observedAt }) => observedAt));
          const last = ofKey.filter(({ observedAt }) => observedAt === newest).map(({ outcome }) => outcome);
          expect(last).not.toContain('fail');
        }
      }),
      RUNS,
    );
  });

  it('never ends a claim for what was observed before it', () => {
    mustHold(
      fc.property(cases, anyTime, (one, now) => {
        const heard = one.heard.map((entry) => ({
          ...entry,
          observedAt: Math.min(entry.observedAt, one.fix.claimAt - ((entry.observedAt / HOUR) % 200) * HOUR),
        }));
        const verdict = judge({ ...withoutHold(one), heard, attested: [] }, now);
        expect([verdict.failing, verdict.grade === 'failed']).toEqual([[], false]);
      }),
      RUNS,
    );
  });

  it('is not “proven” when nothing has passed for longer than evidence may be old', () => {
    mustHold(
      fc.property(cases, anyTime, (one, more) => {
        const passes = one.heard.filter(({ outcome }) => outcome === 'pass').map(({ observedAt }) => observedAt);
        const now = Math.max(0, ...passes) + POLICY.evidenceMaxAge + more;
        expect(judge(one, now).grade).not.toBe('proven');
      }),
      RUNS,
    );
  });

  it('is not “proven” for longer by a clock that runs ahead', () => {
    mustHold(
      fc.property(cases, fc.integer({ min: 1, max: 90 }), anyTime, (one, days, more) => {
        const heard = one.heard.map((entry) => ({ ...entry, observedAt: entry.receivedAt + days * DAY }));
        const passes = heard.filter(({ outcome }) => outcome === 'pass').map(({ receivedAt }) => receivedAt);
        const now = Math.max(0, ...passes) + POLICY.evidenceMaxAge + more;
        expect(judge({ ...one, heard }, now).grade).not.toBe('proven');
      }),
      RUNS,
    );
  });

  it('does not change before the time that it names', () => {
    mustHold(
      fc.property(cases, anyTime, fc.double({ min: 0, max: 1, noNaN: true }), (one, now, part) => {
        const told = { ...one, heard: one.heard.filter(({ receivedAt }) => receivedAt <= now), attested: [] };
        const verdict = judge(told, now);
        const until = Math.min(verdict.nextChangeAt, now + 400 * DAY) - 1;
        fc.pre(until > now);
        for (const at of [until, Math.floor(now + (until - now) * part)]) {
          expect(settled(judge(told, at))).toEqual(settled(verdict));
        }
      }),
      RUNS,
    );
  });

  it('is never worse for times in which the intake was down, nor any more proven, nor failed by other words', () => {
    let excused = 0;
    mustHold(
      fc.property(mostlyQuiet, downtimes, anyTime, (one, downs, now) => {
        const [without, within] = [judge(one, now), judge(withDowns(one, downs, now), now)];
        if (isSilent(without) && rankOf(within) > rankOf(without)) excused += 1;
        expect(rankOf(within)).toBeGreaterThanOrEqual(rankOf(without));
        // A fail whose hour fell into an outage may have been taken back in it.
        const hasFailed = without.failing.length + without.recovered.length > 0;
        if (!hasFailed) expect(within.grade === 'proven').toBe(without.grade === 'proven');
        if (within.failing.length > 0) expect(without.failing.length).toBeGreaterThan(0);
        if (without.grade === 'awaiting' && without.standing.length + without.recovered.length === 0)
          expect(settled(within)).toEqual(settled(without));
      }),
      RUNS,
    );
    expect(excused).toBeGreaterThan(4);
  });

  it('holds no silence against a fix while the intake is down since before evidence was wanted', () => {
    let wanted = 0;
    mustHold(
      fc.property(mostlyQuiet, anyTime, anyTime, (drawn, from, more) => {
        const one = { ...drawn, heard: drawn.heard.filter(({ receivedAt }) => receivedAt <= from), attested: [] };
        const before = judge(one, from);
        if (isSilent(before)) return;
        const down: Downtime = { from, to: Number.POSITIVE_INFINITY };
        const now = from + more;
        const verdict = judge({ ...one, fix: { ...one.fix, intakeDowns: [down] } }, now);
        // The word of a person does not come by the intake.
        if (verdict.checks[0] !== 'lacking' || verdict.checks[1] === 'lacking') return;
        if (isSilent(judge(one, now))) wanted += 1;
        expect(isSilent(verdict)).toBe(false);
      }),
      { ...RUNS, examples: [[heldPastItsFirstStep, 7 * DAY, 3 * HOUR]] },
    );
    expect(wanted).toBeGreaterThan(10);
  });

  it('does not change before the time that it names, while the intake is down or was', () => {
    mustHold(
      fc.property(cases, downtimes, anyTime, (drawn, downs, now) => {
        const one = withDowns(drawn, downs, now);
        const told = { ...one, heard: one.heard.filter(({ receivedAt }) => receivedAt <= now), attested: [] };
        const verdict = judge(told, now);
        const until = Math.min(verdict.nextChangeAt, now + 400 * DAY) - 1;
        fc.pre(until > now);
        expect(settled(judge(told, until))).toEqual(settled(verdict));
      }),
      RUNS,
    );
  });

  it('is untouched by words that judge nothing', () => {
    mustHold(
      fc.property(cases, fc.array(word('not judged'), { minLength: 1, maxLength: 5 }), anyTime, (one, more, now) => {
        expect(judge(withWords(one, ...more), now)).toEqual(judge(one, now));
      }),
      RUNS,
    );
  });

  it('is untouched by sources that the plan does not accept', () => {
    mustHold(
      fc.property(cases, evidence, anyTime, (one, more, now) => {
        const foreign = more.map((entry) => ({ ...entry, source: 'X' }));
        expect(judge(withWords(one, ...foreign), now)).toEqual(judge(one, now));
      }),
      RUNS,
    );
  });

  it('is “proven” exactly when each step had evidence of its own, and it is fresh', () => {
    const days = fc.array(fc.integer({ min: 0, max: 24 * 80 }), { minLength: 1, maxLength: 6 });
    let proven = 0;
    mustHold(
      fc.property(fc.integer({ min: 0, max: 24 * 60 }), days, (later, hours) => {
        const heard = hours.map(
          (hour): Heard => ({
            ...{ source: 'A', subject: 'S', resource: 'r1', outcome: 'pass' },
            ...{ observedAt: hour * HOUR, receivedAt: hour * HOUR },
          }),
        );
        const check: Check = { kind: 'signal', subject: { type: 'technique', id: 'S' }, sources: ['A'] };
        const fix = { checks: [check], steps: [7 * DAY, 30 * DAY], claimAt: 0, reopenedAt: [] };
        const now = 30 * DAY + later * HOUR;
        const passes = heard.map(({ observedAt }) => observedAt).filter((at) => at <= now);
        const wanted =
          passes.some((at) => at > 0) &&
          passes.some((at) => at > 7 * DAY) &&
          now < Math.max(...passes) + POLICY.evidenceMaxAge;
        if (wanted) proven += 1;
        expect(judge({ fix, heard, attested: [] }, now).grade === 'proven').toBe(wanted);
      }),
      RUNS,
    );
    expect(proven).toBeGreaterThan(20);
  });

  it('is “proven” only by as many sources as the plan needs, lately', () => {
    let proven = 0;
    mustHold(
      fc.property(cases, anyTime, (one, now) => {
        if (judge(one, now).grade !== 'proven') return;
        const { sources = [], need, resources = [undefined] } = signalCheckOf(one);
        const needed =
          need === undefined || need === 'all' ? sources.length : need === 'any' ? 1 : Math.min(need, sources.length);
        for (const resource of resources) {
          const about = one.heard.filter(
            (entry) => entry.subject === 'S' && (resource === undefined || entry.resource === resource),
          );
          if (resource !== undefined && about.some(({ outcome }) => outcome === 'gone')) continue;
          const fresh = about.filter(
            ({ outcome, source, observedAt, receivedAt }) =>
              outcome === 'pass' &&
              sources.includes(source) &&
              receivedAt <= now &&
              observedAt > now - POLICY.evidenceMaxAge,
          );
          expect(new Set(fresh.map(({ source }) => source)).size).toBeGreaterThanOrEqual(needed);
          proven += 1;
        }
      }),
      { runs: 5_000 },
    );
    expect(proven).toBeGreaterThan(20);
  });

  it('counts every fail after the claim that stood for an hour and was not answered, also at the end of a hold', () => {
    let counted = 0;
    mustHold(
      fc.property(cases, anyTime, (one, now) => {
        const check = signalCheckOf(one);
        const known = one.heard.filter((entry) => entry.receivedAt <= now && isInScope(check, entry));
        const standing = known.filter(
          ({ outcome, observedAt, source, resource }) =>
            outcome === 'fail' &&
            observedAt > one.fix.claimAt &&
            observedAt + POLICY.failStandsFor <= now &&
            !known.some(
              (other) =>
                (other.outcome === 'pass' || other.outcome === 'gone') &&
                other.source === source &&
                other.resource === resource &&
                other.observedAt > observedAt,
            ),
        );
        if (standing.length === 0) return;
        counted += 1;
        expect(judge(one, now).grade).toBe('failed');
      }),
      RUNS,
    );
    expect(counted).toBeGreaterThan(30);
  });

  it('holds a claim after three reopenings until nothing failed for a week, and no fail ends that earlier', () => {
    let held = 0;
    mustHold(
      fc.property(cases, word('fail'), (one, fail) => {
        const { heldUntil } = judge(one, one.fix.claimAt);
        if (heldUntil === undefined) return;
        held += 1;
        expect(heldUntil - Math.max(...one.fix.reopenedAt)).toBeGreaterThanOrEqual(POLICY.quietFor);
        const last = heldUntil - 1;
        const isQuiet = !one.heard.some(({ outcome, receivedAt }) => outcome === 'fail' && receivedAt <= last);
        if (isQuiet) expect(judge(one, last).grade).toBe('failed');
        const verdict = judge(withWords(one, fail), last);
        if (judge(one, last).heldUntil !== undefined) expect(verdict.heldUntil).toBeDefined();
      }),
      RUNS,
    );
    expect(held).toBeGreaterThan(20);
  });

  it('is reopened by fails that are over only for a week of passes, or because the resource is gone', () => {
    const heard = (outcome: Heard['outcome'], day: number): Heard => ({
      ...{ source: 'A', subject: 'S', resource: 'r1', outcome },
      ...{ observedAt: day * DAY, receivedAt: day * DAY },
    });
    const check: Check = { kind: 'signal', subject: { type: 'technique', id: 'S' }, sources: ['A'] };
    const fix = { checks: [check], steps: [7 * DAY], claimAt: 0, reopenedAt: [] };
    const gradeWith = (...entries: Heard[]) => judge({ fix, heard: entries, attested: [] }, 13 * DAY).grade;
    expect(gradeWith(heard('fail', 2), heard('pass', 4), heard('pass', 10))).toBe('failed');
    expect(gradeWith(heard('fail', 2), heard('pass', 4))).toBe('failed');
    expect(gradeWith(heard('fail', 2), heard('pass', 4), heard('pass', 11))).toBe('proven');
    expect(gradeWith(heard('fail', 2), heard('gone', 4), heard('pass', 5))).toBe('failed');
    expect(gradeWith(heard('pass', 1), heard('fail', 2), heard('gone', 4))).toBe('late');
  });
});
