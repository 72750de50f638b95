import { createRandom } from '../../faults/weather/random.ts';
import { createTruth, type Truth } from '../truth/repairs.ts';
import { drawSources, type Source } from '../truth/sources.ts';
import { DAY, type Span } from '../truth/spans.ts';
import { drawPlan, type FixPlan } from './plan.ts';
import { type DrawnIncident, incidentStatistics } from './statistics.ts';
import { TEAMS } from './year-config.ts';
import type { YearWeather } from './year-weather.ts';

export type DrawnFix = { readonly plan: FixPlan; readonly truth: Truth; readonly impact: number };

/** An incident with its fixes, before anything of it happens. */
export type IncidentToCome = {
  readonly number: number;
  readonly drawn: DrawnIncident;
  readonly team: string;
  readonly approvedAt: number;
  readonly fixes: readonly DrawnFix[];
};

/** Everything about a year that is so before it begins. */
export type YearToCome = {
  /** The day on which Holdfast itself is down. */
  readonly outage: Span;
  readonly sources: readonly Source[];
  readonly incidents: readonly IncidentToCome[];
};

/** Draws the incidents of a year: their plans, who looks at them, and what is true of each. */
export function drawIncidents(seed: number, count: number, { from, to }: Span, weather: YearWeather): YearToCome {
  const random = createRandom(seed, 'year');
  const outageAt = random.integer(from + 30 * DAY, to - 30 * DAY);
  const draw = incidentStatistics();
  const sources = drawSources(from, to, random);
  const incidents = Array.from({ length: count }, (_, index): IncidentToCome => {
    const number = index + 1;
    const drawn = draw(random);
    const own = createRandom(seed, `incident ${number}`);
    const approvedAt = from + random.integer(20 * DAY, 60 * DAY);
    const team = random.pick(TEAMS);
    const fixes = drawn.impacts.map((impact, fix): DrawnFix => {
      const subject = `control-${number}-${fix + 1}`;
      const plan = drawPlan(subject, sources, [approvedAt - 20 * DAY, to], weather, own);
      return { plan, impact, truth: createTruth(plan.resources, from, to, own) };
    });
    return { number, drawn, team, approvedAt, fixes };
  });
  return { outage: { from: outageAt, to: outageAt + DAY }, sources, incidents };
}
