import { expect, it } from 'vitest';
import { measureSweeps } from '../../bench/sweeps.ts';

it('sweeps cost what changed, a round through all tickets a call for each hundred, and a history nothing', async () => {
  const figures = await measureSweeps({ tickets: 1_999, atOnce: [300], history: [1_100, 2_200] });
  expect(figures).toMatchObject({
    changedInADay: { changed: 20, missed: 0, calls: { search: 1, show: 1, changelog: 1 } },
    reconcile: { tickets: 1_999, ratio: 1 },
    backlogs: [{ changed: 300, missed: 0 }],
  });
  const { sweep, audit, report } = figures.idle;
  for (const { ratio } of [sweep, audit, report]) expect(ratio).toBeLessThanOrEqual(1.1);
}, 240_000);
