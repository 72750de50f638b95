import type { Check } from '../../../shared/domain/verification/plan.ts';
import type { Random } from '../../faults/weather/random.ts';
import { drawWatcher, type Source, type Watcher } from '../truth/sources.ts';
import { DAY } from '../truth/spans.ts';
import type { YearWeather } from './year-weather.ts';

/** How a fix is checked, and who looks at it. */
export type FixPlan = {
  readonly subject: string;
  readonly resources: readonly string[];
  /** The plan names the resources; otherwise all that are seen count. */
  readonly namesResources: boolean;
  readonly need: 'all' | 'any' | number;
  readonly watchers: readonly Watcher[];
};

/** One to three sources that the plan accepts, and now and then one that it does not. Two may quarrel: one sees nothing of it. */
export function drawPlan(
  subject: string,
  sources: readonly Source[],
  span: readonly [number, number],
  weather: YearWeather,
  random: Random,
): FixPlan {
  // What looks every few hours says most of what is said: fewer fixes have it.
  const offered = sources.filter(({ every }) => every >= DAY || random.chance(0.1));
  const [first, second, third, stranger] = random.shuffled(offered);
  const count = random.pick([1, 1, 1, 1, 2, 3]);
  const accepted = [first, second, third]
    .slice(0, count)
    .flatMap((source) => (source === undefined ? [] : [drawWatcher(source, span, true, weather.stops, random)]));
  const quarrels = accepted.length > 1 && random.chance(0.2);
  const watchers = accepted.map((one, index) => (quarrels && index === 1 ? { ...one, isBlind: true } : one));
  const strangers =
    stranger !== undefined && random.chance(weather.strangers)
      ? [drawWatcher(stranger, span, false, weather.stops, random)]
      : [];
  const resources = Array.from({ length: random.pick([1, 1, 1, 2, 3]) }, (_, index) => `host-${index + 1}`);
  return {
    subject,
    resources,
    namesResources: random.chance(0.4),
    need: random.pick(['all', 'any', Math.min(2, count)] as const),
    watchers: [...watchers, ...strangers],
  };
}

export const acceptedSources = ({ watchers }: FixPlan): string[] =>
  watchers.filter(({ isAccepted }) => isAccepted).map(({ source }) => source.name);

export function checkOf(plan: FixPlan): Check {
  const { subject, need, resources, namesResources } = plan;
  return {
    kind: 'signal',
    subject: { type: 'control', id: subject },
    sources: acceptedSources(plan),
    need,
    ...(namesResources ? { resources: [...resources] } : {}),
  };
}
