import { expect, it } from 'vitest';
import * as z from 'zod';
import { changedLines, keepChanged } from '../../../shared/store/lists/changed-lines.ts';
import { apiForEachTest } from '../../support/api/api-world.ts';
import { aPostMortemId } from '../../support/world/records.ts';

const { world } = apiForEachTest();

it('moves a line once, however late and often an older state of its thing is told', async () => {
  const id = aPostMortemId();
  const at = (sequence: number, queue: string, second = sequence) =>
    keepChanged(world().table, id, {
      id,
      sequence,
      changedAt: `2026-11-21T10:00:0${second}.000Z`,
      lines: [{ name: 'CHANGED', queue, line: { as: queue } }],
    });
  await at(1, 'open');
  await at(3, 'approved');
  await at(2, 'in review');
  await at(3, 'approved');
  // By the clock of another function, which is behind.
  await at(4, 'closed', 1);
  const found = [];
  for await (const { line } of changedLines(
    world().table,
    ['open', 'in review', 'approved', 'closed'],
    z.object({ as: z.string() }),
    undefined,
  )) {
    found.push(line);
  }
  expect(found).toEqual([{ as: 'closed', changedAt: '2026-11-21T10:00:03.000Z' }]);
});
