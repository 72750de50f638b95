import { afterEach, beforeEach, expect, it } from 'vitest';
import type { RecordStore } from '../../../shared/store/records/record-store.ts';
import { sweepRemediations } from '../../../shared/sweep/sweep-remediations.ts';
import { engineForThisFile } from '../../support/machine/engine.ts';
import { aCause, latest, ticketedRemediation } from '../../support/world/stories.ts';
import { startWorld, type World } from '../../support/world/world.ts';

const endpoint = engineForThisFile();
let world: World;
beforeEach(async () => {
  world = await startWorld(endpoint());
});
afterEach(() => world.close());

/** A run in which each look at an approved record takes a second. @returns the records that it looked at */
async function runOf(seconds: number): Promise<string[]> {
  let spentMs = 0;
  const looked: string[] = [];
  const changeWithRemediations: RecordStore['changeWithRemediations'] = (id, ...rest) => {
    spentMs += 1_000;
    looked.push(id);
    return world.store.changeWithRemediations(id, ...rest);
  };
  const store = { ...world.store, changeWithRemediations };
  const timeLeftMs = () => seconds * 1_000 - spentMs;
  await sweepRemediations({ ...world, store, timeLeftMs, onProblem: () => {} }, aCause());
  return looked;
}

it('the daily look at approved records, which takes longer than a run, costs no ticket its turn and comes round', async () => {
  const fixes = [];
  for (let count = 0; count < 12; count += 1) fixes.push(await ticketedRemediation(world));
  const [first] = fixes;
  if (first === undefined) throw new Error('there is a fix');
  world.simulator.transition(first.ticket.key, 'Done');
  world.clock.advance('PT1H');
  const runs = [await runOf(5)];
  expect((await latest(world, first)).state).toBe('claimed');
  for (let run = 0; run < 3; run += 1) {
    world.clock.advance('PT15M');
    runs.push(await runOf(5));
  }
  expect(runs.flat().toSorted()).toEqual(fixes.map(({ postMortemId }) => postMortemId).toSorted());
  world.clock.advance('PT15M');
  expect(await runOf(5)).toEqual([]);
  world.clock.advance('P1D');
  expect(await runOf(100)).toHaveLength(12);
});

it('a run that ends before the first approved record is no look at all of them', async () => {
  const { postMortemId } = await ticketedRemediation(world);
  expect([await runOf(0), await runOf(5)]).toEqual([[], [postMortemId]]);
});
