import { Refusal } from '../../words/refusal.ts';
import type { RecordEvent } from '../events/record-events.ts';
import type { PostMortem } from '../post-mortem.ts';

/**
 * Largest section or part, in bytes of JSON. DynamoDB takes 400 KB in an item, and the event has its envelope beside it.
 * https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Constraints.html
 */
export const ITEM_LIMIT_BYTES = 380_000;

/** Largest record without its timeline, in bytes of JSON. It travels in one answer, and Lambda sends 6 MB, in which each quote counts twice. */
export const RECORD_LIMIT_BYTES = 3_000_000;

/** Largest sum of all recommendations, in bytes of JSON. An approval writes what they say four times in one transaction, which DynamoDB takes up to 4 MB. */
export const RECOMMENDATIONS_LIMIT_BYTES = 800_000;

/** Events that bring words into a record. Judging and settling always have room. */
const ADDS_CONTENT: readonly RecordEvent['type'][] = [
  'Section Written',
  'Root Cause Added',
  'Contributing Factor Added',
  'Recommendation Proposed',
  'Part Added',
  'Part Changed',
];

/** Size as stored and sent: bytes of JSON in UTF-8. */
export function bytesOf(value: unknown): number {
  return new TextEncoder().encode(JSON.stringify(value)).length;
}

/**
 * A record that grew too large before there was a limit can still be read, shortened, judged and closed.
 *
 * @throws Refusal limit
 */
export function mustFit(before: PostMortem, after: PostMortem, events: readonly RecordEvent[]): void {
  if (!events.some(({ type }) => ADDS_CONTENT.includes(type))) return;
  const advice = 'shorten it, or attach what is long as evidence';
  mustGrowWithin(before, after, RECORD_LIMIT_BYTES, `a record without its timeline: ${advice}`);
  const limit = RECOMMENDATIONS_LIMIT_BYTES;
  mustGrowWithin(before.recommendations, after.recommendations, limit, 'the recommendations of a record: shorten them');
}

function mustGrowWithin(before: unknown, after: unknown, limit: number, what: string): void {
  // At most three bytes for each UTF-16 unit: nearly all records are done with here.
  if (JSON.stringify(after).length * 3 <= limit) return;
  const bytes = bytesOf(after);
  if (bytes <= limit || bytes <= bytesOf(before)) return;
  throw new Refusal('limit', `${bytes} bytes are over the ${limit} of ${what}`);
}
