import { describe, expect, it } from 'vitest';
import { DEFAULT_CONFIG } from '../../../../shared/domain/policy/policy.ts';
import { applyToRemediation } from '../../../../shared/domain/remediation/apply-remediation.ts';
import { attest } from '../../../../shared/domain/remediation/decide/attestation.ts';
import { beginRemediation } from '../../../../shared/domain/remediation/decide/begin.ts';
import { syncWithTicket } from '../../../../shared/domain/remediation/decide/claim.ts';
import {
  changeExistingWork,
  requestTicket,
  ticketCreated,
} from '../../../../shared/domain/remediation/decide/creation.ts';
import {
  beginReopening,
  reopenedByHoldfast,
  wantFollowUp,
} from '../../../../shared/domain/remediation/decide/reopening.ts';
import { acceptRisk, expireAcceptance } from '../../../../shared/domain/remediation/decide/risk.ts';
import type { TicketReading } from '../../../../shared/domain/remediation/decide/ticket-reading.ts';
import { isDueDateOwed, type Remediation } from '../../../../shared/domain/remediation/remediation.ts';
import type { RemediationEvent } from '../../../../shared/domain/remediation/remediation-events.ts';
import type { Check } from '../../../../shared/domain/verification/plan.ts';
import { PartId } from '../../../../shared/domain/words/identifiers.ts';
import type { Person } from '../../../../shared/domain/words/person.ts';
import { BEN } from '../../../support/world/people.ts';
import { aPartId, aPostMortemId, aRecommendation, NOW } from '../../../support/world/records.ts';

const rules = DEFAULT_CONFIG;
const MERGED_AT = '2026-11-20T09:00:00.000Z';
const URL_OF_IT = 'https://github.com/acme/mail/pull/12';
const ATTESTED: Check = { kind: 'attestation', statement: 'A look-alike mail is quarantined within a minute.' };
const JONAS = { accountId: 'jonas', name: 'Jonas Berg' };
const LENA = { accountId: 'lena', name: 'Lena Sy' };

const ticket = { site: 'jira.test', issueId: '7', key: 'PLAT-7' };
const at = (hours: number): string => new Date(Date.parse(NOW) + hours * 3_600_000).toISOString();
type Shown = { status: string; movedAt?: string; by?: typeof JONAS; resolution?: string; assignee?: typeof JONAS };
const reading = ({ status, movedAt = at(1), by, resolution, assignee }: Shown): TicketReading => ({
  ticket: assignee === undefined ? ticket : { ...ticket, assignee },
  isDone: status === 'Done',
  outcome: { status: { name: status }, resolution: resolution === undefined ? undefined : { name: resolution } },
  movedAt,
  claim: { at: movedAt, status, ...(by === undefined ? {} : { by }) },
});

const stateAfter = (state: Remediation | undefined, events: RemediationEvent[]): Remediation => {
  const next = events.reduce(applyToRemediation, state);
  if (next === undefined) throw new Error('nothing was approved');
  return next;
};

function asked(checks: Check[] = [ATTESTED], mergedAt: string | undefined = MERGED_AT): Remediation {
  const existingWork = { kind: 'pull request' as const, url: URL_OF_IT, ...(mergedAt === '' ? {} : { mergedAt }) };
  const verification = {
    checks,
    ...(checks.every(({ kind }) => kind === 'ticket state')
      ? { untestedBecause: 'Nobody can look at it from outside.' }
      : {}),
  };
  const recommendation = { ...aRecommendation({ existingWork, verification }), status: 'approved' as const };
  const postMortemId = aPostMortemId();
  const remediation = beginRemediation(postMortemId, recommendation, { now: NOW, tlp: 'AMBER' }, rules);
  return stateAfter(undefined, [
    { type: 'Recommendation Approved', data: { postMortemId, recommendation, remediation } },
  ]);
}

function open(state = asked()): Remediation {
  const requested = stateAfter(state, requestTicket(state, NOW, rules));
  return stateAfter(requested, ticketCreated(requested, ticket, false));
}

const read = (state: Remediation, shown: Shown, now = at(2)) => {
  const events = syncWithTicket(state, reading(shown), now, rules);
  return { fix: stateAfter(state, events), types: events.map(({ type }) => type) };
};

const claimed = (): Remediation => read(open(), { status: 'To Do', movedAt: at(0) }, at(1)).fix;
const failed = (state: Remediation): Remediation =>
  stateAfter(state, [
    {
      type: 'Remediation Ineffective',
      data: {
        postMortemId: state.postMortemId,
        remediationId: state.id,
        failure: { at: at(5), step: 0, results: [] },
        ...('claim' in state ? { kept: { claim: state.claim, step: 0 } } : {}),
      },
    },
  ]);
const reopened = (state: Remediation): Remediation => {
  const begun = stateAfter(state, beginReopening(state, at(6), rules));
  return stateAfter(begun, reopenedByHoldfast(begun, at(6), rules));
};
const attestedBy = (state: Remediation, by: Person = BEN, outcome: 'pass' | 'fail' = 'pass') =>
  attest(state, {
    id: PartId.parse(aPartId()),
    check: 0,
    outcome,
    note: 'I sent ten of them.',
    by,
    at: at(3),
  });

describe('a fix whose pull request is merged', () => {
  it('is claimed from its approval on while its ticket is open, by nobody', () => {
    expect(claimed()).toMatchObject({ state: 'claimed', claim: { at: NOW, isOfPullRequest: true } });
    expect(claimed()).not.toHaveProperty('claim.by');
  });

  it('is open where its plan looks at the ticket, whatever else it looks at', () => {
    const plans: Check[][] = [[{ kind: 'ticket state' }], [{ kind: 'ticket state' }, ATTESTED]];
    const states = plans.map((checks) => read(open(asked(checks)), { status: 'To Do', movedAt: at(0) }).fix.state);
    expect(states).toEqual(['open', 'open']);
  });

  it('stays claimed while its ticket goes through other statuses, and that is no push', () => {
    const { fix, types } = read(claimed(), { status: 'In Progress' });
    expect([types, fix.state, fix.reopenCount, fix.pushes]).toEqual([[], 'claimed', 0, undefined]);
  });

  it('is the claim of who moves its ticket to done, since the same time, with the steps that are through', () => {
    const state = claimed();
    const proven = { ...state, state: 'verifying' as const, step: 1 } as Remediation;
    const { fix, types } = read(proven, { status: 'Done', movedAt: at(3), by: JONAS, assignee: LENA }, at(4));
    expect([types, fix]).toMatchObject([
      ['Remediation Ticket Updated', 'Remediation Vouched For'],
      {
        state: 'verifying',
        step: 1,
        claim: { at: NOW, ticketDoneAt: at(3), by: JONAS, assignee: LENA, status: 'Done' },
      },
    ]);
    expect(fix).not.toHaveProperty('claim.isOfPullRequest');
    expect(fix.workedBy).toEqual([LENA, JONAS]);
    expect(read(fix, { status: 'Done', movedAt: at(3), by: JONAS, assignee: LENA }, at(5)).types).toEqual([]);
  });

  it('is claimed anew when its ticket went out of done and back while nobody looked', () => {
    const done = read(claimed(), { status: 'Done', movedAt: at(3), by: JONAS }).fix;
    const { fix, types } = read(done, { status: 'Done', movedAt: at(9), by: LENA }, at(10));
    expect([types, fix]).toMatchObject([
      ['Remediation Reopened', 'Remediation Claimed'],
      { state: 'claimed', pushes: 1, claim: { at: at(9), by: LENA } },
    ]);
  });

  it('is not claimed once its ticket is closed as what will not be done, and that is no push', () => {
    const { fix, types } = read(claimed(), { status: 'Done', resolution: "Won't Do", movedAt: at(3), by: JONAS });
    expect([types, fix.state, fix.pushes]).toEqual([
      ['Remediation Reopened', 'Remediation Closed Without Claim'],
      'open',
      undefined,
    ]);
    const back = read(fix, { status: 'To Do', movedAt: at(4) }, at(5)).fix;
    expect(read(back, { status: 'To Do', movedAt: at(4) }, at(6)).types).toEqual([]);
  });

  it('remembers who had its ticket while it was open', () => {
    const first = read(claimed(), { status: 'To Do', assignee: LENA }).fix;
    expect(first.workedBy).toEqual([LENA]);
  });

  it('is attested once somebody answers for the pull request by moving the ticket', () => {
    expect(() => attestedBy(claimed())).toThrow(/have its ticket moved to done/);
    expect(attestedBy(claimed(), { ...BEN, jiraAccountId: 'ben' }, 'fail')).toHaveLength(1);
    const done = read(claimed(), { status: 'Done', movedAt: at(3), by: JONAS }).fix;
    const withAccount = { ...BEN, jiraAccountId: 'ben' };
    expect(attestedBy(done, withAccount).map(({ type }) => type)).toEqual(['Remediation Attested']);
    expect(() => attestedBy(done, { ...BEN, jiraAccountId: JONAS.accountId })).toThrow(/a second person must attest/);
  });

  it('is open without a claim after it failed: that pull request was not enough', () => {
    const again = reopened(failed(claimed()));
    expect(again.existingWork).toEqual({ kind: 'pull request', url: URL_OF_IT });
    expect(read(again, { status: 'To Do', movedAt: at(6) }, at(7))).toMatchObject({
      types: [],
      fix: { state: 'open' },
    });
    const done = read(again, { status: 'Done', movedAt: at(8), by: JONAS }, at(9)).fix;
    expect(done).toMatchObject({ state: 'claimed', claim: { at: at(8), by: JONAS } });
  });

  it('names no work in the follow-up of one that failed; what is merged after that claims, and nothing from before', () => {
    const broken = failed(read(claimed(), { status: 'Done', movedAt: at(3), by: JONAS }).fix);
    const wanted = stateAfter(broken, wantFollowUp(broken, at(6), rules, 'no way out'));
    expect(wanted).toMatchObject({ state: 'requested' });
    expect(wanted).not.toHaveProperty('existingWork');
    const follows = { ...ticket, issueId: '9', key: 'PLAT-9' };
    const followUpOf = (mergedAt: string) => {
      const work = { kind: 'pull request' as const, url: `${URL_OF_IT}3`, mergedAt };
      const named = stateAfter(wanted, changeExistingWork(wanted, work, BEN, at(8)));
      const leased = stateAfter(named, requestTicket(named, at(8), rules));
      const followUp = stateAfter(leased, ticketCreated(leased, follows, false));
      const shown = { ...reading({ status: 'To Do', movedAt: at(8) }), ticket: follows };
      return stateAfter(followUp, syncWithTicket(followUp, shown, at(9), rules));
    };
    expect(followUpOf(at(7))).toMatchObject({ state: 'claimed', claim: { at: at(7), isOfPullRequest: true } });
    expect(followUpOf(at(4))).toMatchObject({ state: 'open' });
  });

  it('keeps its claim while its risk is accepted, wherever its ticket goes, and is judged again after that', () => {
    const request = {
      until: at(48),
      reason: 'The vendor delivers it in two days.',
      compensatingControl: 'Read every morning.',
    };
    const away = stateAfter(claimed(), acceptRisk(claimed(), request, { ...BEN, jiraAccountId: 'ben' }, at(2), rules));
    const moved = read(away, { status: 'In Progress', movedAt: at(3) }, at(4)).fix;
    const wanted = stateAfter(moved, expireAcceptance(moved, at(48)));
    expect(wanted).toMatchObject({ state: 'claimed', reopenCount: 0, claim: { at: NOW, isOfPullRequest: true } });
  });

  it('is not claimed by a merge that is to come, which an approver is told', () => {
    const state = asked([ATTESTED], '');
    const work = { kind: 'pull request' as const, url: URL_OF_IT, mergedAt: at(1) };
    expect(() => changeExistingWork(state, work, BEN, NOW)).toThrow(/mergedAt: .* is to come/);
    const late = read(open(asked([ATTESTED], at(9_000))), { status: 'To Do', movedAt: at(0) }, at(1)).fix;
    expect(late).toMatchObject({ state: 'claimed', claim: { at: at(1) } });
  });

  it('is not taken back by a reading from before a resolution was set right', () => {
    const corrected = {
      ...reading({ status: 'Done', movedAt: at(3) }),
      claim: { at: at(5), status: 'Done', by: JONAS },
    };
    const done = stateAfter(claimed(), syncWithTicket(claimed(), corrected, at(6), rules));
    const { types } = read(done, { status: 'Done', resolution: "Won't Do", movedAt: at(3), by: JONAS }, at(7));
    expect([done, types]).toMatchObject([{ state: 'claimed', claim: { ticketDoneAt: at(5) } }, []]);
  });

  it('is claimed by nobody who had moved its ticket before it failed, and was read late', () => {
    const again = reopened(failed(claimed()));
    const { types } = read(again, { status: 'Done', movedAt: at(4), by: JONAS }, at(7));
    expect(types).toEqual([]);
  });

  it('has the due date of its open ticket put back, as any other', () => {
    const pushed = { ...ticket, title: 'Quarantine it', dueOn: '2028-01-01' };
    const seen = { ...ticket, title: 'Quarantine it', dueOn: claimed().dueAt.slice(0, 10) };
    const known = { ...claimed(), ticket: seen } as Remediation;
    const late = { ...reading({ status: 'To Do' }), ticket: pushed };
    const fix = stateAfter(known, syncWithTicket(known, late, at(2), rules));
    expect([isDueDateOwed(fix), isDueDateOwed(read(fix, { status: 'Done', by: JONAS }).fix)]).toEqual([true, false]);
  });
});
