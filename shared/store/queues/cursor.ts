import * as z from 'zod';
import { Instant } from '../../domain/words/identifiers.ts';
import { keys } from '../keys.ts';
import { getItem, putItem, type Table } from '../table.ts';

const CursorItem = z.object({ at: Instant });

/** How far a sweep has come: an instant, or undefined before its first run. */
export async function readCursor(table: Table, name: string): Promise<string | undefined> {
  const item = await getItem(table, keys.cursor(name));
  return item === undefined ? undefined : CursorItem.parse(item).at;
}

export async function writeCursor(table: Table, name: string, at: string): Promise<void> {
  await putItem(table, { ...keys.cursor(name), at });
}
