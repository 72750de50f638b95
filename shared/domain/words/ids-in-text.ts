import { PostMortemId } from './identifiers.ts';

/**
 * An id wherever it stands, also with letters right beside it, as in `%2F<id>` and `pm<id>`. Its first ten characters are a time; those that begin with 01
 * and 02 reach from 2004 to 2074. So hashes, which are made of the same letters, hold few that may be ids.
 */
const ANYWHERE = /(?=(0[12][0-9A-HJKMNP-TV-Z]{24}))/g;

/** Addresses within addresses. */
const DEEPEST_ESCAPES = 5;

/**
 * Ids of records that a text may name, as it stands and with its percent-escapes read.
 *
 * @returns undefined when its escapes are deeper than anybody means them to be
 */
export function idsIn(text: string): Set<PostMortemId> | undefined {
  const ids = new Set<PostMortemId>();
  let read = text;
  for (let depth = 0; depth <= DEEPEST_ESCAPES; depth += 1) {
    for (const [, id] of read.toUpperCase().matchAll(ANYWHERE)) ids.add(PostMortemId.parse(id));
    const next = withoutEscapes(read);
    if (next === read) return ids;
    read = next;
  }
  return undefined;
}

/** Byte by byte, and whatever is no escape stays: ids are ASCII, and `decodeURIComponent` throws at what is not UTF-8. */
const withoutEscapes = (text: string): string =>
  text.replace(/%([0-9A-Fa-f]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
