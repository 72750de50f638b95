import { MOST_ASKED } from './gather-page.ts';

/** A page of a list as a table, with the names of its columns first, and where the next one begins. */
export type CsvPage = { text: string; next: string | undefined };

/** Lines of a file. */
const MOST_LINES = 100;

/**
 * The first lines of a list as one table. A page of the API may be short, or empty, and not the last.
 *
 * @returns `isCut` where the list has, or may have, more
 */
export async function gatherCsv(
  read: (limit: number, cursor: string | undefined) => Promise<CsvPage>,
): Promise<{ text: string; lines: number; isCut: boolean }> {
  const rows: string[] = [];
  let cursor: string | undefined;
  for (let asked = 0; asked < MOST_ASKED; asked += 1) {
    const page = await read(MOST_LINES - Math.max(0, rows.length - 1), cursor);
    const [head, ...lines] = rowsOf(page.text);
    if (asked === 0 && head !== undefined) rows.push(head);
    rows.push(...lines);
    cursor = page.next;
    if (cursor === undefined || rows.length > MOST_LINES) break;
  }
  return { text: rows.join(''), lines: Math.max(0, rows.length - 1), isCut: cursor !== undefined };
}

/** Rows of RFC 4180, each with its end. A line within quotes ends none. */
const rowsOf = (text: string): string[] => text.match(/(?:"[^"]*"|[^"\n])*\n|(?:"[^"]*"|[^"\n])+$/g) ?? [];

/** The cursor of the next page in a header Link. https://www.rfc-editor.org/rfc/rfc8288 */
export function cursorIn(link: string | null): string | undefined {
  const [, query] = /<\?([^>]*)>;\s*rel="next"/.exec(link ?? '') ?? [];
  return new URLSearchParams(query).get('cursor') ?? undefined;
}
