import { holdBack, type Leaving } from '../../router/address.ts';
import { isEntryTyped } from './entry-draft.ts';

let isHeld = false;

/** Asks before an entry that was begun would be gone: wherever in the console the person is by then. */
export function holdEntries(): void {
  if (isHeld) return;
  isHeld = true;
  holdBack(whyToStay);
}

function whyToStay(leaving: Leaving): string | undefined {
  if (leaving === 'place' || !isEntryTyped(leaving)) return undefined;
  return leaving === 'session'
    ? 'An entry of a timeline is begun and not added, and a sign-out takes it from this device. Sign out?'
    : 'An entry of a timeline is begun and not added, and would be gone. Leave?';
}
