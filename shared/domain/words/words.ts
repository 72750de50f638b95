import * as z from 'zod';
import { readable } from './readable.ts';
import { DENSE_LEAST, saysMuchInFew } from './says-something.ts';

/**
 * Shapes of text that people write, by size. `least` is in characters, `most` in UTF-16 code units.
 *
 * There are two of each, and a schema says which it takes. `WRITTEN` is for what somebody sends now: blanks and invisible
 * characters count for nothing there, since a title of six blanks was once approved, and Jira never made a ticket of it.
 * `STORED` is for what was taken: records, logs and exports of earlier versions have such texts, and stay readable.
 */
export type Words = {
  prose: (least: number, most: number) => z.ZodString;
  /** Several paragraphs: with its event it stays under DynamoDB's 400 KB, in any script. */
  text: z.ZodString;
  /** A sentence or two. */
  line: z.ZodString;
  /** What is so, in a sentence: shorter in a script of which one character says a word. */
  statement: z.ZodString;
  /** A reason that somebody will want to understand in a year. */
  reason: z.ZodString;
};

const wordsOf = (prose: Words['prose'], statement: Words['statement']): Words => ({
  prose,
  statement,
  text: prose(1, 40_000),
  line: prose(1, 2_000),
  reason: prose(10, 4_000),
});

const TEN_READABLE = readable(10);

export const STORED: Words = wordsOf(
  (least, most) => z.string().min(least).max(most),
  z.string().min(DENSE_LEAST).max(4_000),
);

const writtenProse: Words['prose'] = (least, most) => {
  const characters = least === 1 ? 'character' : 'characters';
  const error = `expected at least ${least} ${characters} that can be read; blanks and what is invisible do not count`;
  return z.string().min(least, { error, abort: true }).max(most).regex(readable(least), { error });
};

const STATEMENT =
  `expected at least 10 characters that can be read, or a statement of ${DENSE_LEAST} in Chinese, Japanese, Korean or a script like ` +
  'these; blanks and what is invisible do not count';

export const WRITTEN: Words = wordsOf(
  writtenProse,
  z
    .string()
    .min(DENSE_LEAST, { error: STATEMENT, abort: true })
    .max(4_000)
    .regex(readable(DENSE_LEAST), { error: STATEMENT, abort: true })
    .refine((text) => TEN_READABLE.test(text) || saysMuchInFew(text), { error: STATEMENT }),
);

export const HttpLink = z
  .url({ protocol: /^https?$/, error: 'expected a URL that starts with https:// or http://' })
  .max(2_000);
