import * as z from 'zod';
import { type Columns, csvText } from '../../document/csv.ts';
import { may } from '../../domain/access/access.ts';
import type { ListPath } from '../../domain/lists/list-entry.ts';
import type { PostMortemId } from '../../domain/words/identifiers.ts';
import { isRestricted, TLP_MARKS, type Tlp } from '../../domain/words/tlp.ts';
import { lengthOf } from '../../store/lists/lines.ts';
import { cursorFor, NEXT } from '../http/paging.ts';
import type { Answer, Call } from '../route.ts';
import { type AnyCall, guardedHead } from './record-calls.ts';

/** Lines that one call looks at, whether they pass the filters or not: an answer is never long in coming. */
const EXAMINED_LIMIT = 500;

/**
 * Lines besides those, of records that the caller may not read as a rule. They count by themselves: were they of the others, where a page ends
 * would tell of them.
 */
const HIDDEN_LIMIT = 500;

/** How every list is asked for its form. */
export const LIST_FORMAT = {
  format: z.enum(['json', 'csv']).prefault('json').describe('`csv`: a page as a file for a spreadsheet'),
};

/** How a page says that it is not the whole of what passes: a filter left out more than one call looks at. */
const LOOKED = z
  .object({
    at: z.int().nonnegative(),
    of: z
      .int()
      .nonnegative()
      .optional()
      .describe('Lines of the lists that were looked at; missing where nobody counts them'),
  })
  .optional()
  .describe(
    'Present when the page ended because so many lines were looked at, and not because it is full. Both numbers leave out records that ' +
      'those alone may read who take part in them',
  );

/** What a page of a list says besides its lines. */
export const PAGE_END = { next: NEXT, looked: LOOKED };

/** Where a page comes from. */
type Lines<Line, Place> = {
  /** What was asked, without the page: its cursors are good for the same alone. */
  question: unknown;
  lines: AsyncGenerator<{ line: Line; place: Place }>;
  /** The lists that the lines are of, where they are counted. */
  lists?: readonly ListPath[];
  /** False for a line that the caller may read at the most if they take part in its record. Without it all of them are counted. */
  isCounted?: (line: Line) => boolean;
};

/** Where a page of what stands in records comes from, and what it shows. */
export type ListQuestion<Line, Place, Shown> = Lines<Line, Place> & {
  isWanted: (line: Line, place: Place) => boolean | Promise<boolean>;
  /** What a list may say of a line whose record is restricted: a look at one is logged, so it says no more than that it is there. */
  restricted: z.ZodType<Shown>;
  recordOf: (line: Line) => { id: PostMortemId; tlp: Tlp };
};

type ListCall = AnyCall & Pick<Call<unknown, { limit: number }>, 'query'>;
/** A page, and how it ends. */
export type Page<Row> = { rows: Row[]; next?: string; looked?: { at: number; of?: number } };

/** A page of what the caller may read and asked for. */
export function listPage<Line, Place, Shown>(
  call: ListCall,
  { isWanted, restricted, recordOf, ...from }: ListQuestion<Line, Place, Shown>,
): Promise<Page<Line | Shown>> {
  const marks = readableMarks(call);
  const isCounted = (line: Line): boolean => marks.includes(recordOf(line).tlp);
  return pageOf(call, { ...from, isCounted }, async (line, place): Promise<Line | Shown | undefined> => {
    const record = recordOf(line);
    if (!(await isWanted(line, place)) || !(await mayList(call, record))) return undefined;
    return isRestricted(record.tlp) ? restricted.parse(line) : line;
  });
}

/**
 * A page of what there is to show. That there is a next one is said when its first line is found, and not before: a line that the caller
 * may not read would be told by it.
 *
 *     limit 2:  a b (hidden) c    a b, and `next`, which begins after b
 *               a b (hidden)      a b, as if nothing were behind it
 *
 * @param show what the caller gets of a line; undefined: nothing
 */
export async function pageOf<Line, Place, Shown>(
  call: ListCall,
  { question, lines, lists, isCounted = () => true }: Lines<Line, Place>,
  show: (line: Line, place: Place) => Promise<Shown | undefined>,
): Promise<Page<Shown>> {
  const rows: Shown[] = [];
  const examined = { counted: 0, hidden: 0 };
  const isFull = (): boolean => rows.length === call.query.limit;
  /** Where the next page begins: no line that is hidden may be told by it. */
  let last: Place | undefined;
  const endAfter = async (place: Place | undefined): Promise<Page<Shown>> => {
    if (isFull()) return { rows, next: cursorFor(question, last) };
    const of = lists === undefined ? undefined : await lengthOf(call.deps.table, lists, readableMarks(call));
    const looked = { at: examined.counted, ...(of === undefined ? {} : { of }) };
    return { rows, next: cursorFor(question, place), looked };
  };
  let before: Place | undefined;
  for await (const { line, place } of lines) {
    const kind = isCounted(line) ? 'counted' : 'hidden';
    if (kind === 'counted' && examined.counted === EXAMINED_LIMIT) return endAfter(last);
    if (kind === 'hidden' && examined.hidden === HIDDEN_LIMIT) return endAfter(before);
    examined[kind] += 1;
    before = place;
    const shown = await show(line, place);
    if (isFull()) {
      if (shown === undefined) continue;
      return { rows, next: cursorFor(question, last) };
    }
    if (shown !== undefined) rows.push(shown);
    if (shown !== undefined || kind === 'counted') last = place;
  }
  return { rows };
}

/** The page as the caller wants it. @param name of the rows in the answer, and of the file */
export function listAnswer<Row>(
  { rows, ...end }: Page<Row>,
  format: 'json' | 'csv',
  name: string,
  columns: Columns<Row>,
): Answer {
  if (format === 'json') return { body: { [name]: rows, ...end } };
  const text = csvText(rows, columns);
  return { file: { contentType: 'text/csv; charset=utf-8', name: `${name}.csv`, text }, next: end.next };
}

/** Marks of records that the caller may read without taking part in them: what is counted for them. */
export const readableMarks = ({ caller }: AnyCall): Tlp[] =>
  TLP_MARKS.filter((tlp) => may(caller, 'read records', { tlp, authors: [], team: [] }));

/** People of a record stand in it, not in its line of the list; they matter at TLP:RED alone. */
export async function mayList(call: AnyCall, { id, tlp }: { id: PostMortemId; tlp: Tlp }): Promise<boolean> {
  if (may(call.caller, call.action, { tlp, authors: [], team: [] })) return true;
  const head = tlp === 'RED' ? await call.deps.store.head(id) : undefined;
  return head !== undefined && may(call.caller, call.action, await guardedHead(call, head));
}
