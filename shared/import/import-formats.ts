import type { Candidate } from './candidate.ts';
import { fromCsv } from './from-csv.ts';
import { fromJson } from './from-json.ts';
import { fromVeris } from './veris/from-veris.ts';

export const IMPORT_FORMATS = ['json', 'csv', 'veris'] as const;
export type ImportFormat = (typeof IMPORT_FORMATS)[number];

/**
 * One record of a file, ready to be taken in or with what keeps it from that.
 *
 * @param record as it stands in the file; of a table the cells of its row, by column
 * @param categories those that the config knows
 */
export function candidateIn(
  format: ImportFormat,
  record: Readonly<Record<string, unknown>>,
  categories: readonly string[],
): Candidate {
  const [found] = {
    json: () => fromJson(record),
    csv: () => fromCsv([{ line: 1, cells: cellsOf(record) }]),
    veris: () => fromVeris(record, categories),
  }[format]();
  if (found === undefined) throw new Error('one record is one candidate');
  return found;
}

/** A spreadsheet knows numbers; a table of text has none. */
const cellsOf = (record: Readonly<Record<string, unknown>>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(record).map(([name, cell]) => [name, typeof cell === 'string' ? cell : JSON.stringify(cell)]),
  );
