import { noiseOf } from './noise-of.ts';
import type { PastedColumns, PastedEntry, PasteReading } from './pasted.ts';
import { DAY, dayIn, TIME, timeIn, ZONE } from './when.ts';

const WHEN = new RegExp(`^(?:(?<day>${DAY}),?[T ] ?)?(?<time>${TIME})(?: ?(?<zone>${ZONE}))?$`, 'i');

type Row = { lines: number[]; cells: string[] };

/** Reads a table with a header. @param chosen columns by a person's word, in place of those that their names tell. @returns undefined for what is no table */
export function readTable(text: string, chosen?: PastedColumns): PasteReading | undefined {
  const firstLine = text.trimStart().split(/[\r\n]/, 1)[0] ?? '';
  const mark = [',', ';', '\t'].find((one) => firstLine.includes(one));
  if (mark === undefined) return undefined;
  const [header, ...rows] = rowsIn(text, mark);
  const columns = chosen ?? (header && columnsOf(header.cells));
  if (header === undefined || columns === undefined) return undefined;
  const reading: PasteReading = {
    format: 'table',
    explained: header.lines.length,
    entries: [],
    dayLines: header.lines,
    unexplained: [],
    isDayOrderAmbiguous: false,
    columns,
  };
  for (const row of rows) {
    const entry = entryOfRow(row, columns);
    if (entry !== undefined) {
      reading.entries.push(entry);
      reading.explained += row.lines.length;
    } else for (const line of row.lines) reading.unexplained.push({ line, text: row.cells.join(mark) });
  }
  reading.isDayOrderAmbiguous = reading.entries.some((one) => one.day?.isAmbiguous === true);
  return reading.entries.length === 0 ? undefined : reading;
}

function columnsOf(header: readonly string[]): PastedColumns | undefined {
  const find = (pattern: RegExp) => header.findIndex((cell) => pattern.test(cell.trim()));
  const text = find(/^(text|message|msg|what|event|description|body|content|summary)$/i);
  const time = find(/^(time|timestamp|date ?time|when|at|created(_at)?|@timestamp|time ?\(?utc\)?)$/i);
  const date = find(/^(date|day)$/i);
  const who = find(/^(who|user|name|author|from|sender|user ?name)$/i);
  const clock = time === -1 ? date : time;
  if (text === -1 || clock === -1) return undefined;
  return { time: clock, text, ...(date !== -1 && date !== clock && { date }), ...(who !== -1 && { who }) };
}

function entryOfRow({ lines, cells }: Row, columns: PastedColumns): PastedEntry | undefined {
  const cell = (index: number | undefined) => (index === undefined ? undefined : cells[index]?.trim());
  const groups = WHEN.exec(cell(columns.time) ?? '')?.groups;
  const time = timeIn(groups?.time ?? '');
  const text = cell(columns.text);
  const [line] = lines;
  if (time === undefined || text === undefined || line === undefined) return undefined;
  const day = dayIn(groups?.day ?? cell(columns.date) ?? '');
  const name = cell(columns.who);
  const zone = groups?.zone;
  const noise = noiseOf(name, text);
  return {
    line,
    lines,
    text,
    time,
    ...(day !== undefined && { day }),
    ...(name !== undefined && name !== '' && { name }),
    ...(zone !== undefined && { zoneInText: zone }),
    ...(noise !== undefined && { noise }),
  };
}

/** Rows by RFC 4180: a quoted cell may hold the mark, quotes that are doubled, and line ends. */
function rowsIn(text: string, mark: string): Row[] {
  const rows: Row[] = [];
  let row: Row | undefined;
  let isQuoted = false;
  for (const [index, line] of text.split(/\r\n|\r|\n/).entries()) {
    if (!isQuoted && line.trim() === '') continue;
    if (row === undefined || !isQuoted) {
      row = { lines: [], cells: [''] };
      rows.push(row);
    } else row.cells.push(`${row.cells.pop() ?? ''}\n`);
    row.lines.push(index + 1);
    for (const [at, letter] of [...line].entries()) {
      const cell = row.cells.at(-1) ?? '';
      if (letter === '"' && (isQuoted || cell === '')) isQuoted = !isQuoted;
      else if (letter === '"' && [...line][at - 1] === '"') {
        row.cells[row.cells.length - 1] = `${cell}"`;
        isQuoted = true;
      } else if (letter === mark && !isQuoted) row.cells.push('');
      else row.cells[row.cells.length - 1] = cell + letter;
    }
  }
  return rows;
}
