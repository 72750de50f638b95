/** A page that a person reads, or that a phone opens, has an end. The JSON form of a report has everything. */
const ROW_LIMIT = 500;

export function limited<Row>(rows: readonly Row[]): { shown: Row[]; hidden: number } {
  return { shown: rows.slice(0, ROW_LIMIT), hidden: Math.max(0, rows.length - ROW_LIMIT) };
}

/** Line that a renderer writes under a list that was cut. */
export function moreInJson(hidden: number): string {
  return `And ${hidden} more: the first ${ROW_LIMIT} are shown here, all are in the JSON form of this report.`;
}
