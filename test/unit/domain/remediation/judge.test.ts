import { describe, expect, it } from 'vitest';
import { applyToRemediation } from '../../../../shared/domain/remediation/apply-remediation.ts';
import { isWatched, type Remediation } from '../../../../shared/domain/remediation/remediation.ts';
import type { Check } from '../../../../shared/domain/verification/plan.ts';
import { SIGNAL, story } from './story.ts';

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
    expect([fix.judgedOn(43), fix.state()]).toEqual([
      [],
      expect.objectContaining({ state: 'verified', nextCheckAt: fix.at(75), verifiedAt: fix.at(30) }),
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

  it('has a source asked once for a fail, a step and a decay, and remembers that while it is proven', () => {
    const fix = story({ checks: [{ ...SIGNAL, sources: ['scanner'] }], steps: ['P7D'], askable: ['scanner'] });
    const asked = () => {
      const state = fix.state();
      return isWatched(state) ? (state.asked ?? []).map(({ number, because, at }) => [number, because, at]) : [];
    };
    fix.done(0);
    expect([fix.judgedOn(2), fix.judgedOn(2.5), fix.state()]).toMatchObject([
      ['Source Asked'],
      [],
      { state: 'claimed', nextCheckAt: fix.at(7) },
    ]);
    fix.says(3, 'fail');
    expect([fix.judgedOn(3), fix.judgedOn(3.01)]).toEqual([['Doubted', 'Source Asked'], []]);
    fix.says(3.02, 'pass');
    expect([fix.judgedOn(3.02), fix.judgedOn(7)]).toEqual([['Doubt Ended'], ['Verified']]);
    expect([fix.judgedOn(33.02), fix.judgedOn(33.1), fix.state()]).toMatchObject([
      ['Source Asked'],
      [],
      { state: 'verified', grade: 'proven', nextCheckAt: fix.at(38.02) },
    ]);
    expect(asked()).toEqual([
      [1, 'step', fix.at(7)],
      [2, 'fail', fix.at(3)],
      [3, 'decay', fix.at(3.02)],
    ]);
    expect(fix.log.reduce<Remediation | undefined>(applyToRemediation, undefined)).toEqual(fix.state());
  });

  it('asks about every resource, though not in one transaction: what is left over is due at once', () => {
    const resources = Array.from({ length: 50 }, (_, index) => `bucket-${index}`);
    const fix = story({
      checks: [{ ...SIGNAL, sources: ['scanner', 'edr'], resources }],
      steps: ['P7D'],
      askable: ['scanner', 'edr'],
    });
    fix.done(0);
    const counts = [];
    for (let round = 0; round < 6; round += 1) {
      counts.push(fix.judgedOn(2).length);
      counts.push(fix.state().state === 'claimed' && 'nextCheckAt' in fix.state());
    }
    expect(counts).toEqual([20, true, 20, true, 20, true, 20, true, 20, true, 0, true]);
    expect(fix.state()).toMatchObject({ nextCheckAt: fix.at(7) });
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
