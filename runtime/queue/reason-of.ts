import { shortenedToBytes } from '../../shared/domain/words/shorten.ts';

/** Bytes of UTF-8. Enough to act on, small enough that a thousand of them are nothing. */
const LIMIT_BYTES = 2_048;
const CAUSES_LIMIT = 5;

/** Our errors carry no credentials; those of a library might quote the header that they sent. */
const CREDENTIALS = /\b(basic|bearer)\s+[\w+/=.~-]{8,}/gi;

/** An error in a line or a few: its name and message, and those of what caused it. No stack, no credentials. */
export function reasonOf(error: unknown): string {
  const lines: string[] = [];
  for (let cause = error; cause !== undefined && lines.length < CAUSES_LIMIT; ) {
    lines.push(cause instanceof Error ? `${cause.name}: ${cause.message}` : String(cause));
    cause = cause instanceof Error ? cause.cause : undefined;
  }
  return shortenedToBytes(lines.join('\ncaused by ').replace(CREDENTIALS, '$1 …'), LIMIT_BYTES);
}
