import * as z from 'zod';

/** A text of several paragraphs: with its event it stays under DynamoDB's 400 KB, in any script. */
export const Text = z.string().min(1).max(40_000);

/** A sentence or two. */
export const Line = z.string().min(1).max(2_000);

/** A reason that somebody will want to understand in a year. */
export const Reason = z.string().min(10).max(4_000);

/** Half of a surrogate pair is no character, has no UTF-8, and would be stored as another text than the one in the log. */
export const ILL_FORMED = 'expected whole characters: a surrogate stands without its other half';

/** Where in a value there is a text that is not well-formed; undefined when all are. */
export function illFormedIn(value: unknown, path: readonly PathStep[] = []): readonly PathStep[] | undefined {
  if (typeof value === 'string') return value.isWellFormed() ? undefined : path;
  if (typeof value !== 'object' || value === null) return undefined;
  for (const [name, field] of Object.entries(value)) {
    const step = Array.isArray(value) ? Number(name) : name;
    const found = name.isWellFormed() ? illFormedIn(field, [...path, step]) : path;
    if (found !== undefined) return found;
  }
  return undefined;
}
type PathStep = string | number;

export const HttpLink = z.url({ protocol: /^https?$/, error: 'expected a URL that starts with https://' }).max(2_000);
