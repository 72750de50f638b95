import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import * as z from 'zod';
import type { TicketRef } from '../../../shared/domain/ticket/incident-ticket.ts';
import { engineForThisFile } from '../../support/machine/engine.ts';
import { closedIncident } from '../../support/world/stories.ts';
import { startWorld, WEBHOOK_SECRET, type World } from '../../support/world/world.ts';

const endpoint = engineForThisFile();
let world: World;
beforeEach(async () => {
  world = await startWorld(endpoint(), { incidents: { jira: { takesStaticSecret: true } } });
});
afterEach(() => world.close());

const callOf = ({ ticketId: id, key }: TicketRef, secret = WEBHOOK_SECRET): APIGatewayProxyEventV2 =>
  z.custom<APIGatewayProxyEventV2>().parse({
    rawPath: '/webhooks/jira/automation',
    headers: { authorization: `Bearer ${secret}` },
    body: JSON.stringify({ issue: { id, key } }),
    isBase64Encoded: false,
  });
async function tell(ticket: TicketRef): Promise<number | undefined> {
  world.clock.advance('PT1M');
  const { statusCode } = await world.receive(callOf(ticket));
  await world.deliver();
  return statusCode;
}
async function record(ticket: TicketRef) {
  const id = await world.store.postMortemOfTicket(ticket);
  return id && (await world.store.postMortem(id));
}

describe('a rule of Jira Automation that sends a secret along', () => {
  it('opens the record of a closed incident, and carries it on by the same bytes when it is open again', async () => {
    const ticket = closedIncident(world);
    const statuses = [await tell(ticket)];
    const opened = await record(ticket);
    world.clock.advance('PT1H');
    world.simulator.transition(ticket.key, 'In Progress');
    statuses.push(await tell(ticket));
    expect([statuses, opened?.carriedOn, (await record(ticket))?.carriedOn, world.failures]).toEqual([
      [202, 202],
      0,
      1,
      [],
    ]);
  });

  it('means nothing of an issue that is no incident, or is still worked on, whatever it says', async () => {
    const ticket = closedIncident(world);
    world.simulator.transition(ticket.key, 'In Progress');
    const task = world.simulator.createIssue({ project: 'PLAT', issueType: 'Task', summary: 'No incident' });
    world.simulator.transition(task.key, 'Done');
    await tell(ticket);
    await tell({ ...ticket, ticketId: task.id, key: ticket.key });
    expect([await record(ticket), world.failures]).toEqual([undefined, []]);
  });

  it('is refused with another secret', async () => {
    const { statusCode } = await world.receive(callOf(closedIncident(world), 'a guess'));
    expect([statusCode, await world.outbox()]).toEqual([401, []]);
  });
});
