import { entries } from 'idb-keyval';
import { isUnsentElsewhere } from './open-tabs.ts';

/** Milliseconds for which it is kept. */
const DAYS_MS = 30 * 86_400_000;

/** Whether what was kept on this device at a time is taken up still: for 30 days. */
export const isKeptStill = (at: number): boolean => Date.now() - at < DAYS_MS;

/**
 * Whose words that were not sent a sign-out takes, of whichever record and tab: on this device, or in another tab alone. Where the
 * device does not say so, what is on the page is asked about alone.
 */
export async function typedHere(person: string | undefined): Promise<'own' | 'of others' | undefined> {
  const kept = await entries<string, { at: number }>().catch(() => []);
  const typed = kept.filter(([name, one]) => /^(writing|entry) /.test(String(name)) && isKeptStill(one.at));
  const isOwn = typed.some(([name]) => name.split(' ')[1] === person) || (await isUnsentElsewhere());
  return isOwn ? 'own' : typed.length > 0 ? 'of others' : undefined;
}
