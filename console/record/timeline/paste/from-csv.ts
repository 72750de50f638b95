import { csvRows } from '../../../parts/csv-rows.ts';
import type { PasteEntry, PasteReading } from './pasted.ts';
import { whenOf } from './when-of.ts';

const COLUMNS = {
  time: /^(time|clock|uhrzeit|zeit)$/i,
  day: /^(date|day|datum|tag)$/i,
  at: /^(time ?stamp|date ?time|when|at|@timestamp|_time|ts|created(_?at)?|date\/time)$/i,
  name: /^(who|user(name)?|name|author|from|sender|person|actor|wer)$/i,
  text: /^(text|message|what|event|description|body|content|note|activity|action|was)$/i,
} as const;
type Column = keyof typeof COLUMNS;

/** In a header: `Time (UTC)`, `time_utc`, `UTC time`. */
const OF_UTC = /^(?:utc|gmt)[ _-]+|[ _-]*[([]?(?:utc|gmt)[)\]]?$/i;

/** A table with a header that names a time and a text. @returns undefined for what is none */
export function fromCsv(text: string): PasteReading | undefined {
  const [first = ''] = text.split('\n', 1);
  const separator = ['\t', ';', ','].find((one) => first.includes(one));
  if (separator === undefined) return undefined;
  const lines = text.split('\n');
  const { rows: all, unclosedAt } = csvRows(text, separator);
  // What follows a quote that nothing closes is in the last row, and may be many.
  const unclosed = unclosedAt === undefined ? undefined : all.pop();
  const [header] = all;
  const places = new Map<Column, number>();
  const utc = new Set<Column>();
  for (const [at, cell] of (header?.cells ?? []).entries()) {
    for (const [column, pattern] of Object.entries(COLUMNS) as [Column, RegExp][]) {
      const isOfTime = column === 'at' || column === 'time' || column === 'day';
      const name = isOfTime ? cell.trim().replace(OF_UTC, '') : cell.trim();
      if (!places.has(column) && pattern.test(name)) {
        places.set(column, at);
        if (name !== cell.trim()) utc.add(column);
        break;
      }
    }
  }
  if (!places.has('text') || !(places.has('at') || places.has('time'))) return undefined;
  const cell = (cells: readonly string[], column: Column) => cells[places.get(column) ?? -1]?.trim() ?? '';
  const entries: PasteEntry[] = [];
  const unexplained: { line: number; text: string }[] = [];
  const timeOf = (cells: readonly string[]) =>
    whenOf({ at: cell(cells, 'at'), day: cell(cells, 'day'), time: cell(cells, 'time') }, utc);
  /** Names the lines from a number on, before another one. */
  const leaveUnexplained = (from: number, before?: number) =>
    unexplained.push(
      ...[...lines.entries()]
        .slice(from, before)
        .filter(([, words]) => words.trim() !== '')
        .map(([line, words]) => ({ line, text: words })),
    );
  const take = (line: number, cells: readonly string[]) => {
    const when = timeOf(cells);
    const what = cell(cells, 'text');
    const name = cell(cells, 'name');
    if (when === undefined || what === '') unexplained.push({ line, text: cells.join(separator) });
    else entries.push({ line, text: what, ...(name === '' ? {} : { name }), ...when });
  };
  for (const [at, { line, cells: read }] of all.entries()) {
    const end = (all[at + 1] ?? unclosed)?.line ?? lines.length;
    const below = lines.slice(line + 1, end);
    const hidden = below.findIndex((one) => timeOf(cellsOf(one, separator)) !== undefined);
    // A quote that was closed too late took the rows below into its cell.
    const cells = hidden === -1 ? read : cellsOf(lines.slice(line, line + 1 + hidden).join('\n'), separator);
    if (at > 0 && cells.some((one) => one.trim() !== '')) take(line, cells);
    if (hidden !== -1) leaveUnexplained(line + 1 + hidden, end);
  }
  if (unclosed !== undefined) leaveUnexplained(unclosed.line);
  return { format: 'a table with a header', entries, unexplained, dayLines: [] };
}

const cellsOf = (row: string, separator: string): readonly string[] => csvRows(row, separator).rows[0]?.cells ?? [];
