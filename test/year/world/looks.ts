import { WHOLE_SUBJECT } from '../../../shared/domain/verification/signal.ts';
import type { Random } from '../../faults/weather/random.ts';
import type { FixBooks, SaidWord } from '../books.ts';
import { createEyes, type Look, lateness, ofAll, type Watcher } from '../truth/sources.ts';
import { DAY, isWithin } from '../truth/spans.ts';
import type { Year } from './year.ts';

/** One look of a source, now, at a resource or at the subject as a whole. */
export type LookNow = (resource: string) => Look;

/**
 * A source looks at each resource of a fix, again and again, and sends what it saw, late and now and then twice.
 *
 * @returns its eyes, for whoever asks it to look at another time
 */
export function watch(year: Year, books: FixBooks, watcher: Watcher, random: Random): LookNow {
  const { source, firstLook, stopsAt } = watcher;
  const { resources } = books.plan;
  const eyes = new Map(resources.map((resource) => [resource, createEyes(watcher, year.noise, random)]));
  const lookNow: LookNow = (resource) => {
    if (resource === WHOLE_SUBJECT) return ofAll(resources.map(lookNow));
    const look = eyes.get(resource);
    if (look === undefined) throw new Error(`${source.name} does not look at ${resource} of ${books.plan.subject}`);
    const at = year.timeline.nowMs();
    return look(books.truth.isBad(resource, at), at);
  };
  for (const resource of resources) {
    const lookAt = (at: number): void => {
      if (at >= Math.min(stopsAt, year.end)) return;
      year.timeline.at(at, () => {
        const seen = lookNow(resource);
        if (!isWithin(source.outage, at)) say(year, books, { watcher, resource, at, ...seen }, random);
        lookAt(at + source.every);
      });
    };
    lookAt(firstLook + random.integer(0, source.every / 4));
  }
  return lookNow;
}

/** A look as it is told, or as the answer to a question. */
export type Said = Look & {
  readonly watcher: Watcher;
  readonly resource: string;
  readonly at: number;
  readonly isAnswer?: boolean;
};

/** Writes down what a source said, under the id of its signal. What is not judged is no word, and neither is a stranger's. */
export function noteWord(
  words: Map<string, SaidWord>,
  books: FixBooks,
  id: string,
  { watcher, resource, at, outcome, isFalse, isAnswer = false }: Said,
): void {
  if (outcome === 'not judged' || !watcher.isAccepted) return;
  const never = Number.POSITIVE_INFINITY;
  const word = { source: watcher.source.name, resource, outcome, observedAt: at, isFalse, isAnswer };
  const said: SaidWord = { ...word, arrivedAt: never, takenUpAt: never };
  books.words.push(said);
  words.set(id, said);
}

function say(year: Year, books: FixBooks, said: Said, random: Random): void {
  const { timeline, holdfast, weather, words } = year;
  const { resource, at, outcome } = said;
  const source = said.watcher.source.name;
  const id = `${books.id} ${source} ${resource} ${at}`;
  noteWord(words, books, id, said);
  const signal = {
    id,
    subject: { type: 'control' as const, id: books.plan.subject },
    resource,
    outcome,
    ...(outcome === 'not judged' ? { reason: 'the agent did not answer' } : {}),
    observedAt: new Date(at).toISOString(),
    source,
  };
  const delay = lateness(weather.late, random);
  timeline.after(delay, () => holdfast.send(signal));
  if (random.chance(0.1)) timeline.after(delay + random.mostlyShort(2 * DAY), () => holdfast.send(signal));
}
