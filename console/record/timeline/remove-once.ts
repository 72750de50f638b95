import type { Entry } from './entries.ts';
import { isNotMade } from './is-not-made.ts';

type Doors = { remove: (entry: Entry) => Promise<void>; read: () => Promise<readonly Entry[]> };

/** Takes an entry out. Where the answer is lost, it is taken out if it is not there any more. */
export async function removeOnce(entry: Entry, { remove, read }: Doors): Promise<void> {
  try {
    await remove(entry);
  } catch (error) {
    if (isNotMade(error, false)) throw error;
    const isThere = await read().then(
      (all) => all.some(({ id }) => id === entry.id),
      () => true,
    );
    if (isThere) throw error;
  }
}
