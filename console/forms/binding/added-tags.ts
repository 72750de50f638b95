import type { FieldValue } from './field-value.ts';

/** A list with what was typed or pasted, a line for each, without what it has already. */
export function addedTags(items: readonly FieldValue[], typed: string): FieldValue[] {
  const lines = typed.split(/[\r\n\t]+/).map((line) => line.trim());
  return [...new Set([...items, ...lines.filter((line) => line !== '')])];
}
