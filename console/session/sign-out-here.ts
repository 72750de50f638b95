import { toast } from '../parts/toasts.tsx';
import { mayLeave } from '../router/address.ts';
import { signOut } from './token.ts';
import { wipeDevice } from './wipe-device.ts';

/** Ends the session, and takes with it what was kept on this device. While nobody is signed out, nothing is lost. */
export async function signOutHere(): Promise<void> {
  if (!mayLeave('session')) return;
  try {
    const away = await signOut();
    if (!(await wipeDevice())) alert(STAYS);
    // What is written down on the way out goes, too.
    addEventListener('pagehide', () => void wipeDevice());
    location.assign(away);
  } catch (error) {
    toast(`You are still signed in: ${error instanceof Error ? error.message : String(error)}`);
  }
}

const STAYS =
  'You are signed out, but not all that you typed could be taken off this device. Clear the data of this site in the browser.';
