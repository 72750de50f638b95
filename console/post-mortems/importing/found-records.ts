import { csvRows } from '../../parts/csv-rows.ts';

/** A record that a file offers, before anybody looked at what it says. */
export type FoundRecord = {
  file: string;
  /** Which of the file's records it is; empty where it is the only one. */
  place: string;
  /** How a person knows it: its id, or its title. */
  name: string;
  format: 'json' | 'csv' | 'veris';
  record: Record<string, unknown>;
};

/** The file is none that records can be read from. The message says why, and what to do. */
export class UnfitFile extends Error {}

/**
 * Records of a file: JSON of our own, incidents in VERIS, or a table with commas, as its content says.
 *
 * @throws UnfitFile
 */
export function foundRecords(file: string, content: string): FoundRecord[] {
  const text = content.replace(/^\uFEFF/, '');
  if (text.includes('\uFFFD')) throw new UnfitFile('it is not UTF-8, so letters would be lost: save it as UTF-8');
  return file.toLowerCase().endsWith('.csv') ? inTable(file, text) : inJson(file, text);
}

function inJson(file: string, text: string): FoundRecord[] {
  let content: unknown;
  try {
    content = JSON.parse(text);
  } catch (error) {
    throw new UnfitFile(`it is not JSON: ${error instanceof Error ? error.message : ''}`);
  }
  const all = Array.isArray(content) ? content : [content];
  return all.map((record: unknown, index) => {
    const place = Array.isArray(content) ? `record ${index + 1}` : '';
    if (typeof record !== 'object' || record === null || Array.isArray(record)) {
      throw new UnfitFile(`${place === '' ? 'it' : place} is no record: expected an object`);
    }
    const fields = { ...record } as Record<string, unknown>;
    const format = 'incident_id' in fields && !('format' in fields) ? 'veris' : 'json';
    return { file, place, name: nameOf(fields), format, record: fields };
  });
}

function inTable(file: string, text: string): FoundRecord[] {
  const { rows: all, unclosedAt } = csvRows(text.replaceAll('\r\n', '\n'), ',');
  if (unclosedAt !== undefined) {
    throw new UnfitFile(
      `a quote in line ${unclosedAt + 1} is never closed, so that the rows after it would be lost: close it`,
    );
  }
  const [header, ...rows] = all;
  const columns = (header?.cells ?? []).map((name) => name.trim());
  const other = [';', '\t', '|'].find((separator) => columns.length === 1 && columns[0]?.includes(separator));
  if (other !== undefined) {
    throw new UnfitFile(`its columns are parted by ${JSON.stringify(other)}: save it with commas between them`);
  }
  const twice = columns.find((name, index) => columns.indexOf(name) !== index);
  if (twice !== undefined) throw new UnfitFile(`the column "${twice}" is there twice: keep the one that counts`);
  return rows
    .filter(({ cells }) => cells.some((cell) => cell.trim() !== ''))
    .map(({ line, cells }) => {
      if (cells.length !== columns.length) {
        throw new UnfitFile(`line ${line + 1} has ${cells.length} cells, and the first line ${columns.length} columns`);
      }
      const record = Object.fromEntries(columns.map((name, index) => [name, cells[index]?.trim() ?? '']));
      return { file, place: `line ${line + 1}`, name: nameOf(record), format: 'csv' as const, record };
    });
}

const nameOf = ({ id, incident_id, title }: Record<string, unknown>): string =>
  [id, incident_id, title].filter((one) => typeof one === 'string' && one !== '').join(' · ') || 'without a name';
