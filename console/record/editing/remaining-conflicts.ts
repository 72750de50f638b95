import type { FieldRecord } from '../../forms/binding/field-value.ts';
import { valueAt, withValueAt } from './at-path.ts';
import { isSame } from './json.ts';
import type { Conflict } from './merge.ts';
import { isSameConflict } from './merge-written.ts';

type Remaining = {
  before: readonly Conflict[];
  found: readonly Conflict[];
  merged: FieldRecord;
  base: FieldRecord | undefined;
  theirs: FieldRecord | undefined;
  /** Fields of theirs that somebody is in here. */
  held: readonly (readonly string[])[];
};

/** Conflicts after a merge: those that nobody decided stay, with their newest words; a field under somebody's hands is asked about. */
export function remainingConflicts({ before, found, merged, base, theirs, held }: Remaining): {
  mine: FieldRecord;
  conflicts: Conflict[];
} {
  let mine = merged;
  // A conflict within a list is one of the whole list: its elements have no place of their own here.
  const all: Conflict[] = [];
  for (const conflict of found) {
    const one = listOf(conflict, { base, mine: merged, theirs });
    if (!all.some((other) => isSameConflict(one, other))) all.push(one);
  }
  for (const path of held) {
    const words = valueAt(base, path);
    mine = withValueAt(mine, path, words);
    all.push({ path, base: words, mine: words, theirs: valueAt(theirs, path) });
  }
  for (const one of before) {
    if (all.some((other) => isSameConflict(one, other))) continue;
    all.push(one.isOfDraft === true ? one : { ...one, theirs: valueAt(theirs, one.path) });
  }
  const open = all.filter(({ path, theirs: words }) => !isSame(valueAt(mine, path), words as never));
  return { mine, conflicts: open };
}

function listOf(
  one: Conflict,
  { base, mine, theirs }: Record<'base' | 'mine' | 'theirs', FieldRecord | undefined>,
): Conflict {
  const at = one.path.findIndex((_, end) =>
    [base, mine, theirs].some((side) => Array.isArray(valueAt(side, one.path.slice(0, end)))),
  );
  if (at < 0) return one;
  const path = one.path.slice(0, at);
  return { ...one, path, base: valueAt(base, path), mine: valueAt(mine, path), theirs: valueAt(theirs, path) };
}
