import { type Candidate, faultAt } from './candidate.ts';
import { columnOf, fromCsv } from './from-csv.ts';
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
    csv: () => fromCells(record),
    veris: () => fromVeris(record, categories),
  }[format]();
  if (found === undefined) throw new Error('one record is one candidate');
  return found;
}

/** Where in a record of a format something is wrong, by our own path of it. */
export const placeIn = (format: ImportFormat, path: string): string => (format === 'csv' ? columnOf(path) : path);

/** A spreadsheet knows numbers, and null for an empty cell; a table of text has neither. */
function fromCells(record: Readonly<Record<string, unknown>>): Candidate[] {
  const cells = Object.entries(record);
  const faults = cells
    .filter(([, cell]) => typeof cell === 'object' && cell !== null)
    .map(([name]) => faultAt([name], 'expected the text or the number of one cell'));
  if (faults.length > 0) return [{ place: 'line 1', id: undefined, faults }];
  const asText = Object.fromEntries(cells.map(([name, cell]) => [name, cell === null ? '' : String(cell)]));
  return fromCsv([{ line: 1, cells: asText }]);
}
