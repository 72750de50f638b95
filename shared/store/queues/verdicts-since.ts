import { keys } from '../keys.ts';
import { putNew, type Table } from '../table.ts';
import { readCursor } from './cursor.ts';

const NAME = 'verdicts-since';

/**
 * When verdicts began in this installation: the upgrade, or its first fix. The first who asks sets it, for ever, so it is read
 * once by each who asks.
 */
export function verdictsSince(table: Table): (now: string) => Promise<string> {
  let known: string | undefined;
  return async (now) => {
    known ??= await firstTold(table, now);
    return known;
  };
}

async function firstTold(table: Table, now: string): Promise<string> {
  const told = await readCursor(table, NAME);
  if (told !== undefined) return told;
  await putNew(table, { ...keys.cursor(NAME), at: now });
  return (await readCursor(table, NAME)) ?? now;
}

/** When verdicts began; undefined before they did. Reads only. */
export const verdictsSinceThen = (table: Table): Promise<string | undefined> => readCursor(table, NAME);
