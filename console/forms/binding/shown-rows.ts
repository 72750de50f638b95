import type { FieldValue } from './field-value.ts';

/**
 * Rows to show of a list: as they were written, while the list is what was written in them, and an empty one to write on in.
 * A row that was cleared stays so in its place, which the list does not have: no other moves under the hand.
 */
export function shownRows(items: readonly FieldValue[], written: readonly string[]): string[] {
  const texts = items.map(String);
  const kept = itemsOfRows(written);
  const isAsWritten = kept.length === texts.length && kept.every((text, row) => text === texts[row]);
  const rows = isAsWritten ? [...written] : texts;
  return rows.at(-1) === '' ? rows : [...rows, ''];
}

/** What the list has of the rows: those in which something stands. */
export const itemsOfRows = (rows: readonly string[]): string[] => rows.filter((text) => text !== '');
