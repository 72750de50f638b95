import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openPostMortemHandler } from '../../../functions/open-post-mortem/handler.ts';
import { approve, submit } from '../../../shared/domain/record/decide/review-record.ts';
import type { TicketRef } from '../../../shared/domain/ticket/incident-ticket.ts';
import { CONNECTIONS } from '../../../shared/intake/registry.ts';
import { connectSources } from '../../../shared/intake/sources-in-use.ts';
import { engineForThisFile } from '../../support/machine/engine.ts';
import { polledSystem } from '../../support/systems/polled-source.ts';
import { ANNA, BEN } from '../../support/world/people.ts';
import { aCause, approvedRecord, closedIncident } from '../../support/world/stories.ts';
import { CONTEXT, sqsEventOf, startWorld, type World } from '../../support/world/world.ts';

const endpoint = engineForThisFile();
let world: World;
beforeEach(async () => {
  world = await startWorld(endpoint());
});
afterEach(() => world.close());

const changed = (ticket: TicketRef, at = world.now()) =>
  world.event({ type: 'Incident Ticket Changed', data: { ticket, at } });
const closed = (ticket: TicketRef) =>
  world.event({ type: 'Incident Ticket Closed', data: { ticket, closedAt: world.now() } });
const stateOf = async (ticket: TicketRef) => {
  const id = await world.store.postMortemOfTicket(ticket);
  const record = id && (await world.store.postMortem(id));
  return record && [record.status, record.carriedOn];
};
const openings = async (): Promise<number> =>
  (await world.outbox()).filter(({ type }) => type === 'Post-Mortem Opened').length;
const requests = (path: string): number => world.simulator.requests().filter((one) => one.path.endsWith(path)).length;

describe('an incident in Jira of which it was told only that it changed', () => {
  it('gets its record when it is closed, once, and its link, also when that failed before', async () => {
    const ticket = closedIncident(world);
    world.simulator.faults.add({ kind: 'status', status: 503, method: 'POST', path: '/rest/api/3/issue/*/remotelink' });
    const event = changed(ticket);
    const back = await world.handOver(event);
    await Promise.all([event, changed(ticket), closed(ticket)].map((one) => world.handOver(one)));
    expect([back, await openings(), world.simulator.issue(ticket.key)?.remoteLinks.length]).toEqual([[event.id], 1, 1]);
  });

  it('is left alone after one question while it is open and has no record', async () => {
    const ticket = closedIncident(world);
    world.simulator.transition(ticket.key, 'In Progress');
    const before = world.simulator.requests().length;
    await world.handOver(changed(ticket));
    expect([await openings(), world.simulator.requests().length - before]).toEqual([0, 1]);
  });

  it('has its record carried on when it is open again, and by no later move within open', async () => {
    const { incident, id } = await approvedRecord(world);
    world.clock.advance('PT1H');
    world.simulator.transition(incident.key, 'To Do');
    const told = changed(incident);
    await world.handOver(told);
    await world.handOver(told);
    const once = await stateOf(incident);
    world.clock.advance('PT1H');
    await world.store.changePostMortem(id, (record) => submit(record, ANNA, world.config), aCause(ANNA));
    const { revision } = { ...(await world.store.postMortem(id)) };
    await world.store.changePostMortem(
      id,
      (record) => approve(record, revision ?? 0, BEN, world.now(), world.config),
      aCause(BEN),
    );
    world.simulator.transition(incident.key, 'In Progress');
    await world.handOver(changed(incident));
    await world.handOver(told);
    expect([once, await stateOf(incident)]).toEqual([
      ['open', 1],
      ['approved', 1],
    ]);
  });

  it('has its record carried on, too, when it is closed again by the time it is read', async () => {
    const { incident } = await approvedRecord(world);
    world.clock.advance('PT1H');
    world.simulator.transition(incident.key, 'In Progress');
    const first = changed(incident);
    world.clock.advance('PT1H');
    world.simulator.transition(incident.key, 'Done');
    await world.handOver(changed(incident));
    await world.handOver(first);
    expect([await stateOf(incident), await openings()]).toEqual([['open', 1], 1]);
  });

  it('is not read again as a closure while nothing changed since it was read that it opens no record', async () => {
    const issue = world.simulator.createIssue({ project: 'SEC', issueType: 'Security Incident', summary: 'Twice' });
    world.simulator.transition(issue.key, 'Done', { resolution: 'Duplicate' });
    const site = new URL(world.simulator.url).host;
    const ticket = { source: 'jira' as const, site, ticketId: issue.id, key: issue.key };
    world.clock.advance('PT1H');
    await world.handOver(changed(ticket));
    await world.handOver(changed(ticket));
    expect([await openings(), requests('/changelog'), world.counted()]).toEqual([
      0,
      1,
      expect.objectContaining({ ClosureOpensNoRecord: 1, IncidentTicketChanged: 2 }),
    ]);
  });

  it('opens nothing when the id is that of another issue, or of none', async () => {
    const task = world.simulator.createIssue({ project: 'PLAT', issueType: 'Task', summary: 'Not an incident' });
    world.simulator.transition(task.key, 'Done');
    const ticket = closedIncident(world);
    world.simulator.hideIssue(ticket.key);
    await world.handOver(changed({ ...ticket, ticketId: task.id }));
    await world.handOver(changed(ticket));
    expect([await openings(), world.failures, world.counted()]).toEqual([
      0,
      [],
      expect.objectContaining({ LookWithoutAnswer: 2 }),
    ]);
  });
});

describe('an incident of another system of which it was told only that it changed', () => {
  it('is looked at, and its record opened and carried on', async () => {
    const system = polledSystem(world.now);
    const nothing = () => Promise.reject(new Error('nothing is asked here'));
    const tools = { ...world, run: () => undefined, onOdd: () => {}, credentials: nothing, timeLeftMs: () => 1 };
    const connectionTo = connectSources(
      { ...CONNECTIONS, 'holdfast-json': system.connect },
      { ...tools, told: nothing },
    );
    const open = openPostMortemHandler({ ...world, connectionTo });
    const tell = async () => open(sqsEventOf(changed(system.ticketOf({ id: '1' }))), CONTEXT);
    await tell();
    system.close('1');
    await tell();
    const then = await stateOf(system.ticketOf({ id: '1' }));
    world.clock.advance('PT1H');
    system.reopen('1');
    await tell();
    expect([then, await stateOf(system.ticketOf({ id: '1' })), world.failures, system.looked]).toEqual([
      ['open', 0],
      ['open', 1],
      [],
      ['P-1', 'P-1', 'P-1'],
    ]);
  });
});
