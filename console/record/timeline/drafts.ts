import type { Entry } from './entries.ts';
import type { EntryDraft } from './entry-draft.ts';
import { instantOf, wallTime } from './wall-time.ts';

/** An entry of which nothing is written but a time: that instant, whatever the clocks can show of it. */
export function emptyDraft(at: string, zone: string): EntryDraft {
  const wall = wallTime(at, zone);
  return {
    ...{ wall, zone, what: '', kind: 'action', precision: '', role: '', evidencedBy: '', milestone: '' },
    own: { at, wall, zone },
  };
}

/** An entry as it stands, to be set right. */
export function draftOf(entry: Entry, zone: string): EntryDraft {
  const { at, what, kind, precision = '', role = '', evidencedBy = '', milestone = '', etag } = entry;
  const wall = wallTime(at, zone);
  const was = { what, kind, precision, role, evidencedBy, milestone };
  return { wall, zone, ...was, own: { at, wall, zone }, base: etag, was };
}

/** When a draft says that it was. An entry whose time nobody touched keeps its own, whatever the clocks can show of it. */
export function placedOf({ wall, zone, own }: EntryDraft): ReturnType<typeof instantOf> {
  if (own !== undefined && isOwnTime({ wall, zone, own })) return { at: own.at };
  return instantOf(wall, zone);
}

/** Whether nobody touched its time. */
export const isOwnTime = ({ wall, zone, own }: Pick<EntryDraft, 'wall' | 'zone' | 'own'>): boolean =>
  own !== undefined && own.wall === wall && own.zone === zone;
