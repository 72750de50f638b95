import { existsSync } from 'node:fs';

/**
 * Reference data of others, which lies beside the checkout on some machines. It is not ours to ship, so no test needs it:
 * it adds cases to those that are made here.
 *
 * @param path of a folder, with a slash at its end, or of a file
 * @returns undefined where it is not at hand
 */
export function referenceData(path: string): URL | undefined {
  const place = new URL(`../../../../shared/${path}`, import.meta.url);
  return existsSync(place) ? place : undefined;
}
