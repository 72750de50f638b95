import { randomBytes } from 'node:crypto';
import * as z from 'zod';
import { jsonIn } from '../../domain/words/well-formed.ts';
import type { UnfinishedFiles } from '../unfinished-files.ts';
import { notFromThisList, questionId } from './paging.ts';

const Kept = z.object({ of: z.string(), at: z.unknown() });
/** Form of a cursor: its bearer can neither guess another one nor write what it stands for. */
const CURSOR = /^[0-9a-f]{64}$/;

/**
 * Keeps a position that is too long for an address, or that the caller must not write: what was verified so far.
 *
 * @returns its cursor
 */
export async function keepPosition(files: UnfinishedFiles, question: unknown, at: unknown): Promise<string> {
  const cursor = randomBytes(32).toString('hex');
  await files.keep(cursor, JSON.stringify({ of: questionId(question), at }));
  return cursor;
}

/** @throws InvalidRequest 400 when it is none of ours, of another question, or older than a day */
export async function keptPosition<Position>(
  files: UnfinishedFiles,
  question: unknown,
  cursor: string | undefined,
  schema: z.ZodType<Position>,
): Promise<Position | undefined> {
  if (cursor === undefined) return undefined;
  const text = CURSOR.test(cursor) ? await files.read(cursor) : undefined;
  const kept = Kept.safeParse(text === undefined ? undefined : jsonIn(text)).data;
  const position = schema.safeParse(kept?.at);
  if (position.success && kept?.of === questionId(question)) return position.data;
  throw notFromThisList();
}
