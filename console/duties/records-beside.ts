import type { Schemas } from '../data/api.ts';
import type { InRecord, NamedRecord, UnreadRecord } from './in-record.ts';

/**
 * Records whose temporary measures are to be undone, and are not among those that were read: of past incidents that were imported, which
 * are closed from the beginning. Those that few may read are left out.
 *
 * @param toUndo the measures in the work of the person
 */
export function recordsBeside(
  read: readonly (InRecord<unknown> | UnreadRecord)[],
  toUndo: readonly (Schemas['MeasureLine'] | Schemas['RestrictedMeasureLine'])[],
): NamedRecord[] {
  const known = new Set(read.map((line) => ('unread' in line ? line.unread.id : line.record.id)));
  const beside = new Map<string, NamedRecord>();
  for (const line of toUndo) {
    if (!('what' in line) || known.has(line.postMortemId)) continue;
    beside.set(line.postMortemId, { id: line.postMortemId, incident: { key: line.incident } });
  }
  return [...beside.values()];
}
