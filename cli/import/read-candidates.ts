import { readFile } from 'node:fs/promises';
import { CsvError, parse } from 'csv-parse/sync';
import * as z from 'zod';
import { parseJson } from '../../shared/domain/words/well-formed.ts';
import type { Candidate } from '../../shared/import/candidate.ts';
import { fromCsv } from '../../shared/import/from-csv.ts';
import { fromJson } from '../../shared/import/from-json.ts';
import { fromVeris } from '../../shared/import/veris/from-veris.ts';

export const IMPORT_FORMATS = ['json', 'csv', 'veris'] as const;
export type ImportFormat = (typeof IMPORT_FORMATS)[number];

const Rows = z.array(z.object({ info: z.object({ lines: z.int() }), record: z.record(z.string(), z.string()) }));

/** Records that a file offers. A file that cannot be read, or is not what it says it is, is one fault. */
export async function readCandidates(
  path: string,
  format: ImportFormat | undefined,
  categories: readonly string[],
): Promise<Candidate[]> {
  const wrong = (message: string): Candidate[] => [{ place: '', id: undefined, faults: [{ path: '', message }] }];
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch (error) {
    return wrong(`the file cannot be read: ${error instanceof Error ? error.message : String(error)}`);
  }
  try {
    switch (format ?? (path.toLowerCase().endsWith('.csv') ? 'csv' : 'json')) {
      case 'csv':
        return fromCsv(rowsIn(text));
      case 'json':
        return fromJson(parseJson(text));
      case 'veris':
        return fromVeris(parseJson(text), categories);
    }
  } catch (error) {
    if (error instanceof SyntaxError) return wrong(`it is not JSON: ${error.message}`);
    if (error instanceof CsvError) return wrong(`it is not CSV: ${error.message}`);
    throw error;
  }
}

/** RFC 4180 with a first line of names; spreadsheets put a byte order mark before it. A row is named by its last line. */
function rowsIn(text: string) {
  const rows = parse(text, { columns: true, bom: true, info: true, skip_empty_lines: true, trim: true });
  return Rows.parse(rows).map(({ info, record }) => ({ line: info.lines, cells: record }));
}
