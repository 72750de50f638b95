import type { FieldRecord, FieldValue } from '../../forms/binding/field-value.ts';
import { valueAt } from './at-path.ts';
import type { Version } from './kept.ts';
import type { Conflict, Writer } from './merge.ts';
import { isSameConflict, mergeWritten, pointerOf } from './merge-written.ts';
import { remainingConflicts } from './remaining-conflicts.ts';
import type { Draft } from './shared-draft.ts';

/** What is here, and what somebody has to decide about it. */
type Here = { mine: FieldRecord | undefined; conflicts: readonly Conflict[] };

/**
 * What is here after somebody else wrote.
 *
 * @param base what it was typed on
 * @param isHeld whether somebody is in the field of a JSON pointer: it is asked about, and not changed under their hands
 */
export function withVersion(
  { mine, conflicts: before }: Here,
  base: Version,
  theirs: Version,
  isHeld: (pointer: string) => boolean,
): Here & { taken: readonly (readonly string[])[] } {
  const { merged, conflicts: found, taken } = mergeWritten(base.value, mine, theirs.value);
  const isNothingThere = (path: readonly string[]) =>
    [mine, theirs.value].every((one) => isNothing(valueAt(one, path)));
  const held = taken.filter((path) => isHeld(pointerOf(path)) && !isNothingThere(path));
  const next = remainingConflicts({
    ...{ before, found, merged, held },
    ...{ written: mine, base: base.value, theirs: theirs.value },
  });
  return {
    mine: next.mine,
    conflicts: next.conflicts.map((one) => writtenBetween(one, base, theirs)),
    taken: taken.filter((path) => !held.includes(path)),
  };
}

/** What is here with the words of a draft; where something else stands here, it is asked about. */
export function withDraft({ mine, conflicts: before }: Here, draft: Draft, by?: Writer): Here {
  const { merged, conflicts } = mergeWritten(draft.base, mine, draft.mine);
  const next = remainingConflicts({
    ...{ before: [], merged, held: [] },
    found: conflicts.map((one) => ({ ...one, isOfDraft: true, ...(by === undefined ? {} : { by }) })),
    ...{ written: mine, base: draft.base, theirs: draft.mine },
  });
  return { mine: next.mine, conflicts: [...notAskedIn(next.conflicts, before), ...next.conflicts] };
}

/** Those of some conflicts that others do not ask about already. */
export const notAskedIn = (asked: readonly Conflict[], some: readonly Conflict[]): Conflict[] =>
  some.filter((one) => !asked.some((other) => isSameConflict(one, other)));

/** A conflict, with the revisions between which its other side was written. */
function writtenBetween(conflict: Conflict, base: Version, theirs: Version): Conflict {
  const [from, to] = [conflict.revisions?.from ?? base.revision, theirs.revision];
  const isKnown = conflict.isOfDraft !== true && from !== undefined && to !== undefined;
  return isKnown ? { ...conflict, revisions: { from, to } } : conflict;
}

/** The API fills a list that is left out with an empty one. */
const isNothing = (value: FieldValue | undefined) =>
  value === undefined || (Array.isArray(value) && value.length === 0);
