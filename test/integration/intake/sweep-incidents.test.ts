import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { RecordedEvent } from '../../../shared/domain/events/recorded-event.ts';
import { parseConfig } from '../../../shared/domain/policy/parse-config.ts';
import type { TicketRef } from '../../../shared/domain/ticket/incident-ticket.ts';
import { jiraConnection } from '../../../shared/intake/jira/connection.ts';
import { sweepIncidents } from '../../../shared/intake/sweep-incidents.ts';
import { acceptDelivery } from '../../../shared/store/inbox/announcements.ts';
import type { RecordStore } from '../../../shared/store/records/record-store.ts';
import { engineForThisFile } from '../../support/machine/engine.ts';
import { aCause, closedIncident, openedRecord } from '../../support/world/stories.ts';
import { startWorld, type World } from '../../support/world/world.ts';

const endpoint = engineForThisFile();
let world: World;
beforeEach(async () => {
  world = await startWorld(endpoint());
});
afterEach(() => world.close());

const openings = async () =>
  (await world.outbox()).flatMap(({ type, data }) =>
    type === 'Post-Mortem Opened' ? [Object(data).incident.key] : [],
  );
/** Tickets of fixes go to another project than those that are incidents here. */
const ELSEWHERE = { defaultRoute: { project: 'IAM', issueType: 'Task' } };

function closed(project: string, issueType: string): string {
  const { key } = world.simulator.createIssue({ project, issueType, summary: 'Employees phished' });
  world.simulator.transition(key, 'Done', { by: 'Mia Okafor' });
  return key;
}
const onProblem = (what: string) => world.telemetry.count(what);
const found = () => world.counted().ClosureFoundBySweep;

describe('sweep-incidents', () => {
  it('opens the record of a closure that no webhook told, once', async () => {
    const { key } = closedIncident(world);
    await world.sweepIncidents();
    await world.deliver();
    world.clock.advance('PT15M');
    await world.sweepIncidents();
    await world.deliver();
    expect([await openings(), found()]).toEqual([[key], 1]);
  });

  it('tells a closure again the next day when what it told got lost, and then not any more', async () => {
    const { key } = closedIncident(world);
    const told = async () => (await world.outbox()).filter(({ type }) => type === 'Incident Ticket Closed');
    await world.sweepIncidents();
    world.clock.advance('PT15M');
    await world.sweepIncidents();
    const sameDay = await told();
    world.clock.advance('P1D');
    await world.sweepIncidents();
    const [, again, ...more] = await told();
    // The first one never reached the bus.
    if (again !== undefined) await world.handOver(again);
    world.clock.advance('P1D');
    await world.sweepIncidents();
    expect([sameDay.length, more, await openings(), found()]).toEqual([1, [], [key], 2]);
  });

  it('tells nothing that is known', async () => {
    await openedRecord(world);
    await world.sweepIncidents();
    expect(found()).toBe(0);
  });

  it('finds what the index hid from the sweep before', async () => {
    await world.sweepIncidents();
    world.simulator.faults.add({ kind: 'index-lag', lagMs: 600_000 });
    world.clock.advance('PT14M');
    const { key } = closedIncident(world);
    world.clock.advance('PT1M');
    await world.sweepIncidents();
    const then = found();
    world.clock.advance('PT15M');
    await world.sweepIncidents();
    await world.deliver();
    expect([then, await openings()]).toEqual([0, [key]]);
  });

  it('does not dig out an old incident because somebody comments on it', async () => {
    const { key } = closedIncident(world);
    world.clock.advance('P30D');
    await world.sweepIncidents();
    world.simulator.addComment(key, 'For the archive');
    world.clock.advance('PT15M');
    await world.sweepIncidents();
    expect([await openings(), found()]).toEqual([[], 0]);
  });

  it('looks at other projects and other issue types as little as the webhook does', async () => {
    for (const [project, issueType] of [
      ['SEC', 'Task'],
      ['PLAT', 'Security Incident'],
    ]) {
      const issue = world.simulator.createIssue({ project: project ?? '', issueType: issueType ?? '', summary: 'No' });
      world.simulator.transition(issue.key, 'Done');
    }
    await world.sweepIncidents();
    expect(found()).toBe(0);
  });

  it('finds a closure that nobody told when its incident was hidden, as soon as something about it changes', async () => {
    await world.sweepIncidents();
    world.clock.advance('PT10M');
    const { key } = closedIncident(world);
    world.simulator.hideIssue(key);
    world.clock.advance('PT30M');
    await world.sweepIncidents();
    world.clock.advance('P90D');
    await world.sweepIncidents();
    world.simulator.showIssue(key);
    world.simulator.addComment(key, 'Everybody may see this now');
    world.clock.advance('PT15M');
    await world.sweepIncidents();
    await world.deliver();
    expect(await openings()).toEqual([key]);
  });

  it('finds it within a day when nothing about it changes', async () => {
    await world.sweepIncidents();
    world.clock.advance('PT10M');
    const { key } = closedIncident(world);
    world.simulator.hideIssue(key);
    world.clock.advance('P20D');
    await world.sweepIncidents();
    world.simulator.showIssue(key);
    world.clock.advance('PT23H');
    await world.sweepIncidents();
    const soon = found();
    world.clock.advance('PT1H');
    await world.sweepIncidents();
    await world.deliver();
    expect([soon, await openings()]).toEqual([0, [key]]);
  });

  it('asks for what was closed since it began, however often the first time failed', async () => {
    const { key } = closedIncident(world);
    world.simulator.faults.add({ kind: 'status', status: 503 });
    await expect(world.sweepIncidents()).rejects.toThrow('closures in jira');
    world.clock.advance('P60D');
    await world.sweepIncidents();
    await world.deliver();
    expect(await openings()).toEqual([key]);
  });

  it('digs out no old closure in a project that is added later, and finds those of the last month', async () => {
    await world.sweepIncidents();
    const old = closed('PLAT', 'Bug');
    world.clock.advance('P50D');
    await world.sweepIncidents();
    const young = closed('PLAT', 'Bug');
    world.clock.advance('P20D');
    const told: string[] = [];
    const { projects } = world.config.incidents.jira;
    const incidents = { jira: { projects: [...projects, { project: 'PLAT', issueTypes: ['Bug'] }] } };
    const config = parseConfig({ jira: { site: world.simulator.url }, incidents, remediation: ELSEWHERE });
    const { poll } = jiraConnection(world.jira, { config, newId: world.newId });
    if (poll === undefined) throw new Error('Jira is not asked');
    const accept = ({ event }: { event: RecordedEvent }): Promise<boolean> => {
      told.push(Object(event.data).ticket.key);
      return Promise.resolve(true);
    };
    await sweepIncidents(
      { ...world, config, sources: [{ name: 'jira', poll }], accept, onProblem, timeLeftMs: () => 60_000 },
      aCause(),
    );
    expect([told, told.includes(old)]).toEqual([[young], false]);
  });

  it('goes on from the same place when Jira could not be asked', async () => {
    const { key } = closedIncident(world);
    world.simulator.faults.add({ kind: 'status', status: 503 });
    await expect(world.sweepIncidents()).rejects.toThrow('closures in jira');
    world.clock.advance('PT20H');
    await world.sweepIncidents();
    await world.deliver();
    expect(await openings()).toEqual([key]);
  });

  it('comes to the end of a backlog that is larger than a run, though all were closed in the same minute', async () => {
    await world.sweepIncidents();
    const keys = Array.from({ length: 12 }, () => closedIncident(world).key);
    const told = async () => (await world.outbox()).filter(({ type }) => type === 'Incident Ticket Closed').length;
    const counts: number[] = [];
    for (let run = 0; run < 4; run += 1) {
      world.clock.advance('PT15M');
      await runFor(4);
      counts.push(await told());
    }
    await world.deliver();
    expect([
      counts.every((count, index) => index === 0 || count > (counts[index - 1] ?? 0) || count === 12),
      counts.at(-1),
    ]).toEqual([true, 12]);
    expect((await openings()).toSorted()).toEqual(keys.toSorted());
  });

  it('tells the others though one cannot be told, and tries it again', async () => {
    await world.sweepIncidents();
    const [odd, ...others] = Array.from({ length: 3 }, () => closedIncident(world));
    const { postMortemOfTicket } = world.store;
    const store = {
      ...world.store,
      postMortemOfTicket: (ticket: TicketRef) =>
        ticket.key === odd?.key ? Promise.reject(new Error('not now')) : postMortemOfTicket(ticket),
    };
    world.clock.advance('PT15M');
    await expect(runFor(100, store)).rejects.toThrow('not now');
    await world.deliver();
    const first = await openings();
    world.clock.advance('PT5M');
    await world.sweepIncidents();
    await world.deliver();
    expect([first.toSorted(), (await openings()).length]).toEqual([others.map(({ key }) => key).toSorted(), 3]);
  });
});

/** A run with time for so many incidents, and a search. */
function runFor(most: number, store: Pick<RecordStore, 'postMortemOfTicket' | 'head'> = world.store): Promise<number> {
  const { poll } = world.connectionTo('jira');
  if (poll === undefined) throw new Error('Jira is not asked');
  const remember = world.config.operations.inboxRetention;
  let told = 0;
  const counted = {
    ...store,
    postMortemOfTicket: (ticket: TicketRef) => {
      told += 1;
      return store.postMortemOfTicket(ticket);
    },
  };
  return sweepIncidents(
    {
      ...{ ...world, store: counted, sources: [{ name: 'jira', poll }] },
      accept: (delivery) => acceptDelivery(world.table, { ...delivery, remember }),
      onProblem,
      timeLeftMs: () => (told < most ? 60_000 : 0),
    },
    aCause(),
  );
}
