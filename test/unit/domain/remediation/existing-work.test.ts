import { describe, expect, it } from 'vitest';
import { DEFAULT_CONFIG } from '../../../../shared/domain/policy/policy.ts';
import { proposalsReady } from '../../../../shared/domain/record/proposals-ready.ts';
import { applyToRemediation } from '../../../../shared/domain/remediation/apply-remediation.ts';
import { beginRemediation } from '../../../../shared/domain/remediation/decide/begin.ts';
import { syncWithTicket } from '../../../../shared/domain/remediation/decide/claim.ts';
import { existingTicketTaken, requestTicket } from '../../../../shared/domain/remediation/decide/creation.ts';
import type { TicketReading } from '../../../../shared/domain/remediation/decide/ticket-reading.ts';
import {
  type BrowsedSites,
  ExistingWorkDraft,
  keyInName,
  ticketNamed,
  wrongTicket,
} from '../../../../shared/domain/remediation/existing-work.ts';
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

describe('the address of a ticket', () => {
  const dataCenter = { site: 'https://jira.example.com', deployment: 'Data Center' as const };
  const finance = { ...dataCenter, site: 'https://jira.example.com/finance' };
  const cloud = { site: 'https://acme.atlassian.net', formerSites: ['old-name.atlassian.net'] };

  it.each([
    'https://jira.example.com/other/browse/PLAT-1',
    'https://jira.example.com/jira/projects/PLAT/issues/PLAT-1',
    'https://jira.example.com/projects/PLAT/boards?next=/browse/PLAT-1',
    'https://acme.atlassian.net/wiki/browse/PLAT-1',
    'https://acme.atlassian.net@elsewhere.net/browse/PLAT-1',
    'http://acme.atlassian.net/browse/PLAT-1',
  ])('%s is of another Jira on the same host, or of none', (address) => {
    expect([
      ticketNamed(address, [dataCenter, cloud]),
      wrongTicket(address, { ...dataCenter, sites: { cloud } }),
    ]).toEqual([undefined, expect.stringContaining('tickets of fixes are on')]);
  });

  it.each([
    ['https://jira.example.com/browse/PLAT-1', dataCenter],
    ['https://jira.example.com/finance/browse/plat-1', finance],
    ['https://jira.example.com/finance/projects/PLAT/issues/PLAT-1?filter=1', finance],
    ['https://jira.example.com/projects/PLAT/queues/issues/PLAT-1', dataCenter],
    ['https://ACME.atlassian.net/browse/PLAT-1#comment', cloud],
    ['https://acme.atlassian.net/jira/software/c/projects/PLAT/issues/PLAT-1', cloud],
    ['https://acme.atlassian.net/issues/PLAT-1?jql=x', cloud],
    ['https://old-name.atlassian.net/browse/PLAT-1', cloud],
  ])('%s is on the site that stands there, or stood', (address, site) => {
    expect(ticketNamed(address, [dataCenter, finance, cloud])).toEqual({ key: 'PLAT-1', site });
  });
});

describe('two recommendations of one record that name', () => {
  const site = 'https://acme.atlassian.net';
  const finance = { site: 'https://finance.atlassian.net' };
  const problemsOf = (jira: BrowsedSites, ...tickets: string[]) => {
    const recommendations = tickets.map((ticket) =>
      aRecommendation({ status: 'proposed', existingWork: { kind: 'ticket', ticket } }),
    );
    const path = (index: number) => `recommendations.${recommendations[index]?.id}.existingWork`;
    const missing = proposalsReady({ recommendations }, jira);
    return { first: recommendations[0]?.id, second: path(1), missing };
  };

  it.each([
    ['its key and its address, where there is one site', { site }, ['PLAT-7', `${site}/browse/plat-7`]],
    ['its address twice', { site, sites: { finance } }, [`${site}/browse/PLAT-7`, `${site}/issues/PLAT-7`]],
  ])('the same ticket by %s are not handed in', (_how, jira, tickets) => {
    const { first, second, missing } = problemsOf(jira, ...tickets);
    const message = `a ticket is the work of one fix: ${first} names this one, too`;
    expect(missing).toEqual([{ path: second, message }]);
  });

  it.each([
    ['one key, which may be that of a ticket on each of two sites', ['PLAT-7', 'PLAT-7']],
    ['the same key on two sites', [`${site}/browse/PLAT-7`, `${finance.site}/browse/PLAT-7`]],
  ])('%s are', (_what, tickets) => {
    expect(problemsOf({ site, sites: { finance } }, ...tickets).missing).toEqual([]);
  });
});
