import { toast } from '../parts/toasts.tsx';
import { mayLeave } from '../router/address.ts';
import { signOut, takeAway } from './token.ts';
import { typedHere } from './typed-here.ts';
import { wipeDevice } from './wipe-device.ts';

/** Ends the session, and takes with it what was kept on this device. While nobody is signed out, nothing is lost. */
export async function signOutHere(person: string | undefined): Promise<void> {
  // What waits in a record of another day, or of another tab, is on no page here.
  const typed = await typedHere(person);
  if (typed !== undefined && !confirm(TAKES[typed])) return;
  if (typed !== 'own' && !mayLeave('session')) return;
  try {
    const away = await signOut();
    // What is written down on the way out goes, too.
    takeAway(() => void wipeDevice());
    if (!(await wipeDevice())) alert(STAYS);
    location.assign(away);
  } catch (error) {
    toast(`You are still signed in: ${error instanceof Error ? error.message : String(error)}`);
  }
}

const TAKES = {
  own: 'Something that you typed is not sent yet, and a sign-out takes it from this device. Sign out?',
  'of others':
    'Something that somebody typed on this device is not sent yet, and a sign-out takes it from here. Sign out?',
};
const STAYS =
  'You are signed out, but not all that you typed could be taken off this device. Clear the data of this site in the browser.';
