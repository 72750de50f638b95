import type { RecordReport, VerifyReport } from '../../shared/audit/verify-records.ts';
import { counted } from '../../shared/document/counted.ts';
import type { RecordFinding } from '../../shared/domain/history/record-finding.ts';

/** The report for a person: what was held to what, every record in a line, and under it what was found. */
export function reportText({ anchors, records }: VerifyReport): string {
  const { days, from, to, findings } = anchors;
  const broken = records.filter((record) => record.findings.length > 0).length;
  const lines = [
    days === 0 ? 'no day is anchored yet' : `${counted(days, 'day')} anchored: ${from ?? ''} to ${to ?? ''}`,
    ...findings.map(findingLine),
    '',
    ...records.flatMap(recordLines),
    ...(records.length === 0 ? ['no anchor and no day since names a record'] : ['']),
    broken === 0 && findings.length === 0
      ? `${counted(records.length, 'record')}: nothing was changed past the logs`
      : `${counted(records.length, 'record')}, ${broken} with findings: docs/runbooks/broken-chain.md`,
  ];
  return `${lines.join('\n')}\n`;
}

function recordLines({ postMortemId, entries, anchoredUpTo, findings }: RecordReport): string[] {
  const mark = findings.length === 0 ? '✔' : '✖';
  const anchored = anchoredUpTo === 0 ? 'not anchored yet' : `anchored up to entry ${anchoredUpTo}`;
  return [
    `${mark} ${postMortemId}  ${counted(entries, 'entry', 'entries')}, ${anchored}`,
    ...findings.map(findingLine),
  ];
}

function findingLine({ kind, where, what }: RecordFinding): string {
  return `    ${kind}: ${where}: ${what}`;
}
