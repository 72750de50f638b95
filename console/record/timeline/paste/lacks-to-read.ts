import type { PasteReading } from './pasted.ts';

/** In characters. */
export const LONGEST_PASTE = 1_000_000;
const MOST_LINES = 5_000;

/** What is too much to be looked through line by line; undefined for what is not. */
export function lacksToRead(text: string, { entries, unexplained }: PasteReading): string | undefined {
  const cut = 'Cut it to the time of the incident, or paste it in parts.';
  if (text.length > LONGEST_PASTE) return `That is more than a megabyte. ${cut}`;
  const lines = entries.length + unexplained.length;
  return lines > MOST_LINES
    ? `That is ${lines.toLocaleString('en')} lines; ${MOST_LINES.toLocaleString('en')} can be read at once. ${cut}`
    : undefined;
}
