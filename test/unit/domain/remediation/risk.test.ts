import { describe, expect, it } from 'vitest';
import { DEFAULT_CONFIG } from '../../../../shared/domain/policy/policy.ts';
import { applyToRemediation } from '../../../../shared/domain/remediation/apply-remediation.ts';
import { overdue } from '../../../../shared/domain/remediation/decide/claim.ts';
import { acceptRisk, cancel } from '../../../../shared/domain/remediation/decide/risk.ts';
import type { Remediation } from '../../../../shared/domain/remediation/remediation.ts';
import { BEN } from '../../../support/world/people.ts';
import { SIGNAL, story } from './story.ts';

const EVA = { kind: 'person' as const, id: 'eva', name: 'Eva Approver', email: 'eva@example.com' };

/** Fixes in each state that has a ticket, on day 40. */
const IN_EACH_STATE = {
  open: () => story(),
  'open, and closed as Won’t Do': () => {
    const fix = story();
    fix.notDone(39, "Won't Do");
    return fix;
  },
  claimed: () => {
    const fix = story();
    fix.done(38);
    return fix;
  },
  verifying: () => {
    const fix = story();
    fix.done(20);
    fix.says(21, 'pass');
    fix.judgedOn(27);
    return fix;
  },
  verified: () => {
    const fix = story();
    fix.done(0);
    for (const day of [1, 29]) fix.says(day, 'pass');
    fix.judgedOn(7);
    fix.judgedOn(30);
    return fix;
  },
  ineffective: () => {
    const fix = story();
    fix.done(30);
    fix.says(39, 'fail');
    fix.judgedOn(39.9);
    return fix;
  },
  regressed: () => {
    const fix = IN_EACH_STATE.verified();
    fix.says(39, 'fail');
    fix.judgedOn(39.9);
    return fix;
  },
};
type Named = keyof typeof IN_EACH_STATE;
const EVERY_STATE = Object.keys(IN_EACH_STATE).filter((name): name is Named => name in IN_EACH_STATE);

describe('a risk that is accepted', () => {
  it.each(EVERY_STATE)('is put off in the state %s, and neither reopened nor overdue meanwhile', (name) => {
    const fix = IN_EACH_STATE[name]();
    expect(fix.state().state).toBe(name.split(',')[0]);
    expect(fix.accepted(40, 60)).toEqual(['Risk Accepted']);
    fix.says(50, 'fail');
    const meanwhile = [50, 51, 60, 99].flatMap((day) => [
      ...fix.judgedOn(day),
      ...overdue(fix.state(), fix.at(day)).map(({ type }) => type),
    ]);
    expect(meanwhile.filter((type) => type !== 'Doubted')).toEqual([]);
    expect(fix.state()).toMatchObject({ state: 'accepted', acceptanceCount: 1 });
  });

  it.each([
    ['open', [], { state: 'open' }],
    [
      'open, and closed as Won’t Do',
      ['Closed Without Claim'],
      { state: 'open', closedWithoutClaim: { outcome: "Done as Won't Do" } },
    ],
    ['claimed', ['Evidence Late'], { state: 'claimed' }],
    ['verifying', ['Evidence Late'], { state: 'verifying', step: 1 }],
    ['verified', ['Evidence Late'], { state: 'verifying', step: 2 }],
    ['ineffective', ['Ineffective'], { state: 'ineffective' }],
    ['regressed', ['Regressed'], { state: 'regressed' }],
  ] as const)('is over for a fix that was %s: it stands where it would', (name, events, standing) => {
    const fix = IN_EACH_STATE[name]();
    fix.accepted(40, 60);
    const seen = fix.expiredOn(100).map((type) => (type === 'Unproven' ? 'Evidence Late' : type));
    expect([seen, fix.state()]).toMatchObject([['Risk Acceptance Expired', ...events], standing]);
    expect(fix.state()).toMatchObject({ lastAcceptance: { by: BEN, until: fix.at(100) }, acceptanceCount: 1 });
  });

  it('ends quietly for a fix that its evidence proves', () => {
    const fix = IN_EACH_STATE.regressed();
    fix.accepted(40, 60);
    for (const day of [45, 55, 65, 75, 85, 95]) fix.says(day, 'pass');
    expect(fix.expiredOn(100)).toEqual(['Risk Acceptance Expired', 'Set Back', 'Verified']);
    expect(fix.state()).toMatchObject({ state: 'verified', reopenCount: 0, provenAt: fix.at(30) });
  });

  it('shows a fail of a claim, and that it is gone, and nothing else', () => {
    const fix = IN_EACH_STATE.verified();
    fix.accepted(40, 60);
    fix.says(50, 'fail');
    const told = [fix.judgedOn(50), fix.judgedOn(50), fix.judgedOn(58)];
    expect([told, fix.state()]).toMatchObject([
      [['Doubted'], [], []],
      { state: 'accepted', kept: { doubt: { at: fix.at(50), source: 'scanner' } } },
    ]);
    for (const day of [60, 62, 70]) fix.says(day, 'pass');
    expect([fix.judgedOn(70), fix.state()]).toMatchObject([['Doubt Ended'], { kept: { claim: { at: fix.at(0) } } }]);
  });

  it('lets a fail count that came meanwhile and stands when it is over', () => {
    const fix = IN_EACH_STATE.verified();
    fix.accepted(40, 60);
    fix.says(50, 'fail');
    fix.judgedOn(50);
    expect(fix.expiredOn(100)).toEqual(['Risk Acceptance Expired', 'Regressed']);
    expect([fix.reopenedOn(100), fix.state()]).toMatchObject([['Reopened'], { state: 'open', reopenCount: 1 }]);
  });

  it('follows its ticket: what was done meanwhile is a claim when it is over', () => {
    const fix = story();
    fix.accepted(1, 60);
    expect([fix.done(5), fix.state()]).toMatchObject([['Claimed'], { state: 'accepted', kept: { step: 0 } }]);
    for (const day of [6, 12, 34]) fix.says(day, 'pass');
    expect(fix.expiredOn(61)).toEqual(['Risk Acceptance Expired', 'Check Passed', 'Verified']);
  });

  it('follows its ticket: what was moved back meanwhile is open when it is over, and the move is counted', () => {
    const fix = IN_EACH_STATE.verified();
    fix.accepted(40, 60);
    expect([fix.notDone(50), fix.state()]).toMatchObject([['Reopened'], { state: 'accepted', pushes: 1 }]);
    expect([fix.expiredOn(100), fix.state()]).toMatchObject([
      ['Risk Acceptance Expired'],
      { state: 'open', endedClaimAt: fix.at(0), pushes: 1 },
    ]);
  });

  it('follows its ticket through a closing that claims nothing and back', () => {
    const fix = story();
    fix.accepted(1, 60);
    const moves = [fix.notDone(2, 'Duplicate'), fix.notDone(3), fix.done(4), fix.notDone(5, "Won't Do"), fix.done(6)];
    expect([moves, fix.state()]).toMatchObject([
      [['Closed Without Claim'], ['Reopened'], ['Claimed'], ['Reopened', 'Closed Without Claim'], ['Claimed']],
      { state: 'accepted', kept: { claim: { at: fix.at(6) } }, pushes: 2 },
    ]);
    expect(fix.state()).not.toHaveProperty('closedWithoutClaim');
  });

  it('takes no old reading for a claim, though it was accepted after its ticket was reopened', () => {
    const fix = IN_EACH_STATE.ineffective();
    fix.reopenedOn(41);
    fix.accepted(42, 60);
    expect([fix.done(30), fix.expiredOn(102), fix.done(30), fix.state().state]).toEqual([
      [],
      ['Risk Acceptance Expired'],
      [],
      'open',
    ]);
  });

  it('is renewed while it runs, for no longer than at first, and each time is counted', () => {
    const fix = story();
    fix.accepted(0, 60);
    fix.accepted(50, 180);
    expect(fix.state()).toMatchObject({
      state: 'accepted',
      acceptanceCount: 2,
      acceptance: { until: fix.at(230), at: fix.at(50) },
    });
    expect(() => fix.accepted(51, 181, EVA)).toThrow('is accepted for P180D at a time');
    expect(fix.expiredOn(60)).toEqual([]);
    expect(fix.expiredOn(230)).toEqual(['Risk Acceptance Expired']);
  });

  it.each([
    ['while it runs', 50],
    ['when it was over in between', 60],
  ])('wants another approver than the last one from the second renewal on, %s', (_, every) => {
    const fix = story();
    const renew = (times: number, by: typeof BEN) => {
      fix.expiredOn(times * every);
      return fix.accepted(times * every, 60, by);
    };
    renew(0, BEN);
    renew(1, BEN);
    expect(() => renew(2, BEN)).toThrow('this would be renewal 2');
    expect(() => renew(2, { ...BEN, id: 'another profile' })).toThrow('another approver than the last one');
    expect([renew(2, EVA), renew(3, BEN)]).toEqual([['Risk Accepted'], ['Risk Accepted']]);
    expect(() => renew(4, BEN)).toThrow('another approver');
    expect(fix.state()).toMatchObject({ acceptanceCount: 4 });
  });

  it('is not accepted in the moment in which a worker reopens the ticket, but when Jira refuses that', () => {
    const fix = IN_EACH_STATE.ineffective();
    const state = fix.state();
    const request = { until: fix.at(50), reason: 'The vendor is late.', compensatingControl: 'We watch.' };
    const accept = (of: object) => () =>
      acceptRisk(Object.assign({}, state, of), request, BEN, fix.at(40), DEFAULT_CONFIG);
    expect(accept({ leaseExpiresAt: fix.at(40.001) })).toThrow('is being reopened at this moment');
    expect(accept({ leaseExpiresAt: fix.at(40) })).not.toThrow();
    expect(accept({ leaseExpiresAt: fix.at(41), refusedBecause: 'no way out of done' })).not.toThrow();
  });

  it('is not accepted by who did the work, also after the fix failed and once it is accepted', () => {
    const fix = story();
    fix.done(0, { accountId: 'jira-ben', name: 'Ben' });
    fix.says(8, 'fail');
    fix.judgedOn(9);
    expect(() => fix.accepted(10, 20)).toThrow('a second person must accept the risk');
    fix.accepted(10, 20, { ...EVA, jiraAccountId: 'jira-eva' });
    expect(() => fix.accepted(11, 20)).toThrow('a second person must accept the risk');
    expect(() => cancel(fix.state(), 'It was switched off.', BEN, fix.at(12))).toThrow(
      'a second person must cancel it',
    );
  });

  it('is replayed as before from logs that kept nothing of the ticket', () => {
    const fix = story({ checks: [SIGNAL] });
    fix.done(1);
    const { postMortemId, id: remediationId, ticket } = Object(fix.state());
    const of = { postMortemId, remediationId };
    const acceptance = { until: fix.at(20), reason: 'r', compensatingControl: 'c', by: BEN, at: fix.at(2) };
    const before = applyToRemediation(fix.state(), { type: 'Risk Accepted', data: { ...of, acceptance } });
    const after =
      before && applyToRemediation(before, { type: 'Risk Acceptance Expired', data: { ...of, dueAt: fix.at(20) } });
    const fields = (of: Remediation | undefined) =>
      Object.keys(Object(of)).filter((name) => /^(kept|claim|ended|last)/.test(name));
    expect([before?.state, fields(before), after, fields(after)]).toMatchObject([
      'accepted',
      ['lastClaimAt'],
      { state: 'open', ticket, dueAt: fix.at(20) },
      ['lastClaimAt'],
    ]);
  });
});
