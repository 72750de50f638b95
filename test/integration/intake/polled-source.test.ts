import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openPostMortemHandler } from '../../../functions/open-post-mortem/handler.ts';
import { sweepIncidentsHandler } from '../../../functions/sweep-incidents/handler.ts';
import { CONNECTIONS, SOURCES } from '../../../shared/intake/registry.ts';
import { connectSources, polledSources } from '../../../shared/intake/sources-in-use.ts';
import { acceptDelivery } from '../../../shared/store/inbox/announcements.ts';
import { engineForThisFile } from '../../support/machine/engine.ts';
import { polledSystem } from '../../support/systems/polled-source.ts';
import { closedIncident } from '../../support/world/stories.ts';
import { CONTEXT, sqsEventOf, startWorld, type World } from '../../support/world/world.ts';

const endpoint = engineForThisFile();
let world: World;
let system: ReturnType<typeof polledSystem>;
let sweep: () => Promise<unknown>;
let open: ReturnType<typeof openPostMortemHandler>;
beforeEach(async () => {
  world = await startWorld(endpoint());
  system = polledSystem(world.now);
  const nothing = () => Promise.reject(new Error('nothing is asked here'));
  const silent = { run: () => undefined, onOdd: () => {} };
  const tools = { ...world, ...silent, credentials: nothing, timeLeftMs: () => 1, told: nothing };
  const connectionTo = connectSources(
    { ...CONNECTIONS, jira: () => world.connectionTo('jira'), 'holdfast-json': system.connect },
    tools,
  );
  const sources = polledSources({ ...SOURCES, 'holdfast-json': system.source }, connectionTo, world.config);
  const remember = world.config.operations.inboxRetention;
  const handler = sweepIncidentsHandler({
    ...world,
    sources,
    accept: (delivery) => acceptDelivery(world.table, { ...delivery, remember }),
    unreadSince: () => [],
  });
  sweep = () => handler({}, CONTEXT);
  open = openPostMortemHandler({ ...world, connectionTo });
});
afterEach(() => world.close());

async function openings(): Promise<string[]> {
  const closures = (await world.outbox()).filter(({ type }) => type === 'Incident Ticket Closed');
  for (const closure of closures) await open(sqsEventOf(closure), CONTEXT);
  const opened = (await world.outbox()).filter(({ type }) => type === 'Post-Mortem Opened');
  return opened.map(({ data }) => Object(data).incident.key);
}

describe('a source that can only be asked', () => {
  it('has the record of each closure opened by the sweep, once', async () => {
    await sweep();
    world.clock.advance('PT5M');
    system.close('1');
    world.clock.advance('PT10M');
    await sweep();
    const first = await openings();
    world.clock.advance('PT15M');
    await sweep();
    expect([first, await openings(), world.failures]).toEqual([['P-1'], ['P-1'], []]);
  });

  it('is asked again for as much as it may have hidden, and its late closure is found', async () => {
    await sweep();
    world.clock.advance('PT14M30S');
    system.close('1');
    world.clock.advance('PT30S');
    await sweep();
    const then = await openings();
    world.clock.advance('PT15M');
    await sweep();
    expect([then, await openings(), system.asked.at(-1)]).toEqual([[], ['P-1'], '2026-11-21T10:13:00.000Z']);
  });

  it('is asked from the same place after it was down, while other sources go on', async () => {
    await sweep();
    world.clock.advance('PT5M');
    system.close('1');
    const { key } = closedIncident(world);
    system.setDown(true);
    world.clock.advance('PT10M');
    await expect(sweep()).rejects.toThrow('closures in holdfast-json');
    const meanwhile = await openings();
    world.clock.advance('PT3H');
    system.setDown(false);
    await sweep();
    expect([meanwhile, (await openings()).toSorted()]).toEqual([[key], ['P-1', key]]);
  });
});
