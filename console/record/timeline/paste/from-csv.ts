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
  const { rows: all, unclosedAt } = csvRows(text, separator);
  // What follows a quote that nothing closes is in the last row, and may be many.
  const unclosed = unclosedAt === undefined ? undefined : all.pop();
  const [header, ...rows] = all;
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
  for (const { line, cells } of rows) {
    if (cells.every((one) => one.trim() === '')) continue;
    const when = whenOf({ at: cell(cells, 'at'), day: cell(cells, 'day'), time: cell(cells, 'time') }, utc);
    const what = cell(cells, 'text');
    const name = cell(cells, 'name');
    if (when === undefined || what === '') unexplained.push({ line, text: cells.join(separator) });
    else entries.push({ line, text: what, ...(name === '' ? {} : { name }), ...when });
  }
  if (unclosed !== undefined) {
    const lines = [...text.split('\n').entries()].slice(unclosed.line).filter(([, words]) => words.trim() !== '');
    unexplained.push(...lines.map(([line, words]) => ({ line, text: words })));
  }
  return { format: 'a table with a header', entries, unexplained, dayLines: [] };
}
