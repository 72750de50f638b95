import * as z from 'zod';
import { TimelineEntry } from '../../domain/record/content/timeline.ts';
import type { RecordEvent } from '../../domain/record/events/record-events.ts';
import type { PostMortemId } from '../../domain/words/identifiers.ts';
import { keys } from '../keys.ts';
import type { Item, Key } from '../table.ts';

/** Entries that came with the ticket travel in packs, so that opening a record stays one transaction. */
const ENTRIES_IN_A_PACK = 50;

export const PackItem = z.object({ entries: z.array(TimelineEntry) });
export const EntryItem = z.object({ entry: TimelineEntry });

/** Items that events write into the timeline of a record and take out of it. */
export function timelineChanges(id: PostMortemId, events: readonly RecordEvent[]): { items: Item[]; removals: Key[] } {
  const items: Item[] = [];
  const removals: Key[] = [];
  for (const event of events) {
    if (event.type === 'Post-Mortem Opened') items.push(...packs(id, event.data.timeline));
    if (event.type === 'Timeline Entry Added') items.push(entryItem(id, event.data.entry));
    if (event.type === 'Timeline Entries Added') items.push(...event.data.entries.map((entry) => entryItem(id, entry)));
    if (event.type === 'Timeline Entry Changed') {
      const { before, entry } = event.data;
      items.push(entryItem(id, entry));
      // Its time is part of its place.
      if (before.at !== entry.at) removals.push(keys.timelineEntry(id, { at: before.at, id: entry.id }));
    }
    if (event.type === 'Timeline Entry Removed') removals.push(keys.timelineEntry(id, event.data.entry));
  }
  return { items, removals };
}

function packs(id: PostMortemId, entries: readonly TimelineEntry[]): Item[] {
  return Array.from({ length: Math.ceil(entries.length / ENTRIES_IN_A_PACK) }, (_, pack) => ({
    ...keys.ticketPack(id, pack),
    entries: entries.slice(pack * ENTRIES_IN_A_PACK, (pack + 1) * ENTRIES_IN_A_PACK),
  }));
}

const entryItem = (id: PostMortemId, entry: TimelineEntry): Item => ({ ...keys.timelineEntry(id, entry), entry });
