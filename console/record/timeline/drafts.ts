import { zone } from '../../shell/preferences.ts';
import type { Entry } from './entries.ts';
import type { EntryDraft } from './entry-draft.ts';
import { wallTime } from './wall-time.ts';

/** An entry of which nothing is written but a time. */
export const emptyDraft = (at: string): EntryDraft => ({
  wall: wallTime(at, zone.value).slice(0, 16),
  zone: zone.value,
  what: '',
  kind: 'action',
  precision: '',
  role: '',
  evidencedBy: '',
  milestone: '',
});

/** An entry as it stands, to be set right. */
export const draftOf = ({ at, what, kind, precision, role, evidencedBy, milestone }: Entry): EntryDraft => ({
  wall: wallTime(at, zone.value),
  zone: zone.value,
  what,
  kind,
  precision: precision ?? '',
  role: role ?? '',
  evidencedBy: evidencedBy ?? '',
  milestone: milestone ?? '',
});
