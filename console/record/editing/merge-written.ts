import type { FieldRecord } from '../../forms/binding/field-value.ts';
import { type Choice, type Conflict, mergeFields, settle } from './merge.ts';

/** What two wrote in a section or part, of which each may still be empty. */
export function mergeWritten(
  base: FieldRecord | undefined,
  mine: FieldRecord | undefined,
  theirs: FieldRecord | undefined,
) {
  const { merged, conflicts, taken } = mergeFields(base ?? {}, mine ?? {}, theirs ?? {});
  // A merge makes nothing but what was in one of the three.
  return { merged: merged as FieldRecord, conflicts, taken };
}

export const settled = (content: FieldRecord | undefined, conflict: Conflict, choice: Choice): FieldRecord =>
  settle(content ?? {}, conflict, choice) as FieldRecord;

/** JSON pointer of a path. */
export const pointerOf = (path: readonly string[]): string =>
  path.map((name) => `/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');

/** Whether two conflicts ask the same: a field may be asked about for a draft and for the record. */
export const isSameConflict = (one: Conflict, other: Conflict): boolean =>
  pointerOf(one.path) === pointerOf(other.path) && (one.isOfDraft ?? false) === (other.isOfDraft ?? false);
