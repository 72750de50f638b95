import * as z from 'zod';
import type { DomainEvent } from '../../events/events.ts';
import { happening, type TimelineEntry, type TimelineKind } from '../../ticket/incident-ticket.ts';
import { WRITTEN } from '../../words/words.ts';

/** What a person writes into the timeline. */
export const TimelineEntryDraft = happening(WRITTEN);
export type TimelineEntryDraft = z.infer<typeof TimelineEntryDraft>;

/** How many entries there are of each kind. The entries themselves are no part of the record: there may be thousands. */
export const TimelineCounts = z.object({
  attacker: z.int().nonnegative(),
  detection: z.int().nonnegative(),
  decision: z.int().nonnegative(),
  action: z.int().nonnegative(),
  communication: z.int().nonnegative(),
});
export type TimelineCounts = z.infer<typeof TimelineCounts>;

export const NO_ENTRIES: TimelineCounts = { attacker: 0, detection: 0, decision: 0, action: 0, communication: 0 };

export function entriesIn(counts: TimelineCounts): number {
  return Object.values(counts).reduce((sum, count) => sum + count, 0);
}

export function counted(counts: TimelineCounts, kinds: readonly TimelineKind[], by: 1 | -1): TimelineCounts {
  const next = { ...counts };
  for (const kind of kinds) next[kind] += by;
  return next;
}

/** By time; entries of the same instant in the order of their ids, which is that of their creation. */
export function inOrder(entries: readonly TimelineEntry[]): TimelineEntry[] {
  return entries.toSorted((a, b) => Date.parse(a.at) - Date.parse(b.at) || compareIds(a, b));
}

export function compareIds(a: { id: string }, b: { id: string }): number {
  return a.id < b.id ? -1 : Number(a.id > b.id);
}

/** The timeline that a log tells, by time. */
export function timelineOf(log: readonly DomainEvent[]): TimelineEntry[] {
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
