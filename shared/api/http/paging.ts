import * as z from 'zod';
import { canonicalJson } from '../../domain/words/canonical-json.ts';
import { jsonIn } from '../../domain/words/well-formed.ts';
import { sha256 } from '../../sha256.ts';
import { InvalidRequest } from './invalid-request.ts';
import { PAGE_DEFAULT, PAGE_LIMIT } from './limits.ts';

/** How every list is asked for its pages. */
export const PAGE_QUERY = {
  limit: z.coerce
    .number()
    .int()
    .min(1)
    .max(PAGE_LIMIT)
    .prefault(PAGE_DEFAULT)
    .describe('How many at most; a page may be shorter and not the last'),
  cursor: z.string().min(1).max(2_000).optional().describe('`next` of the page before, as it came'),
};

/** How the next page is asked for where the bytes that are read decide how much a page holds. */
export const CURSOR_QUERY = { cursor: PAGE_QUERY.cursor };

/** How every list says that it goes on. */
export const NEXT = z.string().optional().describe('For `cursor`; missing on the last page');

const Envelope = z.object({ of: z.string(), at: z.unknown() });

/** Identity of a list's question: a cursor is good for the same one only. */
export const questionId = (question: unknown): string => sha256(canonicalJson(question)).slice(0, 12);

/** A position in a list as text for the caller, who has no business in it. */
export function cursorFor(question: unknown, at: unknown): string {
  return Buffer.from(JSON.stringify({ of: questionId(question), at })).toString('base64url');
}

/** @throws InvalidRequest 400 when it is none of ours, or of another list */
export function positionIn<Position>(
  question: unknown,
  cursor: string | undefined,
  schema: z.ZodType<Position>,
): Position | undefined {
  if (cursor === undefined) return undefined;
  const envelope = Envelope.safeParse(jsonIn(Buffer.from(cursor, 'base64url').toString()));
  const position = schema.safeParse(envelope.data?.at);
  if (position.success && envelope.data?.of === questionId(question)) return position.data;
  throw notFromThisList();
}

export function notFromThisList(): InvalidRequest {
  const detail = 'it is not from a page of this list, asked the same way; leave it out to begin anew';
  return new InvalidRequest(400, 'the query is not what this route takes', [{ parameter: 'cursor', detail }]);
}
