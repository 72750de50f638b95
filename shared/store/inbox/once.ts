import * as z from 'zod';
import { keys } from '../keys.ts';
import { getItem, type Item, type Table } from '../table.ts';

/** A day: a client that repeats a call later than this is not repeating, it is calling again. */
const KEPT_FOR_MS = 86_400_000;

/** Result of a call, under the key that its caller gave it. */
export const Made = z.object({
  /** Fingerprint of the call: the same key with another one is a mistake of the caller. */
  fingerprint: z.string(),
  location: z.string(),
  /** Ids of what was made, in the order of the request. */
  ids: z.array(z.string()),
});
export type Made = z.infer<typeof Made>;

const OnceItem = z.object({ made: Made });

/** Result of an earlier call under this key. DynamoDB deletes what expired within days, so it may be remembered longer. */
export async function madeBefore(table: Table, who: string, key: string): Promise<Made | undefined> {
  const item = await getItem(table, keys.once(who, key));
  return item === undefined ? undefined : OnceItem.parse(item).made;
}

/** Written in the transaction that makes it: it is remembered exactly when it was made. */
export function onceItem(who: string, key: string, made: Made, now: string): Item {
  return { ...keys.once(who, key), made, expiresAt: Math.ceil((Date.parse(now) + KEPT_FOR_MS) / 1_000) };
}
