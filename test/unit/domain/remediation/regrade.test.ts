import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DEFAULT_CONFIG } from '../../../../shared/domain/policy/policy.ts';
import { applyToRemediation } from '../../../../shared/domain/remediation/apply-remediation.ts';
import { claimedFix, judge } from '../../../../shared/domain/remediation/decide/judge.ts';
import { silenceFrom, untilAPersonDecides } from '../../../../shared/domain/remediation/decide/regrade.ts';
import { acceptRisk, expireAcceptance } from '../../../../shared/domain/remediation/decide/risk.ts';
import { isWatched, Remediation, type WatchedRemediation } from '../../../../shared/domain/remediation/remediation.ts';
import type { RemediationEvent } from '../../../../shared/domain/remediation/remediation-events.ts';
import { type Verdict, verdictOf } from '../../../../shared/domain/verification/verdict/verdict-of.ts';
import { mustHold } from '../../../support/texts/must-hold.ts';
import { BEN } from '../../../support/world/people.ts';
import { aPostMortemId, aRecommendation, NOW } from '../../../support/world/records.ts';
import { type Case, cases, DAY, type Heard, HOUR, knownAt, POLICY } from '../verification/verdict/random-case.ts';

const instant = (at: number) => new Date(at).toISOString();
const TICKET = { site: 'jira.test', issueId: '1', key: 'ENG-1' };

/** A fix that the release before verdicts called verified: no step, no grade, and the next look half a year ahead. */
function verifiedBefore({ fix: { checks, steps, claimAt } }: Case): WatchedRemediation {
  const { id, title, ownerTeam } = aRecommendation();
  const fix = Remediation.parse({
    ...{
      id,
      postMortemId: aPostMortemId(),
      title,
      ownerTeam,
      priority: 'high',
      route: { project: 'PLAT', issueType: 'Task' },
    },
    ...{ state: 'verified', ticket: TICKET, claim: { at: instant(claimAt), status: 'Done' } },
    ...{ dueAt: NOW, requestedAt: NOW, attestations: [], reopenCount: 0 },
    ...{ checks, steps: steps.map((step) => `PT${step / HOUR}H`) },
    ...{ verifiedAt: instant(claimAt + 30 * DAY), nextCheckAt: instant(claimAt + 210 * DAY) },
  });
  if (!isWatched(fix)) throw new Error('a verified fix is watched');
  return fix;
}

/** The verdict on a fix at a time, as whoever judges comes to it. */
function verdictAt(state: WatchedRemediation, one: Case, now: number, upgradedAt: number): Verdict {
  const fix = claimedFix(state, silenceFrom(state, instant(upgradedAt), instant(now)));
  return untilAPersonDecides(state, verdictOf(fix, knownAt(one, now), POLICY, now), instant(upgradedAt));
}

/** Judges a fix at each of some times, in order. @returns what happened, and the fix after each time */
function judgedAt(one: Case, upgradedAt: number, times: readonly number[]) {
  let state: Remediation | undefined = verifiedBefore(one);
  const log: RemediationEvent[] = [];
  const states: (Remediation | undefined)[] = [];
  for (const now of times.toSorted((a, b) => a - b)) {
    if (state !== undefined && isWatched(state)) {
      const verdict = verdictAt(state, one, now, upgradedAt);
      const events = judge(state, verdict, [], instant(now), instant(upgradedAt));
      state = events.reduce<Remediation | undefined>(applyToRemediation, state);
      log.push(...events);
    }
    states.push(state);
  }
  return { log, states };
}

/** What was said of the fix before the upgrade, however late it is heard, and no fail from after it. */
const saidBefore = (one: Case, upgradedAt: number): Case => ({
  fix: { ...one.fix, reopenedAt: [] },
  heard: one.heard.filter(({ observedAt, outcome }) => observedAt <= upgradedAt || outcome !== 'fail'),
  attested: one.attested.filter(({ at }) => at <= upgradedAt),
});

const upgrades = fc.record({
  one: cases,
  upgradedAfter: fc.integer({ min: 0, max: 24 * 80 }),
  waits: fc.array(fc.integer({ min: 0, max: 24 * 60 }), { minLength: 1, maxLength: 8 }),
});
const inHours = (one: Case, upgradedAfter: number, waits: readonly number[]) => {
  const upgradedAt = one.fix.claimAt + upgradedAfter * HOUR;
  return { upgradedAt, times: waits.map((wait) => upgradedAt + wait * HOUR) };
};

describe('a fix that stood verified at the upgrade', () => {
  it('is reopened without a person by no fail that was said before it, whatever passes come after', () => {
    mustHold(
      fc.property(upgrades, ({ one, upgradedAfter, waits }) => {
        const { upgradedAt, times } = inHours(one, upgradedAfter, waits);
        const types = judgedAt(saidBefore(one, upgradedAt), upgradedAt, times).log.map(({ type }) => type);
        expect(types).not.toContain('Remediation Regressed');
        expect(types).not.toContain('Remediation Ineffective');
      }),
      { runs: 2_000 },
    );
  });

  it('is regraded by one event, which comes first and only once', () => {
    mustHold(
      fc.property(upgrades, ({ one, upgradedAfter, waits }) => {
        const { upgradedAt, times } = inHours(one, upgradedAfter, waits);
        const { log } = judgedAt(saidBefore(one, upgradedAt), upgradedAt, times);
        const regrades = log.flatMap(({ type }, index) => (type === 'Remediation Regraded' ? [index] : []));
        expect(regrades).toEqual([0]);
      }),
      { runs: 1_000 },
    );
  });

  it('is not unproven before it was late for the whole time from its first verdict on', () => {
    mustHold(
      fc.property(upgrades, ({ one, upgradedAfter, waits }) => {
        const { upgradedAt, times } = inHours(one, upgradedAfter, waits);
        const first = Math.min(...times);
        const { states } = judgedAt(saidBefore(one, upgradedAt), upgradedAt, times);
        for (const [index, now] of times.toSorted((a, b) => a - b).entries()) {
          const fix = states[index];
          if (now >= first + POLICY.unprovenAfter || fix === undefined || !isWatched(fix)) continue;
          expect(fix.silence?.rung).not.toBe('unproven');
        }
      }),
      { runs: 1_000 },
    );
  });

  it('is not shown as verified over a fail that would reopen any other fix', () => {
    mustHold(
      fc.property(upgrades, ({ one, upgradedAfter, waits }) => {
        const { upgradedAt, times } = inHours(one, upgradedAfter, waits);
        const before = saidBefore(one, upgradedAt);
        const last = Math.max(...times);
        const { failing, refutedBy } = verdictOf(before.fix, knownAt(before, last), POLICY, last);
        const fix = judgedAt(before, upgradedAt, times).states.at(-1);
        if (failing.length + refutedBy.length > 0) expect(fix?.state).not.toBe('verified');
      }),
      { runs: 1_000 },
    );
  });

  it('waits for a person all the same when its risk was accepted before its first verdict, and the time is over', () => {
    const says = (day: number, outcome: Heard['outcome']): Heard => ({
      ...{ source: 'A', subject: 'S', resource: 'r1', outcome, observedAt: day * DAY, receivedAt: day * DAY },
    });
    const check = {
      kind: 'signal' as const,
      subject: { type: 'technique' as const, id: 'S' },
      sources: ['A'],
    };
    const upgradedAt = 40 * DAY;
    /** Judged at the end of an acceptance from the hour of the upgrade. */
    const afterAcceptance = (...heard: Heard[]) => {
      const one: Case = {
        fix: { checks: [check], steps: [7 * DAY, 30 * DAY], claimAt: 0, reopenedAt: [] },
        heard: [says(6, 'pass'), says(29, 'pass'), ...heard],
        attested: [],
      };
      const until = instant(70 * DAY);
      const acceptance = { until, reason: 'Later, then.', compensatingControl: 'We read the log.', by: BEN, at: NOW };
      const [asked] = acceptRisk(verifiedBefore(one), acceptance, BEN, instant(upgradedAt), DEFAULT_CONFIG);
      const accepted = asked && applyToRemediation(verifiedBefore(one), asked);
      const [ended] = accepted === undefined ? [] : expireAcceptance(accepted, until);
      const state = ended && applyToRemediation(accepted, ended);
      if (state === undefined || !isWatched(state)) throw new Error('a kept claim is watched again');
      const verdict = verdictAt(state, one, 70 * DAY, upgradedAt);
      return [judge(state, verdict, [], until, instant(upgradedAt)).map(({ type }) => type), verdict.standing.length];
    };
    expect([
      afterAcceptance(says(35, 'fail')),
      afterAcceptance(says(35, 'fail'), says(45, 'fail')),
      afterAcceptance(says(35, 'pass'), says(45, 'fail')),
    ]).toEqual([
      [expect.not.arrayContaining(['Remediation Regressed']), 1],
      [expect.not.arrayContaining(['Remediation Regressed']), 1],
      [['Remediation Regressed'], 0],
    ]);
  });

  it('regresses by a fail from after the upgrade as if there had been none', () => {
    const check = { kind: 'signal' as const, subject: { type: 'technique' as const, id: 'S' } };
    const says = (day: number, outcome: Heard['outcome']): Heard => ({
      ...{ source: 'A', subject: 'S', resource: 'r1', outcome, observedAt: day * DAY, receivedAt: day * DAY },
    });
    const one = (...heard: Heard[]): Case => ({
      fix: { checks: [check], steps: [7 * DAY, 30 * DAY], claimAt: 0, reopenedAt: [] },
      heard: [says(6, 'pass'), says(29, 'pass'), ...heard],
      attested: [],
    });
    const typesOf = (...heard: Heard[]) =>
      judgedAt(one(...heard), 40 * DAY, [40 * DAY, 50 * DAY, 60 * DAY]).log.map(({ type }) => type);
    expect([
      typesOf(says(45, 'fail')),
      typesOf(says(35, 'fail'), says(45, 'pass'), says(46, 'fail')),
      typesOf(says(35, 'fail'), says(45, 'fail')),
    ]).toEqual([
      ['Remediation Regraded', 'Remediation Regressed'],
      ['Remediation Regraded', 'Remediation Regressed'],
      ['Remediation Regraded'],
    ]);
  });
});
