import type { FieldRecord } from '../../forms/binding/field-value.ts';
import { valueAt, withValueAt } from './at-path.ts';
import { isSame } from './json.ts';
import type { Conflict } from './merge.ts';
import { isSameConflict } from './merge-written.ts';

type Remaining = {
  before: readonly Conflict[];
  found: readonly Conflict[];
  merged: FieldRecord;
  /** What was here before. */
  written: FieldRecord | undefined;
  base: FieldRecord | undefined;
  theirs: FieldRecord | undefined;
  /** Fields of theirs that somebody is in here. */
  held: readonly (readonly string[])[];
};

/** Conflicts after a merge: those that nobody decided stay, with their newest words; a field under somebody's hands is asked about. */
export function remainingConflicts({ before, found, merged, written, base, theirs, held }: Remaining): {
  mine: FieldRecord;
  conflicts: Conflict[];
} {
  let mine = merged;
  const all: Conflict[] = [...found];
  for (const path of held) {
    const words = valueAt(written, path);
    mine = withValueAt(mine, path, words);
    all.push({ path, base: valueAt(base, path), mine: words, theirs: valueAt(theirs, path) });
  }
  for (const one of before) {
    if (all.some((other) => isSameConflict(one, other))) continue;
    all.push(one.isOfDraft === true ? one : { ...one, theirs: valueAt(theirs, one.path) });
  }
  const open = all.filter(({ path, theirs: words }) => !isSame(valueAt(mine, path), words as never));
  return { mine, conflicts: open };
}
