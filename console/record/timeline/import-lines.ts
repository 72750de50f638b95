import { api } from '../../data/api.ts';
import { got } from '../../data/refusal.ts';
import { changed, type Entry, newKey, type Written } from './entries.ts';
import type { Line } from './paste/lines.ts';

/** Entries that the API takes together: all of them, or none. */
const AT_ONCE = 50;

/** Sends lines in batches, each of which is made once however often it is sent. What was sent stays sent when a later one is refused. */
export function importOf(id: string, lines: readonly Line[]): { send: () => Promise<Entry[]> } {
  const batches = Array.from({ length: Math.ceil(lines.length / AT_ONCE) }, (_, at) => ({
    key: newKey(),
    entries: lines.slice(at * AT_ONCE, (at + 1) * AT_ONCE).map(writtenFrom),
    made: undefined as Entry[] | undefined,
  }));
  return {
    async send() {
      try {
        for (const batch of batches) {
          if (batch.made !== undefined) continue;
          const params = { path: { id }, header: { 'Idempotency-Key': batch.key } };
          const body = { entries: batch.entries };
          batch.made = got(await api.POST('/post-mortems/{id}/timeline/batch', { params, body })).data.entries;
        }
      } finally {
        await changed(id);
      }
      return batches.flatMap(({ made }) => made ?? []);
    },
  };
}

const writtenFrom = ({ at, what, kind, role }: Line): Written => ({
  at: at ?? '',
  what,
  kind,
  ...(role === '' ? {} : { role }),
});
