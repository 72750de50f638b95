import { describe, expect, it } from 'vitest';
import { runYear } from './run-year.ts';
import { HONEST } from './truth/sources.ts';
import { WEAKENED } from './weakenings.ts';
import { USUAL } from './world/year-weather.ts';

/** A test that cannot fail proves nothing: without a rule, a short year misses it. */
describe('a year without one of the rules', () => {
  it.each(Object.entries(WEAKENED))(
    'misses %s',
    async (name, { weakening, weather, misses, noise = HONEST, seed = 2 }) => {
      const of = { weakening, weather: { ...USUAL, ...weather } };
      const options = { seed, incidents: 6, days: 170, noise, ...of };
      const { violations } = await runYear(name, options);
      expect(new Set(violations.map(({ promise }) => promise))).toContain(misses);
    },
  );
});
