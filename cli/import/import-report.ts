import { counted } from '../../shared/document/counted.ts';
import type { Fault } from '../../shared/import/candidate.ts';

/** Outcome of one record of a file. */
export type RecordLine = {
  file: string;
  place: string;
  /** Its name in the file, when it has one. */
  id: string | undefined;
  outcome: 'imported' | 'there already' | 'would be imported' | 'refused';
  postMortemId?: string;
  /** Share of the template's requirements that are met, 0 to 100. */
  completeness?: number;
  faults?: readonly Pick<Fault, 'path' | 'message'>[];
};

export type ImportReport = { isDryRun: boolean; records: readonly RecordLine[] };

/** The report for a person: what was refused at the end, where one looks first. */
export function importText({ isDryRun, records }: ImportReport): string {
  const refused = records.filter(({ outcome }) => outcome === 'refused');
  const lines = [
    ...records.filter((record) => !refused.includes(record)).map(takenLine),
    ...refused.flatMap(refusedLines),
    ...(records.length === 0 ? [] : ['']),
    `${counted(records.length, 'record')}: ${countsOf(records)}${isDryRun ? '; nothing was written' : ''}`,
  ];
  return `${lines.join('\n')}\n`;
}

function takenLine({ id = '', outcome, postMortemId, completeness }: RecordLine): string {
  const where = postMortemId === undefined ? '' : ` as ${postMortemId}`;
  return `${outcome === 'there already' ? '=' : '✔'} ${id}  ${outcome}${where}, ${completeness ?? 0} % complete`;
}

function refusedLines({ file, place, id, faults = [] }: RecordLine): string[] {
  const where = [file, place].filter((one) => one !== '').join(', ');
  return [
    `✖ ${where}${id === undefined ? '' : ` (${id})`}`,
    ...faults.map(({ path, message }) => `    ${path === '' ? '' : `${path}: `}${message}`),
  ];
}

function countsOf(records: readonly RecordLine[]): string {
  const outcomes = ['imported', 'would be imported', 'there already', 'refused'] as const;
  return outcomes
    .map((outcome) => ({ outcome, count: records.filter((record) => record.outcome === outcome).length }))
    .filter(({ outcome, count }) => count > 0 || outcome === 'refused')
    .map(({ outcome, count }) => `${count} ${outcome}`)
    .join(', ');
}
