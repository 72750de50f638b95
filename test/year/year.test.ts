import { expect, it } from 'vitest';
import { runYear } from './run-year.ts';
import { HONEST, NOISY } from './truth/sources.ts';
import { USUAL } from './world/year-weather.ts';

const SHORT = { seed: 1, incidents: 9, days: 190, weather: { ...USUAL, stops: 0.15, bots: 0.1 } };

it.each([
  ['err', NOISY],
  ['are honest', HONEST],
])('half a year of some fixes keeps every promise when sources %s', async (name, noise) => {
  const { violations, report } = await runYear(name, { ...SHORT, noise });
  if (violations.length > 0) expect.fail(report());
});

it('a seed is the same year every time', async () => {
  const short = { seed: 3, incidents: 2, days: 75, noise: NOISY };
  const [once, again] = [await runYear('one', short), await runYear('one', short)];
  const another = await runYear('one', { ...short, seed: 4 });
  expect(again.figures).toEqual(once.figures);
  expect(another.figures).not.toEqual(once.figures);
});
