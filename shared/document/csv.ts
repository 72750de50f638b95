import { stringify } from 'csv-stringify/sync';

/** A table of which the columns have names: each gives the text of a cell. */
export type Columns<Row> = Readonly<Record<string, (row: Row) => string | undefined>>;

/**
 * Rows as CSV (RFC 4180), with the names of the columns first. What a spreadsheet would take for a formula begins with a quote, so
 * that it shows it: people wrote these texts. https://owasp.org/www-community/attacks/CSV_Injection
 */
export function csvText<Row>(rows: readonly Row[], columns: Columns<Row>): string {
  const names = Object.keys(columns);
  const cells = rows.map((row) => Object.values(columns).map((cell) => cell(row) ?? ''));
  return stringify([names, ...cells], { escape_formulas: true, record_delimiter: 'windows' });
}
