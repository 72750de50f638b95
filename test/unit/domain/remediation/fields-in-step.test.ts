import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseConfig } from '../../../../shared/domain/policy/parse-config.ts';
import { DEFAULT_CONFIG } from '../../../../shared/domain/policy/policy.ts';
import { applyToRemediation } from '../../../../shared/domain/remediation/apply-remediation.ts';
import { dayInTicket } from '../../../../shared/domain/remediation/day-in-ticket.ts';
import { attest } from '../../../../shared/domain/remediation/decide/attestation.ts';
import { beginRemediation } from '../../../../shared/domain/remediation/decide/begin.ts';
import { syncWithTicket } from '../../../../shared/domain/remediation/decide/claim.ts';
import { requestTicket, ticketCreated } from '../../../../shared/domain/remediation/decide/creation.ts';
import {
  dueDateNotPutBack,
  dueDatePutBack,
  ticketMissing,
} from '../../../../shared/domain/remediation/decide/in-step.ts';
import type { TicketReading } from '../../../../shared/domain/remediation/decide/ticket-reading.ts';
import {
  isTicketed,
  REMEMBERED_WORKERS,
  type Remediation,
  type RemediationTicket,
  type TicketedRemediation,
  type TicketPriority,
} from '../../../../shared/domain/remediation/remediation.ts';
import type { RemediationEvent } from '../../../../shared/domain/remediation/remediation-events.ts';
import { mustHold } from '../../../support/texts/must-hold.ts';
import { aPartId, aPostMortemId, aRecommendation, NOW } from '../../../support/world/records.ts';

const rules = DEFAULT_CONFIG;
const TICKET = { site: 'jira.test', issueId: '1', key: 'PLAT-1' };
const DUE = '2026-12-05';
const ORDER: TicketPriority[] = [
  { id: '1', name: 'Höchste' },
  { id: '2', name: 'Hoch' },
  { id: '3', name: 'Mittel' },
  { id: '4', name: 'Niedrig' },
  { id: '5', name: 'Niedrigste' },
];
const MADE = { ...TICKET, title: 'Turn on MFA', dueOn: DUE, priority: { id: '2' } };
const minutes = (count: number): string => new Date(Date.parse(NOW) + count * 60_000).toISOString();

const happen = (state: Remediation | undefined, events: readonly RemediationEvent[]) =>
  events.reduce<Remediation | undefined>(applyToRemediation, state);

/** A fix that is due on the fifth of December, with a ticket. */
function open(ticket: RemediationTicket = MADE, existing = false): TicketedRemediation {
  const recommendation = aRecommendation({
    dueAt: `${DUE}T10:00:00.000Z`,
    ...(existing ? { existingWork: { kind: 'ticket', ticket: 'PLAT-1' } } : {}),
  });
  const remediation = beginRemediation(aPostMortemId(), recommendation, { now: NOW, tlp: 'AMBER' }, rules);
  const approved: RemediationEvent = {
    type: 'Recommendation Approved',
    data: { postMortemId: remediation.postMortemId, recommendation, remediation },
  };
  const begun = happen(undefined, [approved]);
  const requested = begun && happen(begun, requestTicket(begun, NOW, rules));
  return ticketed(requested && happen(requested, ticketCreated(requested, ticket, false)));
}

function ticketed(state: Remediation | undefined): TicketedRemediation {
  if (state === undefined || !isTicketed(state)) throw new Error(`the fix is ${state?.state}`);
  return state;
}

const read = (ticket: Partial<RemediationTicket>, more: Partial<TicketReading> = {}): TicketReading => ({
  ticket: { ...MADE, ...ticket },
  isDone: false,
  outcome: { status: { name: 'To Do' }, resolution: undefined },
  movedAt: NOW,
  claim: { at: NOW, status: 'To Do' },
  projects: ['PLAT'],
  priorityOrder: ORDER,
  ...more,
});

const sync = (state: Remediation, reading: TicketReading, with_ = rules) => syncWithTicket(state, reading, NOW, with_);
const typesOf = (events: readonly RemediationEvent[]) => events.map(({ type }) => type.replace('Remediation ', ''));
const synced = (state: Remediation, reading: TicketReading) => {
  const events = sync(state, reading);
  return { state: ticketed(happen(state, events)), types: typesOf(events) };
};

describe('a ticket as it was made', () => {
  it.each<[string, Partial<RemediationTicket>]>([
    ['is no change', {}],
    ['is none with the name of its priority', { priority: { id: '2', name: 'Hoch' } }],
    ['is none with another time of its last change', { updatedAt: minutes(1) }],
  ])('%s', (_, ticket) => {
    expect(sync(open(), read(ticket))).toEqual([]);
  });

  it('has every field that is not shown as it was', () => {
    const { site, issueId, key } = TICKET;
    expect(sync(open(), read({}, { ticket: { site, issueId, key } }))).toEqual([]);
  });

  it('of an earlier release is looked at once without a word on what changed', () => {
    const first = sync(open(TICKET), read({ priority: { id: '3', name: 'Medium' }, dueOn: '2027-01-01' }));
    expect(first).toMatchObject([{ type: 'Remediation Ticket Updated', data: { changes: [] } }]);
    const known = ticketed(happen(open(TICKET), first));
    expect(sync(known, read({ priority: { id: '3', name: 'Medium' }, dueOn: '2027-01-01' }))).toEqual([]);
    expect(typesOf(sync(known, read({ priority: { id: '3' }, dueOn: '2027-02-01' })))).toEqual(['Due Date Pushed']);
  });
});

describe('the due date of a ticket', () => {
  it.each<[string, string | null, string[]]>([
    ['later is a push', '2026-12-06', ['Due Date Pushed']],
    ['taken away is a push', null, ['Due Date Pushed']],
    ['nearer is none', '2026-12-04', ['Ticket Updated']],
    ['ours is no change', DUE, []],
  ])('%s', (_, dueOn, types) => {
    expect(typesOf(sync(open(), read({ dueOn })))).toEqual(types);
  });

  it('that was nearer may come back up to ours, and no further', () => {
    const nearer = synced(open(), read({ dueOn: '2026-12-01' })).state;
    expect(typesOf(sync(nearer, read({ dueOn: DUE })))).toEqual(['Ticket Updated']);
    expect(typesOf(sync(nearer, read({ dueOn: '2026-12-06' })))).toEqual(['Due Date Pushed']);
  });

  it('is put back in the calendar of its team, on the day that its route wants', () => {
    const at = (dueAt: string) => ticketed({ ...open(), dueAt, ownerTeam: 'Network' });
    const of = (timezone: string, due: 'calendar day' | 'business day' | 'none') => ({
      ...rules,
      teams: { Network: { owner: 'net@example.com', lead: 'lead@example.com', timezone } },
      remediation: { ...rules.remediation, defaultRoute: { ...rules.remediation.defaultRoute, due } },
    });
    expect([
      dayInTicket(at('2026-12-05T23:30:00.000Z'), of('Asia/Kolkata', 'calendar day')),
      dayInTicket(at('2026-12-05T03:30:00.000Z'), of('America/New_York', 'calendar day')),
      dayInTicket(at('2026-12-06T12:00:00.000Z'), of('UTC', 'business day')),
      dayInTicket(at('2026-12-06T12:00:00.000Z'), of('UTC', 'none')),
    ]).toEqual(['2026-12-06', '2026-12-04', '2026-12-04', undefined]);
  });

  it('is that of the route where the ticket is now, from the change on that tells of the move', () => {
    const routes = {
      network: { project: 'NET', issueType: 'Task', due: 'none' as const },
      mail: { project: 'MAIL', issueType: 'Task', due: 'business day' as const },
    };
    const policy = parseConfig({ remediation: { routes } });
    const at = (key: string) => ticketed({ ...open(), dueAt: '2026-12-06T12:00:00.000Z', ticket: { ...MADE, key } });
    expect(['PLAT-1', 'MAIL-7', 'NET-7'].map((key) => dayInTicket(at(key), policy))).toEqual([
      '2026-12-06',
      '2026-12-04',
      undefined,
    ]);
    const moved = read({ key: 'NET-7', dueOn: '2027-01-01' }, { projects: ['NET'] });
    expect([
      typesOf(sync(open(), read({ dueOn: '2027-01-01' }), policy)),
      typesOf(sync(open(), moved, policy)),
    ]).toEqual([['Due Date Pushed'], ['Ticket Updated']]);
  });

  it('is recorded and not answered where the route wants none, or others made the ticket', () => {
    const none = { ...rules.remediation, defaultRoute: { ...rules.remediation.defaultRoute, due: 'none' as const } };
    expect(typesOf(sync(open(), read({ dueOn: '2027-01-01' }), { ...rules, remediation: none }))).toEqual([
      'Ticket Updated',
    ]);
    expect(typesOf(sync(open(MADE, true), read({ dueOn: '2027-01-01', priority: { id: '5' } })))).toEqual([
      'Ticket Updated',
    ]);
  });

  it('is owed while the ticket is done, until it is open again', () => {
    const done = { isDone: true, outcome: { status: { name: 'Done' }, resolution: undefined }, movedAt: minutes(1) };
    const events = sync(open(), read({ dueOn: '2027-01-01' }, done));
    expect(events[0]).toMatchObject({ data: { answer: 'put back once open' } });
    const owed = ticketed(happen(open(), events));
    expect([owed.state, owed.pushedDueDate]).toEqual(['claimed', { pushes: 1, putBack: 'owed' }]);
    const answered = ticketed(happen(owed, dueDatePutBack(owed, DUE, NOW)));
    expect(sync(answered, read({ dueOn: '2027-02-01' }, done))[0]).toMatchObject({ data: { answer: 'left' } });
  });

  it('is put back once, and left from then on, also when the ticket did not take it', () => {
    const push = (state: Remediation, dueOn: string) => sync(state, read({ dueOn }));
    const owed = ticketed(happen(open(), push(open(), '2027-01-01')));
    expect(push(owed, '2027-02-01')).toMatchObject([{ data: { answer: 'put back' } }]);
    for (const answer of [dueDatePutBack(owed, DUE, NOW), dueDateNotPutBack(owed, 'no screen has it', NOW)]) {
      const answered = ticketed(happen(owed, answer));
      expect(push(answered, '2027-02-01')).toMatchObject([{ data: { answer: 'left' } }]);
      expect([dueDatePutBack(answered, DUE, NOW), dueDateNotPutBack(answered, 'again', NOW)]).toEqual([[], []]);
    }
  });
});

describe('the priority of a ticket', () => {
  it.each<[string, string | undefined, readonly TicketPriority[] | undefined, string[]]>([
    ['below is told', '4', ORDER, ['Priority Lowered']],
    ['above is recorded', '1', ORDER, ['Ticket Updated']],
    ['of a site that does not tell the order only changed', '4', undefined, ['Ticket Updated']],
    ['that the order does not have only changed', '9', ORDER, ['Ticket Updated']],
    ['without an id, of a name that the site does not have, says nothing', undefined, ORDER, []],
  ])('%s', (_, id, priorityOrder, types) => {
    const { priorityOrder: __, ...reading } = read({
      priority: { ...(id === undefined ? {} : { id }), name: 'Irgendwas' },
    });
    const told = priorityOrder === undefined ? reading : { ...reading, priorityOrder };
    expect(typesOf(sync(open(), told))).toEqual(types);
  });

  it.each<[string, TicketPriority, TicketPriority, readonly TicketPriority[], string[]]>([
    ['below is told', { name: 'hoch' }, { id: '4', name: 'Niedrig' }, ORDER, ['Priority Lowered']],
    ['above is no lower one', { name: 'Hoch' }, { id: '1', name: 'Höchste' }, ORDER, ['Ticket Updated']],
    [
      'that it has still is looked at for the first time',
      { name: 'Hoch' },
      { id: '2', name: 'Hoch' },
      ORDER,
      ['Ticket Updated'],
    ],
    [
      'of two of that name has no place',
      { name: 'Hoch' },
      { id: '4', name: 'Niedrig' },
      [{ id: '7', name: 'Hoch' }, ...ORDER],
      ['Ticket Updated'],
    ],
  ])('that we gave it by its name: one %s', (_, given, priority, priorityOrder, types) => {
    const made = open({ ...MADE, priority: given });
    expect(typesOf(sync(made, { ...read({ priority }), priorityOrder }))).toEqual(types);
  });
});

describe('the place of a ticket', () => {
  it('is out where no route leads, and not where its project was renamed, or where the system does not tell', () => {
    const moved = { key: 'BIN-7' };
    const { projects: _, ...untold } = read(moved);
    expect([
      typesOf(sync(open(), read(moved, { projects: ['BIN'] }))),
      typesOf(sync(open(), read(moved, { projects: ['BIN', rules.remediation.defaultRoute.project] }))),
      typesOf(sync(open(), untold)),
    ]).toEqual([['Ticket Moved Out'], ['Ticket Updated'], ['Ticket Updated']]);
  });

  it('is told once as missing, and once as shown again, with what changed meanwhile', () => {
    const state = ticketed(happen(open(), ticketMissing(open(), NOW)));
    const again = synced(state, read({ title: 'Later' }));
    expect([ticketMissing(state, minutes(9)), again.types, again.state.ticket.missingSince]).toEqual([
      [],
      ['Ticket Found Again', 'Ticket Updated'],
      undefined,
    ]);
  });
});

describe('readings that overtake one another', () => {
  it('take nothing back', () => {
    const now = synced(open(), read({ title: 'New', dueOn: '2026-12-01', updatedAt: minutes(2) })).state;
    expect(sync(now, read({ updatedAt: minutes(1) }))).toEqual([]);
  });

  it('leave every change in the record, whatever people do, with no more than one put back', () => {
    const readings = fc.array(
      fc.record({
        dueOn: fc.constantFrom(DUE, '2026-12-01', '2027-01-01', '2027-02-01', null),
        priority: fc.constantFrom({ id: '1' }, { id: '2' }, { id: '5' }),
        title: fc.constantFrom('Turn on MFA', 'Later'),
        isAnswered: fc.boolean(),
      }),
      { maxLength: 12 },
    );
    mustHold(
      fc.property(readings, (all) => {
        let state = open();
        let answers = 0;
        for (const [index, { isAnswered, ...shown }] of all.entries()) {
          const reading = read({ ...shown, updatedAt: minutes(index) });
          state = ticketed(happen(state, sync(state, reading)));
          expect(state.ticket).toMatchObject(shown);
          // The same once more is no news.
          expect(sync(state, reading)).toEqual([]);
          const answer = isAnswered ? dueDatePutBack(state, DUE, NOW) : [];
          answers += answer.length;
          state = ticketed(happen(state, answer));
        }
        expect(answers).toBeLessThanOrEqual(1);
        expect(state.dueAt).toBe(open().dueAt);
      }),
    );
  });
});

describe('everybody who had the ticket during the work', () => {
  const person = (number: number) => ({ accountId: `712020:${number}`, name: `Person ${number}` });

  const done = { isDone: true, outcome: { status: { name: 'Done' }, resolution: undefined }, movedAt: minutes(1) };
  /** Handed on from one to the next, and then claimed. */
  function workedOnBy(count: number) {
    let state = open();
    for (let number = 1; number <= count; number += 1) state = synced(state, read({ assignee: person(number) })).state;
    return synced(state, read({ assignee: person(999) }, done));
  }

  it('is remembered, the newest of very many, and nobody who has it after the claim', () => {
    const claimed = workedOnBy(REMEMBERED_WORKERS + 5);
    const after = synced(claimed.state, read({ assignee: person(1_000) }, { isDone: true })).state;
    expect([claimed.types, after.workedBy?.length, after.workedBy?.at(0), after.workedBy?.at(-1)]).toEqual([
      ['Ticket Updated', 'Claimed'],
      REMEMBERED_WORKERS,
      person(7),
      person(999),
    ]);
  });

  const attestedBy = (state: Remediation, number: number) => () =>
    attest(
      { ...state, checks: [{ kind: 'attestation', statement: 'The filter quarantines our test mail' }] },
      {
        ...{ id: aPartId(), check: 0, outcome: 'pass', note: 'seen', at: NOW },
        by: { kind: 'person', id: `p${number}`, name: `Person ${number}`, jiraAccountId: person(number).accountId },
      },
    );

  it('does not attest, the first of forty as little as the last', () => {
    const { state } = workedOnBy(40);
    expect(attestedBy(state, 1)).toThrow('a second person must attest');
    expect(attestedBy(state, 40)).toThrow('a second person must attest');
    expect(attestedBy(state, 500)).not.toThrow();
  });

  it('is not known where they are too many to be remembered: then nobody attests', () => {
    const { state } = workedOnBy(REMEMBERED_WORKERS + 5);
    expect(attestedBy(state, 1)).toThrow('let a source show the fix');
    expect(attestedBy(state, 5_000)).toThrow('let a source show the fix');
  });

  it('moved the ticket to done in an earlier round, and does not attest a later one', () => {
    const claim = (number: number, at: string) => ({ at, status: 'Done', by: person(number) });
    const first = synced(open(), read({}, { ...done, claim: claim(1, minutes(1)) })).state;
    const back = synced(first, read({}, { movedAt: minutes(2) })).state;
    const second = synced(back, read({}, { ...done, movedAt: minutes(3), claim: claim(2, minutes(3)) })).state;
    expect([first.state, back.state, second.state]).toEqual(['claimed', 'open', 'claimed']);
    expect(attestedBy(second, 1)).toThrow('a second person must attest');
    expect(attestedBy(second, 2)).toThrow('a second person must attest');
    expect(attestedBy(second, 3)).not.toThrow();
  });

  it('keeps the address that they are told apart by, whatever the changelog lacks', () => {
    const mia = { accountId: '712020:mia', name: 'Mia Okafor', email: 'mia@example.com' };
    const known = synced(open(), read({ assignee: mia })).state;
    const formerAssignees = [{ accountId: mia.accountId, name: '' }];
    const handedOn = synced(known, read({ assignee: person(1) }, { formerAssignees })).state;
    expect(handedOn.workedBy).toEqual([mia, person(1)]);
  });
});
