import { inOrder, type TimelineEntry } from './content/timeline.ts';
import type { RecordEvent } from './events/record-events.ts';

/** The timeline that a log tells, by time. */
export function timelineOf(log: readonly RecordEvent[]): TimelineEntry[] {
  const entries = new Map<string, TimelineEntry>();
  const put = (one: TimelineEntry): unknown => entries.set(one.id, one);
  for (const event of log) {
    if (event.type === 'Post-Mortem Opened') event.data.timeline.forEach(put);
    if (event.type === 'Timeline Entry Added' || event.type === 'Timeline Entry Changed') put(event.data.entry);
    if (event.type === 'Timeline Entries Added') event.data.entries.forEach(put);
    if (event.type === 'Timeline Entry Removed') entries.delete(event.data.entry.id);
  }
  return inOrder([...entries.values()]);
}
