import { Signal } from '../../../shared/domain/verification/signal.ts';
import { stateOf } from '../../../shared/domain/verification/verdict/source-state.ts';
import { LastWordsItem, stateIn } from '../../../shared/store/inbox/last-words-item.ts';
import { saidIn, sourceKey, sourceOn } from '../../../shared/store/inbox/words.ts';
import { keys } from '../../../shared/store/keys.ts';
import { ANOTHER_SOURCE } from '../people/leaked-secret.ts';
import type { Remains } from './remains.ts';
import type { Violation } from './violation.ts';

export function programsSpeakForTheirSourcesAlone({ outbox }: Remains): Violation[] {
  return outbox
    .filter(({ type, data }) => type === 'Signal Recorded' && Object(data.signal).source === ANOTHER_SOURCE)
    .map(({ id, actor }) => ({
      promise: 'a program speaks for its own sources alone',
      because: `the signal of ${id} was taken from ${actor.id} in the name of ${ANOTHER_SOURCE}`,
      about: ['/signals'],
    }));
}

/** The last words are a cache of the log, with the words that judged nothing counted in them. */
export function lastWordsAreThoseOfTheirLog({ storm }: Remains): Violation[] {
  const items = storm.table.all();
  const stored = new Map(items.map((item) => [`${item.pk} ${item.sk}`, item]));
  const logged = items.flatMap(({ pk, signal }) => (pk.startsWith('WORD#') ? [Signal.parse(signal)] : []));
  const byKey = Map.groupBy(logged, (signal) => {
    const { pk, sk } = keys.lastWords(signal.subject, sourceKey(sourceOn(signal)));
    return `${pk} ${sk}`;
  });
  return [...byKey].flatMap(([key, signals]) => {
    const kept = LastWordsItem.safeParse(stored.get(key));
    const wanted = JSON.stringify(stateOf(signals.map(saidIn)));
    if (kept.success && JSON.stringify(stateIn(kept.data)) === wanted) return [];
    const found = kept.success ? JSON.stringify(stateIn(kept.data)) : 'none';
    return [
      { promise: 'the last words are those of their log', because: `${key}: ${found}, not ${wanted}`, about: [key] },
    ];
  });
}
