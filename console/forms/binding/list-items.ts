import type { FieldValue } from './field-value.ts';

/** The elements of a list. What is no list, such as what an older draft kept, has none. */
export const itemsOf = (value: FieldValue | undefined): readonly FieldValue[] => (Array.isArray(value) ? value : []);

/** A list that has become empty is absent. */
export const keptList = (items: readonly FieldValue[]): FieldValue[] | undefined =>
  items.length === 0 ? undefined : [...items];
