import { describe, expect, it } from 'vitest';
import { missingIn, plannedIn } from './figures/occurrences.ts';
import { DAY } from './truth/spans.ts';
import { drawIncidents } from './world/draw-incidents.ts';
import { USUAL } from './world/year-weather.ts';

const BEGIN = Date.parse('2026-01-05T07:00:00.000Z');

function plannedFor(seed: number, incidents: number) {
  const span = { from: BEGIN, to: BEGIN + 365 * DAY };
  const drawn = drawIncidents(seed, incidents, span, USUAL);
  const plans = drawn.incidents.flatMap(({ fixes }) => fixes.map(({ plan }) => plan));
  return plannedIn(plans, span.to);
}

/** What is met only while a year is lived through is counted by the run itself, which fails when one of it does not occur. */
describe('the year of 300 incidents', () => {
  it.each([1, 2, 3, 4, 5])('draws plans that need any, all and some, and sources that stop, in seed %i', (seed) => {
    const planned = plannedFor(seed, 300);
    expect(missingIn(planned)).toEqual([]);
  });

  it('knows what a year without incidents lacks', () => {
    expect(missingIn(plannedFor(1, 0))).toEqual([
      'plans that need any',
      'plans that need all',
      'plans that need two of three',
      'sources that stop',
    ]);
  });
});
