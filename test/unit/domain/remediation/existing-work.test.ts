import { describe, expect, it } from 'vitest';
import { DEFAULT_CONFIG } from '../../../../shared/domain/policy/policy.ts';
import { proposalsReady } from '../../../../shared/domain/record/proposals-ready.ts';
import { applyToRemediation } from '../../../../shared/domain/remediation/apply-remediation.ts';
import { beginRemediation } from '../../../../shared/domain/remediation/decide/begin.ts';
import { syncWithTicket, type TicketReading } from '../../../../shared/domain/remediation/decide/claim.ts';
import { existingTicketTaken, requestTicket } from '../../../../shared/domain/remediation/decide/creation.ts';
import { ExistingWorkDraft, keyInName, wrongTicket } from '../../../../shared/domain/remediation/existing-work.ts';
import type { Remediation } from '../../../../shared/domain/remediation/remediation.ts';
import type { RemediationEvent } from '../../../../shared/domain/remediation/remediation-events.ts';
import { aPostMortemId, aRecommendation, NOW } from '../../../support/world/records.ts';

const rules = DEFAULT_CONFIG;
const postMortemId = aPostMortemId();
const existingWork = { kind: 'ticket' as const, ticket: 'PLAT-7' };
const recommendation = { ...aRecommendation({ existingWork }), status: 'approved' as const };
const ticket = { site: 'jira.test', issueId: '7', key: 'PLAT-7' };
const reading = (at: string, status: string): TicketReading => ({
  ticket,
  isDone: status === 'Done',
  outcome: { status: { name: status }, resolution: undefined },
  movedAt: at,
  claim: { at, status },
});

const stateAfter = (state: Remediation | undefined, events: RemediationEvent[]): Remediation => {
  const next = events.reduce(applyToRemediation, state);
  if (next === undefined) throw new Error('nothing was approved');
  return next;
};

/** An approved fix of the existing ticket, whose lease is taken. */
function requested(): Remediation {
  const remediation = beginRemediation(postMortemId, recommendation, { now: NOW, tlp: 'AMBER' }, rules);
  const data = { postMortemId, recommendation, remediation };
  const approved = stateAfter(undefined, [{ type: 'Recommendation Approved', data }]);
  return stateAfter(approved, requestTicket(approved, NOW, rules));
}

const taken = (found: TicketReading): Remediation =>
  stateAfter(requested(), existingTicketTaken(requested(), found, NOW, rules));

describe('a fix of an existing ticket', () => {
  it('that was done long before claims from the approval on', () => {
    const fix = taken(reading('2026-06-01T10:00:00.000Z', 'Done'));
    expect(fix).toMatchObject({ state: 'claimed', claim: { at: NOW, ticketDoneAt: '2026-06-01T10:00:00.000Z' } });
    expect(syncWithTicket(fix, reading('2026-06-01T10:00:00.000Z', 'Done'), NOW, rules)).toEqual([]);
  });

  it('is open again when its ticket is moved, though the clock of Jira is behind ours', () => {
    const fix = taken(reading('2026-06-01T10:00:00.000Z', 'Done'));
    const moved = stateAfter(fix, syncWithTicket(fix, reading('2026-11-21T09:59:00.000Z', 'In Progress'), NOW, rules));
    const again = stateAfter(moved, syncWithTicket(moved, reading('2026-11-21T09:59:30.000Z', 'Done'), NOW, rules));
    expect([moved.state, again.state]).toEqual(['open', 'claimed']);
  });

  it('that goes to done later claims then, as any other', () => {
    const open = taken(reading('2026-06-01T10:00:00.000Z', 'To Do'));
    const at = '2026-11-22T10:00:00.000Z';
    expect(stateAfter(open, syncWithTicket(open, reading(at, 'Done'), at, rules))).toMatchObject({
      state: 'claimed',
      claim: { at },
    });
  });

  it('is never in doubt: whoever comes after a worker that fell silent takes it at once', () => {
    const again = stateAfter(requested(), requestTicket(requested(), '2026-11-21T11:00:00.000Z', rules));
    expect(again).toMatchObject({ state: 'requested', attempt: 2 });
  });
});

describe('the name of an existing ticket', () => {
  const site = 'https://acme.atlassian.net';

  it.each([
    ['net-12', 'NET-12'],
    [`${site}/browse/NET-12?focusedId=1`, 'NET-12'],
    [`${site}/jira/servicedesk/projects/NET/queues/issues/NET-12`, 'NET-12'],
    ['https://elsewhere.net/browse', undefined],
    ['NET-12 and more', undefined],
  ])('%j is the key %j', (name, key) => {
    expect(keyInName(name)).toBe(key);
  });

  it('is refused on another site, and where it is none', () => {
    expect(
      ['NET-12', `${site}/browse/NET-12`, `${site}.evil.com/browse/NET-12`, 'http://x'].map((name) =>
        wrongTicket(name, { site }),
      ),
    ).toEqual([
      undefined,
      undefined,
      expect.stringContaining('tickets of fixes are on'),
      expect.stringContaining('names no'),
    ]);
  });

  it.each([
    { kind: 'ticket', ticket: 'SEC' },
    { kind: 'ticket', ticket: 'http://acme.atlassian.net/browse/NET-12' },
    { kind: 'pull request', url: 'javascript:alert(1)' },
    { kind: 'pull request', url: 'http://github.com/acme/mail/pull/1' },
    { kind: 'none' },
  ])('is not taken as %j', (draft) => {
    expect(ExistingWorkDraft.safeParse(draft).success).toBe(false);
  });
});

it('two recommendations of one record that name the same ticket are not handed in', () => {
  const [one, other] = [
    aRecommendation({ status: 'proposed', existingWork }),
    aRecommendation({
      status: 'proposed',
      existingWork: { kind: 'ticket', ticket: 'https://acme.atlassian.net/browse/plat-7' },
    }),
  ];
  expect(proposalsReady({ recommendations: [one, other] })).toEqual([
    {
      path: `recommendations.${other.id}.existingWork`,
      message: `a ticket is the work of one fix: ${one.id} names this one, too`,
    },
  ]);
});
