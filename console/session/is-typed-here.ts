import { keys } from 'idb-keyval';

/**
 * Whether words that were not sent lie on this device, of whichever record and tab: a sign-out takes them. Where the device does
 * not say so, what is on the page is asked about alone.
 */
export const isTypedHere = async (): Promise<boolean> =>
  (await keys().catch(() => [])).some((name) => /^(writing|entry) /.test(String(name)));
