import { timeInWords } from '../../../marks/time.tsx';
import { startOf } from '../../../parts/start-of.ts';
import type { Entry } from '../entries.ts';
import type { TimeSlot } from './in-time.ts';

/** Where an entry comes, for those who do not see it: its time, and what is before it. */
export function moveWords({ index, at }: TimeSlot, others: readonly Entry[]): string {
  const before = others[index - 1];
  return `${timeInWords(at)}, ${before === undefined ? 'before all others' : `after “${startOf(before.what, 60)}”`}`;
}
