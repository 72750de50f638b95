import type { Timeline } from '../../faults/weather/timeline.ts';
import type { FixBooks, SaidWord } from '../books.ts';
import type { Noise } from '../truth/sources.ts';
import type { Holdfast } from './holdfast.ts';
import type { YearWeather } from './year-weather.ts';

/** A year while it is lived through. `words`: those under way, by the id of their signal. */
export type Year = {
  readonly timeline: Timeline;
  readonly holdfast: Holdfast;
  readonly begin: number;
  readonly end: number;
  readonly noise: Noise;
  readonly weather: YearWeather;
  readonly fixes: ReadonlyMap<string, FixBooks>;
  readonly words: Map<string, SaidWord>;
};
