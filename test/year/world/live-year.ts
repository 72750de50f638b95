import { priorityOf } from '../../../shared/domain/remediation/recommendation.ts';
import { RecommendationId } from '../../../shared/domain/words/identifiers.ts';
import { createRandom } from '../../faults/weather/random.ts';
import { createTimeline } from '../../faults/weather/timeline.ts';
import type { FixBooks, SaidWord, YearBooks } from '../books.ts';
import { createTruth } from '../truth/repairs.ts';
import { drawSources, HONEST, type Noise } from '../truth/sources.ts';
import { DAY } from '../truth/spans.ts';
import type { YearWeakening } from '../weakenings.ts';
import { approveIncident, type NewFix } from './approve-incident.ts';
import { createHoldfast } from './holdfast.ts';
import { keepBooks } from './keep-books.ts';
import { watch } from './looks.ts';
import { workOnTicket } from './people.ts';
import { drawPlan } from './plan.ts';
import { incidentStatistics } from './statistics.ts';
import type { Year } from './year.ts';
import { TEAMS, yearConfig } from './year-config.ts';
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

/** Lives through a year: incidents come, people close tickets, sources look, and Holdfast judges. */
export async function liveYear({
  seed,
  incidents,
  days,
  noise,
  weakening = {},
  weather = USUAL,
}: YearOptions): Promise<YearBooks> {
  const timeline = createTimeline(START);
  const begin = timeline.nowMs();
  const end = begin + days * DAY;
  const random = createRandom(seed, 'year');
  const from = random.integer(begin + 30 * DAY, end - 30 * DAY);
  const outage = { from, to: from + DAY };
  const fixes = new Map<string, FixBooks>();
  const words = new Map<string, SaidWord>();
  const holdfast = createHoldfast({
    timeline,
    random: createRandom(seed, 'product'),
    config: yearConfig(weakening.verification),
    outage,
    weakening,
    onWrite: (write) => keepBooks(write, timeline.nowMs(), fixes, words),
    onTakenUp(signalId) {
      const word = words.get(signalId);
      if (word !== undefined) word.takenUpAt = timeline.nowMs();
      words.delete(signalId);
    },
  });
  const year: Year = { timeline, holdfast, begin, end, noise, weather, fixes, words };
  const draw = incidentStatistics();
  const sources = drawSources(begin, end, random);
  for (let number = 1; number <= incidents; number += 1) {
    const drawn = draw(random);
    const own = createRandom(seed, `incident ${number}`);
    const approvedAt = begin + random.integer(20 * DAY, 60 * DAY);
    const team = random.pick(TEAMS);
    const drafts = drawn.impacts.map((impact, index): NewFix => {
      const id = RecommendationId.parse(holdfast.newId());
      const plan = drawPlan(`control-${number}-${index + 1}`, sources, [approvedAt - 20 * DAY, end], weather, own);
      const truth = createTruth(plan.resources, begin, end, own);
      fixes.set(id, {
        ...{ id, plan, team, truth, priority: priorityOf({ impact }) },
        ...{ words: [], shown: [], events: [], firstDueAt: Number.NaN, closings: [] },
      });
      return { id, plan, team, impact };
    });
    timeline.at(approvedAt, () => {
      approveIncident(holdfast, number, drawn, drafts, weakening.check ?? ((check) => check)).catch((error: unknown) =>
        holdfast.mistakes.push(error),
      );
    });
    for (const { id, plan } of drafts) {
      const books = fixes.get(id);
      if (books === undefined) continue;
      for (const [index, watcher] of plan.watchers.entries()) {
        watch(year, books, watcher, createRandom(seed, `${number} ${id} ${index}`));
      }
      workOnTicket(year, books, createRandom(seed, `people of ${id}`), approvedAt);
    }
  }
  await timeline.runUntil(end);
  const { counts, mistakes, reports } = holdfast;
  const isHonest = noise === HONEST;
  return { fixes: [...fixes.values()], reports, outage, begin, end, isHonest, ...counts, mistakes };
}
