import { priorityOf } from '../../../shared/domain/remediation/recommendation.ts';
import { RecommendationId } from '../../../shared/domain/words/identifiers.ts';
import { createRandom } from '../../faults/weather/random.ts';
import { createTimeline } from '../../faults/weather/timeline.ts';
import type { FixBooks, SaidWord, YearBooks } from '../books.ts';
import { HONEST, type Noise } from '../truth/sources.ts';
import { DAY } from '../truth/spans.ts';
import type { YearWeakening } from '../weakenings.ts';
import { approveIncident, type NewFix } from './approve-incident.ts';
import { type AskedSources, createAskedSources } from './asked-sources.ts';
import { drawIncidents, type IncidentToCome } from './draw-incidents.ts';
import { createHoldfast } from './holdfast.ts';
import { keepBooks } from './keep-books.ts';
import { watch } from './looks.ts';
import { workOnTicket } from './people.ts';
import type { Year } from './year.ts';
import { yearConfig } from './year-config.ts';
import { USUAL, type YearWeather } from './year-weather.ts';

export type YearOptions = {
  readonly seed: number;
  readonly incidents: number;
  readonly days: number;
  readonly noise: Noise;
  readonly weakening?: YearWeakening;
  readonly weather?: YearWeather;
};

const START = '2026-01-05T07:00:00.000Z';

/** Lives through a year: incidents come, people close tickets, sources look and are asked, and Holdfast judges. */
export async function liveYear({
  seed,
  incidents: count,
  days,
  noise,
  weakening = {},
  weather = USUAL,
}: YearOptions): Promise<YearBooks> {
  const timeline = createTimeline(START);
  const begin = timeline.nowMs();
  const end = begin + days * DAY;
  const { outage, incidents } = drawIncidents(seed, count, { from: begin, to: end }, weather);
  const fixes = new Map<string, FixBooks>();
  const words = new Map<string, SaidWord>();
  const asked = createAskedSources(timeline, words, createRandom(seed, 'questions'));
  const holdfast = createHoldfast({
    timeline,
    random: createRandom(seed, 'product'),
    config: yearConfig(weakening.verification, weakening.askable),
    outage,
    weakening,
    ask: asked.ask,
    onWrite: (write) => keepBooks(write, timeline.nowMs(), fixes, words),
    onTakenUp(signalId) {
      const word = words.get(signalId);
      if (word !== undefined) word.takenUpAt = timeline.nowMs();
      words.delete(signalId);
    },
  });
  const year: Year = { timeline, holdfast, begin, end, noise, weather, fixes, words };
  for (const incident of incidents) begins(year, incident, asked, { seed, weakening, fixes });
  await timeline.runUntil(end);
  const { counts, mistakes, reports } = holdfast;
  const isHonest = noise === HONEST;
  return { fixes: [...fixes.values()], reports, outage, begin, end, isHonest, ...counts, mistakes };
}

type Beginning = {
  readonly seed: number;
  readonly weakening: YearWeakening;
  /** Gets the books of each fix. */
  readonly fixes: Map<string, FixBooks>;
};

/** An incident will be approved, sources look at its fixes from before that on, and people work on their tickets. */
function begins(
  year: Year,
  { number, drawn, team, approvedAt, fixes: drawnFixes }: IncidentToCome,
  asked: AskedSources,
  { seed, weakening: { check = (one) => one }, fixes }: Beginning,
): void {
  const { timeline, holdfast } = year;
  const drafts = drawnFixes.map(({ plan, truth, impact }): NewFix => {
    const id = RecommendationId.parse(holdfast.newId());
    const books: FixBooks = {
      ...{ id, plan, team, truth, priority: priorityOf({ impact }) },
      ...{ words: [], questions: [], shown: [], events: [], firstDueAt: Number.NaN, closings: [] },
    };
    fixes.set(id, books);
    for (const [index, watcher] of plan.watchers.entries()) {
      const lookNow = watch(year, books, watcher, createRandom(seed, `${number} ${id} ${index}`));
      asked.add({ books, watcher, lookNow });
    }
    workOnTicket(year, books, createRandom(seed, `people of ${id}`), approvedAt);
    return { id, plan, team, impact };
  });
  timeline.at(approvedAt, () => {
    approveIncident(holdfast, number, drawn, drafts, check).catch((error: unknown) => holdfast.mistakes.push(error));
  });
}
