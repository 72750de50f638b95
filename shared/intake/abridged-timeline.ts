import type { TimelineEntry } from '../domain/record/content/timeline.ts';

/** Longer timelines keep their first and last entries; the ticket has the rest. */
const ENTRY_LIMIT = 200;
/** The event that opens a record is one item, of 400 KB at most, with the description in it. */
const BYTE_LIMIT = 200_000;

/** The first and the last entries of a timeline that is too long for the event that opens a record. */
export function abridgedTimeline(timeline: readonly TimelineEntry[]): readonly TimelineEntry[] {
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
