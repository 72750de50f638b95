import * as z from 'zod';
import { Instant } from '../../domain/words/identifiers.ts';
import { keys } from '../keys.ts';
import { getItem, putItem, type Table } from '../table.ts';

const Namings = z.object({ times: z.int().nonnegative(), since: Instant });

const COUNTED_FOR_MS = 30 * 86_400_000;

/**
 * Counts how often a ticket was found without its name within a month. Two at once may count as one.
 *
 * @returns the number of times, this one included
 */
export async function countNaming(
  table: Table,
  { site, issueId }: { site: string; issueId: string },
  now: string,
): Promise<number> {
  const key = keys.cursor(`naming@${site}#${issueId}`);
  const before = Namings.safeParse(await getItem(table, key)).data;
  const isOver = before === undefined || Date.parse(now) - Date.parse(before.since) >= COUNTED_FOR_MS;
  const { times, since } = isOver ? { times: 0, since: now } : before;
  const expiresAt = Math.ceil((Date.parse(since) + COUNTED_FOR_MS) / 1_000);
  // One that is over its time is counted no further: whoever looks again and again would write each time.
  if (times < MOST_COUNTED) await putItem(table, { ...key, times: times + 1, since, expiresAt });
  return times + 1;
}

const MOST_COUNTED = 10;
