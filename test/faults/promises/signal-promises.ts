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
