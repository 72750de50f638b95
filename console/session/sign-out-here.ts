import { clear } from 'idb-keyval';
import { toast } from '../parts/toasts.tsx';
import { signOut } from './token.ts';

/** Ends the session, and takes with it what was kept on this device. */
export async function signOutHere(): Promise<void> {
  try {
    await clear().catch(() => undefined);
    await signOut();
  } catch (error) {
    toast(`You are still signed in: ${error instanceof Error ? error.message : String(error)}`);
  }
}
