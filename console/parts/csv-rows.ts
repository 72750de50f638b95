type CsvRow = { line: number; cells: string[] };

/**
 * Rows of a table (RFC 4180), each with the number of its first line from 0: cells may have quotes, and lines within them.
 *
 * @returns `unclosedAt`: line of a quote that nothing closes; whatever follows it is in the last cell
 */
export function csvRows(text: string, separator: string): { rows: CsvRow[]; unclosedAt: number | undefined } {
  const rows: CsvRow[] = [];
  let row: string[] = [];
  let cell = '';
  let quotedAt: number | undefined;
  let line = 0;
  let begun = 0;
  const endRow = () => {
    rows.push({ line: begun, cells: [...row, cell] });
    row = [];
    cell = '';
    begun = line + 1;
  };
  for (let at = 0; at < text.length; at += 1) {
    const letter = text[at] ?? '';
    const isQuoted = quotedAt !== undefined;
    if (isQuoted && letter === '"' && text[at + 1] === '"') {
      cell += '"';
      at += 1;
    } else if (letter === '"' && (isQuoted || cell === '')) quotedAt = isQuoted ? undefined : line;
    else if (letter === separator && !isQuoted) {
      row.push(cell);
      cell = '';
    } else if (letter === '\n' && !isQuoted) {
      endRow();
      line += 1;
    } else {
      cell += letter;
      if (letter === '\n') line += 1;
    }
  }
  endRow();
  return { rows, unclosedAt: quotedAt };
}
