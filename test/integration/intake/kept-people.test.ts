import { ScanCommand } from '@aws-sdk/lib-dynamodb';
import { describe, expect, it, onTestFinished } from 'vitest';
import { engineForThisFile } from '../../support/machine/engine.ts';
import { closedMessage, holdfastJsonRequest, SENDER_SITE } from '../../support/systems/holdfast-json.ts';
import { closedIncident } from '../../support/world/stories.ts';
import { startWorld, type World } from '../../support/world/world.ts';

const endpoint = engineForThisFile();

async function worldThat(keepEmailAddresses?: boolean): Promise<World> {
  const incidents = { 'holdfast-json': { sites: [SENDER_SITE] }, keepEmailAddresses };
  const world = await startWorld(endpoint(), { incidents });
  onTestFinished(() => world.close());
  return world;
}

/** Items of the table with an address in them, after an incident of each system was told and opened. */
async function addressesKept(world: World): Promise<string[]> {
  const ticket = closedIncident(world);
  await world.handOver(world.event({ type: 'Incident Ticket Closed', data: { ticket, closedAt: world.now() } }));
  await world.receive(holdfastJsonRequest(closedMessage(), { sentAt: world.now() }));
  await world.deliver();
  const { Items = [] } = await world.table.client.send(new ScanCommand({ TableName: world.table.name }));
  return Items.filter((item) => JSON.stringify(item).includes('@example.com')).map(({ pk, sk }) => `${pk} ${sk}`);
}

describe('an e-mail address of somebody in an incident ticket', () => {
  it('is kept nowhere in the table', async () => {
    const world = await worldThat();
    const kept = await addressesKept(world);
    const opened = (await world.outbox()).filter(({ type }) => type === 'Post-Mortem Opened');
    const names = opened.flatMap(({ data }) =>
      Object(data)
        .incident.people.map(Object)
        .map((one: object) => Object(one).person.name),
    );
    expect([kept, opened.length, names.length > 0]).toEqual([[], 2, true]);
  });

  it('is kept in the record, and in what was told of it, when the configuration says so', async () => {
    const kept = await addressesKept(await worldThat(true));
    expect([
      kept.filter((key) => key.endsWith(' RECORD')).length,
      kept.filter((key) => key.startsWith('TOLD#')).length,
    ]).toEqual([2, 1]);
  });
});
