import { describe, expect, it } from 'vitest';
import { parseConfig } from '../../../../shared/domain/policy/parse-config.ts';
import { applyToRemediation } from '../../../../shared/domain/remediation/apply-remediation.ts';
import { syncWithTicket } from '../../../../shared/domain/remediation/decide/claim.ts';
import { wantFollowUpOfMissing } from '../../../../shared/domain/remediation/decide/reopening.ts';
import { expireAcceptance } from '../../../../shared/domain/remediation/decide/risk.ts';
import type { TicketReading } from '../../../../shared/domain/remediation/decide/ticket-reading.ts';
import type { Remediation } from '../../../../shared/domain/remediation/remediation.ts';
import { story } from './story.ts';

const route = { project: 'ENG', issueType: 'Task' };
const silent = parseConfig({ remediation: { defaultRoute: route } });
const rules = parseConfig({ remediation: { defaultRoute: { ...route, onAccepted: { transition: 'Done' } } } });

/** A fix whose risk is accepted from day 1 to day 31. */
function acceptedFix() {
  const fix = story();
  fix.accepted(1, 30);
  return fix;
}

const reading = (movedAt: string, more: Partial<TicketReading> = {}): TicketReading => ({
  ticket: { site: 'jira.test', issueId: '1', key: 'ENG-1' },
  isDone: true,
  outcome: { status: { name: 'Done' }, resolution: undefined },
  movedAt,
  claim: { at: movedAt, status: 'Done' },
  ...more,
});

function read(state: Remediation, ...readings: TicketReading[]): { state: Remediation; types: string[] } {
  let now = state;
  const types = readings.flatMap((one) => {
    const events = syncWithTicket(now, one, one.movedAt, rules);
    now = events.reduce<Remediation | undefined>(applyToRemediation, now) ?? now;
    return events.map(({ type }) => type.replace('Remediation ', ''));
  });
  return { state: now, types };
}

describe('a ticket that our account moved to done while the risk is accepted', () => {
  it('is put away, once, whoever reads it and however often', () => {
    const fix = acceptedFix();
    const away = reading(fix.at(2), { isOwnMove: true });
    const { state, types } = read(fix.state(), away, away);
    expect([types, state]).toMatchObject([['Ticket Put Away'], { state: 'accepted', putAway: { at: fix.at(2) } }]);
  });

  it('is a claim where no route has us move it: another program shares our account', () => {
    const fix = acceptedFix();
    const events = syncWithTicket(fix.state(), reading(fix.at(2), { isOwnMove: true }), fix.at(2), silent);
    expect(events.map(({ type }) => type)).toEqual(['Remediation Claimed']);
  });

  it('is put away also when that is read only after the time is over', () => {
    const fix = acceptedFix();
    const over = expireAcceptance(fix.state(), fix.at(31)).reduce<Remediation | undefined>(
      applyToRemediation,
      fix.state(),
    );
    if (over === undefined) throw new Error('there is no fix');
    expect(read(over, reading(fix.at(2), { isOwnMove: true })).types).toEqual(['Ticket Put Away']);
  });

  it('is closed in the way in which people close it after they moved it out, and a late reading changes nothing', () => {
    const fix = acceptedFix();
    const away = reading(fix.at(2), { isOwnMove: true });
    const theirs = reading(fix.at(5));
    const { types } = read(fix.state(), away, reading(fix.at(4), { isDone: false }), away, theirs, away);
    expect(types).toEqual(['Ticket Put Away', 'Ticket Brought Back', 'Claimed']);
  });

  it('is their claim also where nobody saw that they moved it out', () => {
    const fix = acceptedFix();
    const { types } = read(fix.state(), reading(fix.at(2), { isOwnMove: true }), reading(fix.at(5)));
    expect(types).toEqual(['Ticket Put Away', 'Ticket Brought Back', 'Claimed']);
  });

  it('ends what it said before, when it was moved out of done unseen', () => {
    const fix = acceptedFix();
    const { types } = read(fix.state(), reading(fix.at(2)), reading(fix.at(3), { isOwnMove: true }));
    expect(types).toEqual(['Claimed', 'Reopened', 'Ticket Put Away']);
  });
});

describe('a ticket that is not shown', () => {
  it('gets a follow-up when the accepted time is over, and none before', () => {
    const fix = acceptedFix();
    const over = expireAcceptance(fix.state(), fix.at(31)).reduce<Remediation | undefined>(
      applyToRemediation,
      fix.state(),
    );
    const wanted = [fix.state(), over].map(
      (state) => state && wantFollowUpOfMissing(state, fix.at(31), silent, 'it is not shown').map(({ type }) => type),
    );
    expect(wanted).toEqual([[], ['Remediation Ticket Missing', 'Remediation Follow-Up Wanted']]);
  });
});
