import * as z from 'zod';
import { Instant } from '../../domain/words/identifiers.ts';
import { keys } from '../keys.ts';
import { getItem, putItem, type Table } from '../table.ts';
import { DueKey } from './due-keys.ts';

/** One pass over what is due. It may take several runs; each goes on where the last one ended. */
export const SendingPass = z.object({
  beganAt: Instant,
  /** Last key of each shard that was sent. All before it was sent in this pass, too. */
  sentTo: z.array(DueKey),
  /** True when nothing was left behind `sentTo`. */
  isThrough: z.boolean(),
});
export type SendingPass = z.infer<typeof SendingPass>;

const PassItem = z.object({ pass: SendingPass });
const KEY = keys.cursor('send-due-fixes');

/** @returns undefined before the first one */
export async function readPass(table: Table): Promise<SendingPass | undefined> {
  const item = await getItem(table, KEY);
  return item === undefined ? undefined : PassItem.parse(item).pass;
}

export async function writePass(table: Table, pass: SendingPass): Promise<void> {
  await putItem(table, { ...KEY, pass });
}
