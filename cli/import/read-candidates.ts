import { readFile } from 'node:fs/promises';
import { CsvError, parse } from 'csv-parse/sync';
import * as z from 'zod';
import { parseJson } from '../../shared/domain/words/well-formed.ts';
import { type Candidate, faultAt } from '../../shared/import/candidate.ts';
import { fromCsv } from '../../shared/import/from-csv.ts';
import { fromJson } from '../../shared/import/from-json.ts';
import type { ImportFormat } from '../../shared/import/import-formats.ts';
import { fromVeris } from '../../shared/import/veris/from-veris.ts';

const Rows = z.array(z.object({ info: z.object({ lines: z.int() }), record: z.record(z.string(), z.string()) }));

/** Records that a file offers. A file that cannot be read, or is not what it says it is, is one fault. */
export async function readCandidates(
  path: string,
  format: ImportFormat | undefined,
  categories: readonly string[],
): Promise<Candidate[]> {
  const wrong = (message: string): Candidate[] => [{ place: '', id: undefined, faults: [faultAt([], message)] }];
  let bytes: Uint8Array;
  try {
    bytes = await readFile(path);
  } catch (error) {
    return wrong(`the file cannot be read: ${error instanceof Error ? error.message : String(error)}`);
  }
  try {
    const text = decoded(bytes);
    switch (format ?? (path.toLowerCase().endsWith('.csv') ? 'csv' : 'json')) {
      case 'csv':
        return fromCsv(rowsIn(text));
      case 'json':
        return fromJson(parseJson(text));
      case 'veris':
        return fromVeris(parseJson(text), categories);
    }
  } catch (error) {
    if (error instanceof UnfitFile) return wrong(error.message);
    if (error instanceof SyntaxError) return wrong(`it is not JSON: ${error.message}`);
    if (error instanceof CsvError) return wrong(`it is not CSV: ${error.message}`);
    throw error;
  }
}

/** The file is in another form than the one that is taken. */
class UnfitFile extends Error {}

function decoded(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw new UnfitFile('it is not UTF-8, so its letters would be lost: save it as UTF-8 ("CSV UTF-8" in Excel)');
  }
}

/** Names in the first line. @throws UnfitFile where two columns have one name, or something else than a comma parts them */
function columnsIn(names: string[]): string[] {
  const [only = ''] = names;
  const other = [';', '\t', '|'].find((separator) => names.length === 1 && only.includes(separator));
  if (other !== undefined) {
    throw new UnfitFile(`its columns are parted by ${JSON.stringify(other)}: write it with commas between them`);
  }
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  if (twice !== undefined) throw new UnfitFile(`the column "${twice}" is there twice: keep the one that counts`);
  return names;
}

/** RFC 4180 with a first line of names; spreadsheets put a byte order mark before it. A row is named by its last line. */
function rowsIn(text: string) {
  const rows = parse(text, { columns: columnsIn, bom: true, info: true, skip_empty_lines: true, trim: true });
  return Rows.parse(rows).map(({ info, record }) => ({ line: info.lines, cells: record }));
}
