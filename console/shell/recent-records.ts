import { signal } from '@preact/signals';

/** A record that was opened in this page. */
type Recent = { id: string; words: string };

const KEPT = 5;

/** The records that were opened last, the newest first; in this page alone, and none of which the words are kept close. */
export const recentRecords = signal<readonly Recent[]>([]);

export function rememberRecord(record: Recent): void {
  recentRecords.value = [record, ...recentRecords.peek().filter(({ id }) => id !== record.id)].slice(0, KEPT);
}

/** One that became restricted since, or that this person may read no more. */
export function forgetRecord(id: string): void {
  recentRecords.value = recentRecords.peek().filter((one) => one.id !== id);
}
