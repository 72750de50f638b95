import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type LoopbackServer, loopbackServer } from '../../../../local/in-process/loopback-server.ts';
import type { startServiceNow } from '../../../../local/stand-ins/servicenow.ts';
import type { TicketRef } from '../../../../shared/domain/ticket/incident-ticket.ts';
import { illFormedIn } from '../../../../shared/domain/words/well-formed.ts';
import { ServiceNowIncidentHidden } from '../../../../shared/intake/servicenow/details.ts';
import { UnknownInstance } from '../../../../shared/intake/several-instances.ts';
import { referenceData } from '../../../support/samples/reference-data.ts';
import { SERVICENOW_SITE } from '../../../support/systems/servicenow.ts';
import {
  bothTables,
  bytesOfValue,
  type ServiceNowSettings,
  serviceNowTools,
  startInstance,
} from '../../../support/systems/servicenow-instance.ts';
import { mustHold } from '../../../support/texts/must-hold.ts';
import { testClock } from '../../../support/world/clock.ts';

const clock = testClock();
let instance: Awaited<ReturnType<typeof startServiceNow>>;
beforeEach(async () => {
  clock.turnTo('2026-11-21T08:00:00.000Z');
  instance = await startInstance(clock.date, () => Promise.resolve(202));
  instance.data.names.set('u1', 'Mia Okafor').set('u2', 'Sam Field').set('g1', 'Security Operations');
});
afterEach(() => instance.close());

const ticketOf = ({ number, sysId }: { number: string; sysId: string }): TicketRef => ({
  ...{ source: 'servicenow', site: SERVICENOW_SITE, ticketId: sysId, key: number },
});
const connected = (settings?: ServiceNowSettings) => serviceNowTools(bothTables(instance.url, settings));

async function resolved(values: Record<string, string> = {}) {
  const made = await instance.create('incident', { opened_by: 'u1', assigned_to: 'u2', ...values });
  clock.advance('PT30M');
  await instance.update(made.number, { state: '2' });
  clock.advance('PT30M');
  const ending = { resolved_at: '2026-11-21 09:00:00', resolved_by: 'u2', close_code: 'Solution provided' };
  await instance.update(made.number, { state: '6', ...ending });
  return { ...made, ticket: ticketOf(made) };
}

describe('details of an incident of ServiceNow', () => {
  it('are what it knows, in UTC, with the people as accounts and names', async () => {
    const { number, sysId, ticket } = await resolved({ description: 'A false page (T1566.002)' });
    instance.data.addNote(number, 'comments', 'Your mailbox is safe again', 'sam');
    instance.data.addNote(number, 'work_notes', 'It was the CFO', 'mia');
    const { connection, odd } = connected();
    const details = await connection.details(ticket);
    expect(odd).toEqual([]);
    expect(details?.incident).toEqual({
      ...ticket,
      url: `https://${SERVICENOW_SITE}/incident.do?sys_id=${sysId}`,
      ...{ title: 'Phished', description: 'A false page (T1566.002)', severity: 'high' },
      ...{ openedAt: '2026-11-21T08:00:00.000Z', closedAt: '2026-11-21T09:00:00.000Z', techniques: ['T1566.002'] },
      people: [
        { role: 'reporter', person: { accountId: 'u1', name: 'Mia Okafor' } },
        { role: 'assignee', person: { accountId: 'u2', name: 'Sam Field' } },
        { role: 'closer', person: { accountId: 'u2', name: 'Sam Field' } },
        { role: 'commenter', person: { accountId: 'sam', name: 'sam' } },
        { role: 'commenter', person: { accountId: 'mia', name: 'mia' } },
      ],
    });
    expect(
      details?.timeline.map(({ at, what, isRestricted = false }) => [
        at.replace(/^.*T|:00\..*$/g, ''),
        what,
        isRestricted,
      ]),
    ).toEqual([
      ['08:00', 'Ticket opened: Phished', false],
      ['08:30', 'State: New → In Progress', false],
      ['09:00', 'State: In Progress → Resolved', false],
      ['09:00', 'Your mailbox is safe again', false],
      ['09:00', 'It was the CFO', true],
      ['09:00', 'Resolved as Solution provided', false],
    ]);
  });

  it('say when it was resolved and who did, and not the job that closed it days later', async () => {
    const { number, ticket } = await resolved();
    clock.advance('P7D');
    await instance.update(
      number,
      { state: '7', closed_at: '2026-11-28 09:00:00', closed_by: 'system', active: 'false' },
      'system',
    );
    const { incident } = (await connected().connection.details(ticket)) ?? {};
    expect([incident?.closedAt, incident?.people.find(({ role }) => role === 'closer')?.person.name]).toEqual([
      '2026-11-21T09:00:00.000Z',
      'Sam Field',
    ]);
  });

  it('say when it was closed the last time, of several', async () => {
    const { number, ticket } = await resolved();
    clock.advance('PT1H');
    await instance.update(number, { state: '2', reopened_time: '2026-11-21 10:00:00', resolved_at: '' });
    clock.advance('PT1H');
    await instance.update(number, { state: '6', resolved_at: '2026-11-21 11:00:00' });
    const { connection } = connected();
    const [scope] = connection.poll?.scopes ?? [];
    expect([(await connection.details(ticket))?.incident.closedAt, await scope?.lastReopening(ticket)]).toEqual([
      '2026-11-21T11:00:00.000Z',
      '2026-11-21T10:00:00.000Z',
    ]);
  });

  it('are none of an incident that is open again, and of one that is not in scope', async () => {
    const { number, ticket } = await resolved();
    const only = { tables: { incident: { only: { assignmentGroups: ['Security Operations'] } } } };
    const outOfScope = await connected(only).connection.details(ticket);
    await instance.update(number, { assignment_group: 'g1' });
    const inScope = await connected(only).connection.details(ticket);
    await instance.update(number, { state: '2' });
    expect([outOfScope, inScope?.incident.key, await connected().connection.details(ticket)]).toEqual([
      undefined,
      number,
      undefined,
    ]);
  });

  it('say that there is nothing to review of a duplicate, and of one that was canceled', async () => {
    const duplicate = await resolved();
    await instance.update(duplicate.number, { close_code: 'Duplicate' });
    const canceled = await resolved();
    await instance.update(canceled.number, { state: '8', close_code: '' });
    const { connection } = connected();
    const closedAs = async (ticket: TicketRef) => (await connection.details(ticket))?.closedAs;
    expect([await closedAs(duplicate.ticket), await closedAs(canceled.ticket)]).toEqual([
      'Resolved as Duplicate',
      'Canceled',
    ]);
  });

  it('mark a security incident, which few may read', async () => {
    const made = await instance.create('sn_si_incident');
    clock.advance('PT1H');
    await instance.update(made.number, { state: '100' });
    clock.advance('PT1H');
    instance.data.addNote(made.number, 'work_notes', 'When is the review?', 'sam');
    const details = await connected({ tlpConfidential: 'RED' }).connection.details(ticketOf(made));
    // Review has no time of its own in the record: the audit has it.
    expect([details?.leastTlp, details?.incident.closedAt]).toEqual(['RED', '2026-11-21T09:00:00.000Z']);
  });

  it('tell a priority that the configuration does not have', async () => {
    const { ticket } = await resolved({ priority: '9' });
    const details = await connected().connection.details(ticket);
    expect([details?.incident.severity, details?.unmapped]).toEqual(['medium', [{ what: 'severity', value: '9' }]]);
  });

  it('throw while the state is called otherwise in the configuration, so that nothing is lost meanwhile', async () => {
    const { ticket } = await resolved();
    const tables = { incident: { states: { opens: [{ state: ['6'], name: ['Gelöst'] }] } } };
    await expect(connected({ tables }).connection.details(ticket)).rejects.toThrow(
      'the state of INC0000001 on acme.service-now.com is 6 (Resolved)',
    );
  });

  it('throw while the incident is hidden from the account, and come once it is shown', async () => {
    const { sysId, ticket } = await resolved();
    instance.account.hidden.add(sysId);
    const { connection } = connected();
    await expect(connection.details(ticket)).rejects.toThrow(ServiceNowIncidentHidden);
    instance.account.hidden.delete(sysId);
    expect((await connection.details(ticket))?.incident.key).toBe(ticket.key);
  });

  it('come without journal and audit where the account may not read them, and say so', async () => {
    const { number, ticket } = await resolved();
    instance.data.addNote(number, 'work_notes', 'It was the CFO', 'mia');
    for (const table of ['sys_journal_field', 'sys_audit']) instance.account.refusedTables.add(table);
    const { connection, odd } = connected();
    const { incident, timeline } = (await connection.details(ticket)) ?? {};
    expect([incident?.closedAt, timeline?.length, odd.map(({ kind }) => kind)]).toEqual([
      '2026-11-21T09:00:00.000Z',
      2,
      ['journal of an incident'],
    ]);
  });

  it('are found beside a table that the account may not read', async () => {
    const { ticket } = await resolved();
    instance.account.refusedTables.add('sn_si_incident');
    expect((await connected().connection.details(ticket))?.incident.key).toBe(ticket.key);
  });

  it('are whole characters, and fit an item, whatever the texts are', async () => {
    const { number, ticket } = await resolved();
    const { connection } = connected();
    const long = fc.constantFrom(
      '🔥'.repeat(300),
      '🔥'.repeat(20_000),
      'e\u0301'.repeat(20_000),
      ' ',
      '👩‍👩‍👧‍👦'.repeat(60),
    );
    await mustHold(
      fc.asyncProperty(long, long, long, async (short_description, description, close_notes) => {
        await instance.update(number, { short_description, description, close_notes });
        instance.data.addNote(number, 'work_notes', description, short_description);
        const details = await connection.details(ticket);
        expect([illFormedIn(details), (details?.incident.title.length ?? 256) <= 255]).toEqual([undefined, true]);
        expect(details?.incident.title.trim()).not.toBe('');
        expect(bytesOfValue(details)).toBeLessThan(350_000);
      }),
      { runs: 20 },
    );
  });

  it('are asked on the site of the ticket alone', async () => {
    const { ticket } = await resolved();
    const elsewhere = connected().connection.details({ ...ticket, site: 'other.service-now.com' });
    await expect(elsewhere).rejects.toThrow(UnknownInstance);
  });
});

const recorded = referenceData('data/webhooks/servicenow-tableapi-incident-closed.json');

describe.each(recorded === undefined ? [] : [recorded])('a reference answer of the Table API', () => {
  let server: LoopbackServer;
  beforeEach(async () => {
    const record = recorded === undefined ? '' : readFileSync(recorded, 'utf8');
    server = await loopbackServer(({ url }) => ({
      status: 200,
      body: /\/table\/\w+$/.test(url.pathname) ? '{"result":[]}' : record,
    }));
  });
  afterEach(() => server.close());

  it('is an incident that was resolved a week before a job closed it', async () => {
    const input = bothTables(server.url, { tables: { incident: {} } });
    const { connection, odd } = serviceNowTools(input);
    const details = await connection.details(
      ticketOf({ number: 'INC0000039', sysId: '9d385017c611228701d22104cc95c371' }),
    );
    expect(details?.incident).toMatchObject({
      ...{ key: 'INC0000039', title: 'Trouble getting to Oregon mail server', severity: 'low' },
      ...{ openedAt: '2026-09-05T00:41:01.000Z', closedAt: '2026-09-06T16:00:00.000Z' },
      people: [{ role: 'reporter', person: { accountId: '0001', name: 'Sam Responder' } }],
    });
    expect(odd.map(({ because }) => because)).toEqual(['the account may not read sys_journal_field']);
  });
});
