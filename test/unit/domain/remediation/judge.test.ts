import { describe, expect, it } from 'vitest';
import { DEFAULT_CONFIG } from '../../../../shared/domain/policy/policy.ts';
import { applyToRemediation } from '../../../../shared/domain/remediation/apply-remediation.ts';
import { beginRemediation } from '../../../../shared/domain/remediation/decide/begin.ts';
import { overdue, syncWithTicket } from '../../../../shared/domain/remediation/decide/claim.ts';
import { requestTicket, ticketCreated } from '../../../../shared/domain/remediation/decide/creation.ts';
import { claimedFix, judge } from '../../../../shared/domain/remediation/decide/judge.ts';
import { beginReopening, reopenedByHoldfast } from '../../../../shared/domain/remediation/decide/reopening.ts';
import { isWatched, type Remediation } from '../../../../shared/domain/remediation/remediation.ts';
import type { RemediationEvent } from '../../../../shared/domain/remediation/remediation-events.ts';
import type { Check } from '../../../../shared/domain/verification/plan.ts';
import { stretchesOf, type WordOutcome } from '../../../../shared/domain/verification/verdict/stretches.ts';
import { verdictOf } from '../../../../shared/domain/verification/verdict/verdict-of.ts';
import { verdictPolicy } from '../../../../shared/domain/verification/verdict/verdict-policy.ts';
import { Duration } from '../../../../shared/domain/words/duration.ts';
import { aPostMortemId, aRecommendation, NOW } from '../../../support/world/records.ts';

const DAY = 86_400_000;
const rules = DEFAULT_CONFIG;
const ticket = { site: 'jira.test', issueId: '1', key: 'ENG-1' };
const SIGNAL: Check = { kind: 'signal', subject: { type: 'control', id: 'mfa' } };

/** A fix from its approval on, with what a source says of it. Days are counted from the approval. */
function story({ checks = [SIGNAL], steps = ['P7D', 'P30D'] }: { checks?: Check[]; steps?: string[] } = {}) {
  const recommendation = aRecommendation({
    verification: { checks, steps: steps.map((step) => Duration.parse(step)) },
  });
  const words: { source: string; resource: string; at: number; outcome: WordOutcome }[] = [];
  const log: RemediationEvent[] = [];
  let state: Remediation | undefined;
  const at = (day: number) => new Date(Date.parse(NOW) + day * DAY).toISOString();
  const happen = (events: readonly RemediationEvent[]): string[] => {
    for (const event of events) {
      state = applyToRemediation(state, event);
      log.push(event);
    }
    return events.map(({ type }) => type.replace('Remediation ', ''));
  };
  const mustBe = (): Remediation => {
    if (state === undefined) throw new Error('there is no remediation yet');
    return state;
  };
  const postMortemId = aPostMortemId();
  happen([
    {
      type: 'Recommendation Approved',
      data: { postMortemId, recommendation, remediation: beginRemediation(postMortemId, recommendation, NOW, rules) },
    },
  ]);
  happen(requestTicket(mustBe(), NOW, rules));
  happen(ticketCreated(mustBe(), ticket, false));
  const judgedOn = (day: number): string[] => {
    const fix = mustBe();
    if (!isWatched(fix)) return [];
    const now = at(day);
    const known = words.filter((word) => word.at <= Date.parse(now));
    const keys = Map.groupBy(known, ({ source, resource }) => `${source} on ${resource}`);
    const histories = [...keys.values()].map((ofKey) => ({
      source: ofKey[0]?.source ?? '',
      resource: ofKey[0]?.resource ?? '',
      stretches: stretchesOf(ofKey),
    }));
    const verdict = verdictOf(
      claimedFix(fix),
      { histories: checks.map(({ kind }) => (kind === 'signal' ? histories : [])), attestations: [] },
      verdictPolicy(rules.verification),
      Date.parse(now),
    );
    return happen(judge(fix, verdict, [], now));
  };
  return {
    done: (day: number) => {
      const outcome = { status: { name: 'Done' }, resolution: undefined };
      const reading = { ticket, isDone: true, outcome, movedAt: at(day), claim: { at: at(day), status: 'Done' } };
      return [...happen(syncWithTicket(mustBe(), reading, at(day), rules)), ...judgedOn(day)];
    },
    says: (day: number, outcome: WordOutcome, resource = '*', source = 'scanner') => {
      words.push({ source, resource, at: Date.parse(at(day)), outcome });
    },
    judgedOn,
    reopenedOn: (day: number) => {
      happen(beginReopening(mustBe(), at(day), rules));
      return happen(reopenedByHoldfast(mustBe(), at(day), rules));
    },
    overdueOn: (day: number) => happen(overdue(mustBe(), at(day))),
    state: mustBe,
    log,
    at,
  };
}

describe('a claim that is judged', () => {
  it('passes its steps, is proven, and says each once', () => {
    const fix = story();
    fix.done(0);
    fix.says(1, 'pass');
    expect([fix.judgedOn(1), fix.judgedOn(7), fix.judgedOn(7.5)]).toEqual([[], ['Check Passed'], []]);
    fix.says(8, 'pass');
    expect([fix.judgedOn(30), fix.judgedOn(30), fix.state()]).toMatchObject([
      ['Verified'],
      [],
      { state: 'verified', grade: 'proven', nextCheckAt: fix.at(43), provenAt: fix.at(30) },
    ]);
  });

  it('is looked at again when its newest evidence would be too old, and holds when there is newer', () => {
    const fix = story();
    fix.done(0);
    for (const day of [1, 8]) fix.says(day, 'pass');
    fix.judgedOn(30);
    fix.says(40, 'pass');
    expect([fix.judgedOn(43), fix.state()]).toMatchObject([
      ['Check Passed'],
      { state: 'verified', nextCheckAt: fix.at(75), verifiedAt: fix.at(30) },
    ]);
    expect([fix.judgedOn(75), fix.judgedOn(80), fix.judgedOn(82), fix.judgedOn(400)]).toEqual([
      ['Evidence Late'],
      [],
      ['Unproven'],
      [],
    ]);
    expect(fix.state()).toMatchObject({ state: 'verifying', provenAt: fix.at(30) });
    fix.says(401, 'pass');
    expect([fix.judgedOn(401), fix.state().state]).toEqual([['Verified'], 'verified']);
  });

  it('is in doubt at once, and regresses with a whole term when the fail stood for an hour', () => {
    const fix = story();
    fix.done(0);
    for (const day of [1, 8]) fix.says(day, 'pass');
    fix.judgedOn(30);
    fix.says(33, 'fail', 'bucket-b');
    expect([fix.judgedOn(33), fix.state()]).toMatchObject([
      ['Doubted'],
      { state: 'verifying', doubt: { at: fix.at(33), source: 'scanner', resource: 'bucket-b' } },
    ]);
    fix.says(33.01, 'pass', 'bucket-a');
    expect([fix.judgedOn(33.02), fix.judgedOn(33 + 1 / 24)]).toEqual([[], ['Regressed']]);
    fix.reopenedOn(33.1);
    expect(fix.state()).toMatchObject({ state: 'open', dueAt: fix.at(33.1 + 14), evidenceReopenedAt: [fix.at(33.1)] });
  });

  it('is proven again when the fail is taken back in time', () => {
    const fix = story();
    fix.done(0);
    for (const day of [1, 8]) fix.says(day, 'pass');
    fix.judgedOn(30);
    fix.says(33, 'fail');
    fix.judgedOn(33);
    fix.says(33.01, 'pass');
    expect([fix.judgedOn(33.01), fix.state()]).toMatchObject([
      ['Doubt Ended', 'Verified'],
      { state: 'verified', provenAt: fix.at(30) },
    ]);
    expect('doubt' in fix.state()).toBe(false);
  });

  it('is held back by a fail from before it, which never reopens it', () => {
    const fix = story();
    fix.says(0.5, 'fail');
    fix.done(1);
    expect(fix.state()).toMatchObject({ state: 'claimed', doubt: { at: fix.at(0.5) } });
    fix.says(3, 'pass', '*', 'edr');
    expect([fix.judgedOn(8), fix.judgedOn(15), fix.judgedOn(60)]).toEqual([['Evidence Late'], ['Unproven'], []]);
    expect([fix.overdueOn(13.9), fix.overdueOn(14), fix.overdueOn(20)]).toEqual([[], ['Overdue'], []]);
    fix.says(61, 'pass');
    expect(fix.judgedOn(61)).toEqual(['Doubt Ended', 'Check Passed', 'Verified']);
    expect(fix.state().overdueSince).toBeUndefined();
  });

  it('is set back by a fail that was over for a week when it was told', () => {
    const fix = story();
    fix.done(0);
    for (let day = 1; day <= 35; day += 1) if (day !== 6) fix.says(day, 'pass');
    fix.judgedOn(30);
    fix.says(6, 'fail');
    expect([fix.judgedOn(35), fix.state()]).toMatchObject([
      ['Set Back'],
      { state: 'verifying', step: 1, setBackTo: fix.at(7), nextCheckAt: fix.at(37) },
    ]);
    expect(fix.judgedOn(37)).toEqual(['Verified']);
  });

  it('is held when it comes back for the third time within two weeks, and counts after a quiet week', () => {
    const fix = story();
    for (const day of [0, 2, 4]) {
      fix.done(day);
      fix.says(day + 1, 'fail');
      fix.judgedOn(day + 1);
      expect(fix.judgedOn(day + 1.05)).toEqual(['Ineffective']);
      fix.reopenedOn(day + 1.1);
    }
    expect([fix.done(6), fix.state()]).toMatchObject([
      ['Claimed', 'Held'],
      { state: 'claimed', heldUntil: fix.at(12.1) },
    ]);
    fix.says(7, 'fail');
    expect([fix.judgedOn(7), fix.judgedOn(12.1), fix.state()]).toMatchObject([
      [],
      ['Check Rescheduled'],
      { heldUntil: fix.at(14) },
    ]);
    for (let day = 8; day <= 60; day += 1) fix.says(day, 'pass');
    expect([fix.judgedOn(14), fix.judgedOn(21), fix.judgedOn(44)]).toEqual([
      ['Check Rescheduled'],
      ['Check Passed'],
      ['Verified'],
    ]);
  });

  it('is told to be held once, and its time anew when that has come, however often it fails', () => {
    const fix = story();
    for (const day of [0, 2, 4]) {
      fix.done(day);
      fix.says(day + 1, 'fail');
      fix.judgedOn(day + 1.05);
      fix.reopenedOn(day + 1.1);
    }
    expect(fix.done(6)).toEqual(['Claimed', 'Held']);
    const told = Array.from({ length: 14 }, (_, index) => {
      fix.says(7 + index, 'fail');
      return fix.judgedOn(7 + index);
    });
    expect(told.flat()).toEqual(['Check Rescheduled', 'Check Rescheduled']);
  });

  it('is done and not tested by its ticket alone, at once', () => {
    const fix = story({ checks: [{ kind: 'ticket state' }] });
    expect([fix.done(1), fix.state(), fix.judgedOn(400)]).toMatchObject([
      ['Claimed', 'Verified'],
      { state: 'verified', grade: 'done, not tested' },
      [],
    ]);
  });

  it('is done and not tested by a check that was to be seen failing before, and never was', () => {
    const checks: Check[] = [{ ...SIGNAL, seenFailingBefore: true }];
    const grades = [false, true].map((wasSeen) => {
      const fix = story({ checks, steps: ['P7D'] });
      if (wasSeen) fix.says(0.5, 'fail');
      fix.done(1);
      fix.says(3, 'pass');
      fix.judgedOn(8);
      const state = fix.state();
      return 'grade' in state ? state.grade : state.state;
    });
    expect(grades).toEqual(['done, not tested', 'proven']);
  });

  it('wants each named resource to pass, and as many sources as the plan needs', () => {
    const fix = story({
      checks: [{ ...SIGNAL, sources: ['scanner', 'edr', 'config'], need: 2, resources: ['a', 'b'] }],
      steps: ['P7D'],
    });
    fix.done(0);
    for (const source of ['scanner', 'edr']) fix.says(1, 'pass', 'a', source);
    fix.says(1, 'pass', 'b', 'scanner');
    expect(fix.judgedOn(7)).toEqual(['Evidence Late']);
    fix.says(8, 'pass', 'b', 'somebody else');
    expect(fix.judgedOn(8)).toEqual([]);
    fix.says(9, 'pass', 'b', 'config');
    expect(fix.judgedOn(9)).toEqual(['Verified']);
    fix.says(10, 'fail', 'a', 'config');
    expect([fix.judgedOn(10), fix.judgedOn(10.1)]).toEqual([['Doubted'], ['Regressed']]);
  });

  it('does not hide the one resource that fails behind five hundred that pass', () => {
    const fix = story({ steps: ['P7D'] });
    fix.done(0);
    fix.says(2, 'fail', 'bucket-b');
    for (let bucket = 0; bucket < 500; bucket += 1) fix.says(3, 'pass', `bucket-${bucket}`);
    expect(fix.judgedOn(3)).toEqual(['Ineffective']);
  });

  it('is what the replay of its events gives', () => {
    const fix = story();
    fix.done(0);
    fix.says(1, 'pass');
    for (const day of [1, 7, 30, 37, 60]) fix.judgedOn(day);
    const replayed = fix.log.reduce<Remediation | undefined>(applyToRemediation, undefined);
    expect(replayed).toEqual(fix.state());
  });
});
