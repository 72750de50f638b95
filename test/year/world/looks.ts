import type { Random } from '../../faults/weather/random.ts';
import type { FixBooks, SaidWord } from '../books.ts';
import { createEyes, type Look, lateness, type Watcher } from '../truth/sources.ts';
import { DAY, isWithin } from '../truth/spans.ts';
import type { Year } from './year.ts';

/** A source looks at each resource of a fix, again and again, and sends what it saw, late and now and then twice. */
export function watch(year: Year, books: FixBooks, watcher: Watcher, random: Random): void {
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
