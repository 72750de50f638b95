import { describe, expect, it } from 'vitest';
import { fixListing } from '../../../../shared/domain/lists/fix-listing.ts';
import { DEFAULT_CONFIG } from '../../../../shared/domain/policy/policy.ts';
import { applyToRemediation } from '../../../../shared/domain/remediation/apply-remediation.ts';
import { requestTicket, ticketCreated } from '../../../../shared/domain/remediation/decide/creation.ts';
import { broughtBack } from '../../../../shared/domain/remediation/decide/put-away.ts';
import { wantFollowUp } from '../../../../shared/domain/remediation/decide/reopening.ts';
import { expireAcceptance } from '../../../../shared/domain/remediation/decide/risk.ts';
import { isTicketed, type Remediation } from '../../../../shared/domain/remediation/remediation.ts';
import type { RemediationEvent } from '../../../../shared/domain/remediation/remediation-events.ts';
import { aRecord } from '../../../support/world/records.ts';
import { story } from '../remediation/story.ts';

const DAY = 86_400_000;

/** Place of a fix among those to do, in days since its approval; undefined where it has none. */
function placeOf(fix: ReturnType<typeof story>): number | undefined {
  const { entries } = fixListing({ ...fix.state(), impact: 1, feasibility: 1 }, aRecord());
  const [at] = entries.filter(({ list }) => list[1] === 'rank').map((entry) => entry.at);
  return at === undefined ? undefined : (Date.parse(at) - Date.parse(fix.at(0))) / DAY;
}

describe('the place of a fix among those to do', () => {
  it('counts from its approval, and anew from the end of a risk that was accepted: meanwhile nobody was to work on it', () => {
    const fix = story();
    const before = placeOf(fix);
    fix.accepted(40, 60);
    const meanwhile = placeOf(fix);
    fix.expiredOn(100);
    const [line] = fixListing(fix.state(), aRecord()).entries.map((entry) => entry.line);
    expect([before, meanwhile, placeOf(fix), line]).toEqual([
      -14,
      undefined,
      86,
      expect.objectContaining({ requestedAt: fix.at(0), wantedAgainAt: fix.at(100) }),
    ]);
  });
});

/** The fix after more, of which the story tells nothing. */
function after(fix: Remediation, events: readonly RemediationEvent[]): Remediation {
  const next = events.reduce<Remediation | undefined>(applyToRemediation, fix);
  if (next === undefined) throw new Error('there is no fix');
  return next;
}

/** It waits for another ticket, because nobody may move its own out of done; and has it. */
function followedUp(fix: Remediation, now: string): Remediation[] {
  const waiting = after(fix, wantFollowUp(fix, now, DEFAULT_CONFIG, 'no way out of Done'));
  const asked = after(waiting, requestTicket(waiting, now, DEFAULT_CONFIG));
  const ticket = { site: 'jira.test', issueId: '2', key: 'ENG-2' };
  return [waiting, after(asked, ticketCreated(asked, ticket, false))];
}

/** Its ticket is moved to done for the risk that is accepted, and is there when that is over. */
function putAwayUntilOver(fix: ReturnType<typeof story>, day: number, days: number): Remediation {
  fix.accepted(day, days);
  const accepted = fix.state();
  if (!isTicketed(accepted)) throw new Error('it has no ticket');
  const { id: remediationId, postMortemId, ticket } = accepted;
  const data = { postMortemId, remediationId, ticket, status: 'Done', at: fix.at(day + 1) };
  const away = after(accepted, [{ type: 'Remediation Ticket Put Away', data }]);
  return after(away, expireAcceptance(away, fix.at(day + days)));
}

describe('a fix that came back', () => {
  const cameBackIn = (fix: Remediation) =>
    fixListing(fix, aRecord()).entries.map(({ line }) => (line as { cameBackAt?: string }).cameBackAt)[0];
  const cameBack = (fix: ReturnType<typeof story>) => cameBackIn(fix.state());
  const reopened = () => {
    const fix = story();
    fix.done(1);
    fix.says(2, 'fail');
    fix.judgedOn(2);
    fix.judgedOn(4);
    fix.reopenedOn(5);
    return fix;
  };

  it('says so from its failure until somebody says again that it is done', () => {
    const fix = story();
    const before = cameBack(fix);
    fix.done(1);
    fix.says(2, 'fail');
    fix.judgedOn(2);
    fix.judgedOn(4);
    const failed = [fix.state().state, cameBack(fix)];
    fix.reopenedOn(5);
    const reopened = [fix.state().state, cameBack(fix)];
    fix.done(6);
    const claimed = cameBack(fix);
    fix.notDone(7);
    expect([before, failed, reopened, claimed, [fix.state().state, cameBack(fix)]]).toEqual([
      undefined,
      ['ineffective', fix.at(4)],
      ['open', fix.at(5)],
      undefined,
      ['open', undefined],
    ]);
  });

  it('says so also while it waits for another ticket, because its own could not be reopened', () => {
    const fix = story();
    fix.done(1);
    fix.says(2, 'fail');
    fix.judgedOn(2);
    fix.judgedOn(4);
    fix.followedUpOn(5);
    expect([fix.state().state, cameBack(fix)]).toEqual(['requested', fix.at(4)]);
  });

  it('still says so once the time is over for which its risk was accepted and its ticket put away: nobody claimed it', () => {
    const fix = reopened();
    const over = putAwayUntilOver(fix, 6, 30);
    const back = after(over, broughtBack(over, true, fix.at(37)));
    expect([back, cameBackIn(back)]).toMatchObject([{ state: 'open', endedClaimAt: fix.at(7) }, fix.at(5)]);
  });

  it('says so while a follow-up of its ticket is made, and of that, when nobody claimed it since', () => {
    const fix = reopened();
    expect(followedUp(putAwayUntilOver(fix, 6, 30), fix.at(37)).map(cameBackIn)).toEqual([fix.at(5), fix.at(5)]);
  });

  it('says so no more in a follow-up of a ticket that was claimed since', () => {
    const fix = reopened();
    fix.done(6);
    fix.notDone(7);
    const states = followedUp(putAwayUntilOver(fix, 8, 30), fix.at(39));
    expect(states.map(({ state }) => state)).toEqual(['requested', 'open']);
    expect(states.map(cameBackIn)).toEqual([undefined, undefined]);
  });

  it('has the time of the claim that ended, where it is from before the last one was kept', () => {
    const fix = reopened();
    const { lastClaimAt: _, ...before } = fix.state();
    expect([cameBackIn(before), before.state]).toEqual([fix.at(5), 'open']);
    expect(cameBackIn({ ...before, endedClaimAt: fix.at(6) } as Remediation)).toBeUndefined();
  });
});
