import * as z from 'zod';

/** A text of several paragraphs: with its event it stays under DynamoDB's 400 KB, in any script. */
export const Text = z.string().min(1).max(40_000);

/** A sentence or two. */
export const Line = z.string().min(1).max(2_000);

/** A reason that somebody will want to understand in a year. */
export const Reason = z.string().min(10).max(4_000);

export const HttpLink = z.url({ protocol: /^https?$/, error: 'expected a URL that starts with https://' }).max(2_000);
