import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { COST_PER_RECORD } from '../../../cli/backfill/estimate.ts';
import { durationMs } from '../../../shared/domain/words/duration.ts';
import { dueReviews } from '../../../shared/store/queues/due.ts';
import { consumedUnits } from '../../support/machine/consumed-units.ts';
import { engineForThisFile } from '../../support/machine/engine.ts';
import { closedIncident } from '../../support/world/stories.ts';
import { startWorld, type World } from '../../support/world/world.ts';

const endpoint = engineForThisFile();
let world: World;
beforeEach(async () => {
  world = await startWorld(endpoint());
});
afterEach(() => world.close());

const backfill = () => world.backfill({ source: 'jira', since: '2026-01-01T00:00:00.000Z', isDryRun: false });

describe('records that a backfill opens', () => {
  it('have the time of every new record, and nobody is told anything until it is over', async () => {
    for (const summary of ['Phished', 'Leaked key', 'Lost laptop']) closedIncident(world, summary);
    world.clock.advance('P300D');
    await backfill();
    await world.deliver();
    const since = (await world.outbox()).filter(({ type }) => type !== 'Incident Ticket Closed');
    const onTheDay = await dueReviews(world.table, world.now());
    world.clock.advance('P60D');
    const later = await dueReviews(world.table, world.now());
    expect([[...new Set(since.map(({ type }) => type))].toSorted(), onTheDay]).toEqual([
      ['Incident Ticket Linked', 'Post-Mortem Opened'],
      [],
    ]);
    const { high } = world.config.postMortem.dueWithin;
    const given = later.map(({ openedAt, dueAt }) => Date.parse(dueAt) - Date.parse(openedAt));
    expect(given).toEqual(Array(3).fill(durationMs(high)));
  });

  it('cost what the dry run says', async () => {
    const many = 5;
    for (let index = 0; index < many; index += 1) {
      const { key } = closedIncident(world, `Phished ${index}`);
      world.simulator.addComment(key, 'We are on it');
    }
    world.clock.advance('P300D');
    world.simulator.clearRequests();
    const units = await consumedUnits(world.table.client).during(async () => {
      await backfill();
      await world.deliver();
    });
    const calls = world.simulator.requests().map(({ method, path }) => `${method} ${path.replace(/\d+/g, '…')}`);
    // The search itself takes three calls.
    const measured = { calls: (calls.length - 3) / many, writeUnits: Math.ceil(units.write / many / 10) * 10 };
    expect(measured, calls.join('\n')).toEqual(COST_PER_RECORD);
  });
});
