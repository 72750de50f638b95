import { readdirSync, readFileSync } from 'node:fs';
import { referenceData } from './reference-data.ts';

/** The text of a file, under the name of the file. */
export type Sample = { readonly name: string; readonly text: string };

/** Folders of the samples of one kind: in `test/fixtures`, and in the reference data. */
type Folders = { readonly own: string; readonly reference: string };

/**
 * Samples of our own, and those of the reference data where it is at hand.
 *
 * @throws Error when there is none of our own, since a test of no samples would pass
 */
export function samplesIn({ own, reference }: Folders, isWanted: RegExp): Sample[] {
  const ours = filesIn(new URL(`../../fixtures/${own}/`, import.meta.url), isWanted);
  if (ours.length === 0) throw new Error(`no sample of our own lies in test/fixtures/${own}`);
  const folder = referenceData(`${reference}/`);
  return folder === undefined ? ours : [...ours, ...filesIn(folder, isWanted)];
}

function filesIn(folder: URL, isWanted: RegExp): Sample[] {
  return readdirSync(folder)
    .filter((name) => isWanted.test(name))
    .toSorted()
    .map((name) => ({ name, text: readFileSync(new URL(name, folder), 'utf8') }));
}
