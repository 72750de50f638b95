import { priorityOf } from '../../../shared/domain/remediation/recommendation.ts';
import { isTicketed, Remediation } from '../../../shared/domain/remediation/remediation.ts';
import { isRemediationEvent } from '../../../shared/domain/remediation/remediation-events.ts';
import { RecommendationId } from '../../../shared/domain/words/identifiers.ts';
import type { TableWrite } from '../../faults/table/memory-table.ts';
import { createRandom, type Random } from '../../faults/weather/random.ts';
import { createTimeline, type Timeline } from '../../faults/weather/timeline.ts';
import type { FixBooks, SaidWord, YearBooks } from '../books.ts';
import { createTruth } from '../truth/repairs.ts';
import { createEyes, drawSources, HONEST, type Look, lateness, type Noise, type Watcher } from '../truth/sources.ts';
import { DAY, HOUR, isWithin, MINUTE } from '../truth/spans.ts';
import type { YearWeakening } from '../weakenings.ts';
import { approveIncident, type NewFix } from './approve-incident.ts';
import { createHoldfast, type Holdfast } from './holdfast.ts';
import { drawPlan } from './plan.ts';
import { incidentStatistics } from './statistics.ts';
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

type Year = {
  readonly timeline: Timeline;
  readonly holdfast: Holdfast;
  readonly begin: number;
  readonly end: number;
  readonly noise: Noise;
  readonly weather: YearWeather;
  readonly fixes: ReadonlyMap<string, FixBooks>;
  readonly words: Map<string, SaidWord>;
};

function keepBooks(
  { item, eventName }: TableWrite,
  at: number,
  fixes: ReadonlyMap<string, FixBooks>,
  words: ReadonlyMap<string, SaidWord>,
): void {
  if (item.remediation !== undefined) {
    const fix = Remediation.parse(item.remediation);
    const books = fixes.get(fix.id);
    books?.shown.push({ at, fix });
    if (books !== undefined && Number.isNaN(books.firstDueAt)) books.firstDueAt = Date.parse(fix.dueAt);
  }
  if (eventName !== 'INSERT') return;
  const { event } = item;
  const told = Object(event);
  if (told.type === 'Signal Recorded') {
    const word = words.get(String(Object(item.signal).id));
    if (word !== undefined) word.arrivedAt = at;
  } else if (isRemediationEvent(told)) {
    fixes.get(String(Object(told.data).remediationId))?.events.push({ at, event: told });
  }
}

/** A source looks at each resource of a fix, again and again, and sends what it saw, late and now and then twice. */
function watch(year: Year, books: FixBooks, watcher: Watcher, random: Random): void {
  const { source, firstLook, stopsAt } = watcher;
  for (const resource of books.plan.resources) {
    const look = createEyes(watcher, year.noise, random);
    const lookAt = (at: number): void => {
      if (at >= Math.min(stopsAt, year.end)) return;
      year.timeline.at(at, () => {
        const seen = look(books.truth.isBad(resource, at), at);
        if (!isWithin(source.outage, at)) say(year, books, { watcher, resource, at, ...seen }, random);
        lookAt(at + source.every);
      });
    };
    lookAt(firstLook + random.integer(0, source.every / 4));
  }
}

type Said = Look & { readonly watcher: Watcher; readonly resource: string; readonly at: number };

function say(year: Year, books: FixBooks, { watcher, resource, at, outcome, isFalse }: Said, random: Random): void {
  const { timeline, holdfast, weather, words } = year;
  const { source, isAccepted } = watcher;
  const id = `${books.id} ${source.name} ${resource} ${at}`;
  if (outcome !== 'not judged' && isAccepted) {
    const never = Number.POSITIVE_INFINITY;
    const word = { source: source.name, resource, outcome, observedAt: at, isFalse };
    const said: SaidWord = { ...word, arrivedAt: never, takenUpAt: never };
    books.words.push(said);
    words.set(id, said);
  }
  const signal = {
    id,
    subject: { type: 'control' as const, id: books.plan.subject },
    resource,
    outcome,
    ...(outcome === 'not judged' ? { reason: 'the agent did not answer' } : {}),
    observedAt: new Date(at).toISOString(),
    source: source.name,
  };
  const delay = lateness(weather.late, random);
  timeline.after(delay, () => holdfast.send(signal));
  if (random.chance(0.1)) timeline.after(delay + random.mostlyShort(2 * DAY), () => holdfast.send(signal));
}

/** People close a ticket, and close it again when Holdfast reopened it: mostly within days, some late, some never; and a bot at once. */
function workOnTicket(
  { timeline, holdfast, end, weather }: Year,
  books: FixBooks,
  random: Random,
  approvedAt: number,
): void {
  const isBot = random.chance(weather.bots);
  const closeLater = (): void => {
    if (isBot) {
      timeline.after(random.integer(HOUR, 12 * HOUR), close);
      return;
    }
    if (random.chance(0.02)) return;
    const wait = random.chance(0.05) ? random.integer(30 * DAY, 80 * DAY) : random.integer(DAY, 10 * DAY);
    timeline.after(wait, close);
  };
  const close = (): void => {
    const fix = books.shown.at(-1)?.fix;
    // Its ticket is not there yet, or Holdfast is just moving it.
    if (fix === undefined || !isTicketed(fix) || fix.state !== 'open') {
      timeline.after(HOUR, close);
      return;
    }
    const { key, issueId } = fix.ticket;
    books.truth.close(timeline.nowMs(), isBot);
    books.closings.push(timeline.nowMs());
    holdfast.board.finish(key);
    // A webhook may be lost: then the sweep finds it.
    if (!random.chance(0.05)) timeline.after(1_000 + random.mostlyShort(2 * MINUTE), () => holdfast.tell(issueId));
    waitForReopening(fix.reopenCount);
  };
  const waitForReopening = (before: number): void => {
    if (timeline.nowMs() >= end) return;
    timeline.after(6 * HOUR, () => {
      const fix = books.shown.at(-1)?.fix;
      if (fix?.state === 'open' && fix.reopenCount > before) closeLater();
      else waitForReopening(before);
    });
  };
  timeline.at(approvedAt, closeLater);
}
