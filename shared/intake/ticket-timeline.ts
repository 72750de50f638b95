import { inOrder, type TimelineEntry } from '../domain/record/content/timeline.ts';
import { PartId } from '../domain/words/identifiers.ts';
import { shortened } from '../domain/words/shorten.ts';

/** Longer timelines keep their first and last entries; the ticket has the rest. */
const ENTRY_LIMIT = 200;
const TEXT_LIMIT = 1_000;
/** The event that opens a record is one item, of 400 KB at most, with the description in it. */
const BYTE_LIMIT = 200_000;

/** What a ticket tells as the timeline of its record, in order: cut to what one event holds. */
export function ticketTimeline(
  told: readonly Omit<TimelineEntry, 'id' | 'origin'>[],
  newId: () => string,
): TimelineEntry[] {
  const timeline = told
    .toSorted((a, b) => Date.parse(a.at) - Date.parse(b.at))
    .map((entry) => ({
      ...entry,
      id: PartId.parse(newId()),
      what: shortened(entry.what, TEXT_LIMIT),
      origin: 'ticket' as const,
    }));
  return inOrder(abridged(timeline));
}

function abridged(timeline: TimelineEntry[]): TimelineEntry[] {
  let kept = timeline;
  while (kept.length > ENTRY_LIMIT || bytesOf(kept) > BYTE_LIMIT) {
    const half = Math.floor(Math.min(kept.length - 1, ENTRY_LIMIT) / 2);
    kept = [...kept.slice(0, half), ...kept.slice(-half)];
  }
  return kept;
}

/** Bytes as DynamoDB counts them: UTF-8, in which most of the world's scripts take two or three bytes a character. */
function bytesOf(timeline: readonly TimelineEntry[]): number {
  return Buffer.byteLength(JSON.stringify(timeline), 'utf8');
}
