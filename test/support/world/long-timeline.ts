import type { TimelineEntry } from '../../../shared/domain/record/content/timeline.ts';
import { addTimelineEntries, ENTRIES_AT_ONCE } from '../../../shared/domain/record/decide/write-record.ts';
import { PartId, type PostMortemId } from '../../../shared/domain/words/identifiers.ts';
import { ANNA } from './people.ts';
import { aCause } from './stories.ts';
import type { World } from './world.ts';

const FIRST_MS = Date.parse('2026-11-20T00:00:00.000Z');

/** Adds entries to the timeline of a record, one for each second, all of the same words. */
export async function longTimeline(
  world: World,
  id: PostMortemId,
  { count, what }: { count: number; what: string },
): Promise<TimelineEntry[]> {
  const entries = Array.from(
    { length: count },
    (_, index): TimelineEntry => ({
      id: PartId.parse(world.newId()),
      at: new Date(FIRST_MS + index * 1_000).toISOString(),
      what,
      kind: 'action',
      origin: 'person',
    }),
  );
  for (let start = 0; start < count; start += ENTRIES_AT_ONCE) {
    const some = entries.slice(start, start + ENTRIES_AT_ONCE);
    await world.store.changePostMortem(id, (record) => addTimelineEntries(record, some, ANNA), aCause(ANNA));
  }
  return entries;
}
