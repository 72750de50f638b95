import { toast } from '../parts/toasts.tsx';
import { mayLeave } from '../router/address.ts';
import { isTypedHere } from './is-typed-here.ts';
import { signOut, takeAway } from './token.ts';
import { wipeDevice } from './wipe-device.ts';

/** Ends the session, and takes with it what was kept on this device. While nobody is signed out, nothing is lost. */
export async function signOutHere(): Promise<void> {
  // What waits in a record of another day, or of another tab, is on no page here.
  const isOut = (await isTypedHere()) ? confirm(TAKES) : mayLeave('session');
  if (!isOut) return;
  try {
    const away = await signOut();
    takeAway();
    if (!(await wipeDevice())) alert(STAYS);
    // What is written down on the way out goes, too.
    addEventListener('pagehide', () => void wipeDevice());
    location.assign(away);
  } catch (error) {
    toast(`You are still signed in: ${error instanceof Error ? error.message : String(error)}`);
  }
}

const TAKES = 'Something that you typed is not sent yet, and a sign-out takes it from this device. Sign out?';
const STAYS =
  'You are signed out, but not all that you typed could be taken off this device. Clear the data of this site in the browser.';
