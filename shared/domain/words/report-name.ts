import * as z from 'zod';

/** The reports that there are. Stored keys contain them: never change a value. */
export const ReportKind = z.enum(['overdue', 'validation']);
export type ReportKind = z.infer<typeof ReportKind>;

const FORM = /^(\d{4}-\d{2}-\d{2})T(\d{2})-(\d{2})-(\d{2}\.\d{3}Z)-(overdue|validation)$/;

/** Name of a report, by what it is and when it was made: `2026-12-06T10-00-00.000Z-overdue`. Its files are named by it. */
export const ReportName = z.string().regex(FORM, { error: 'expected a name from the list of reports' });

export const reportName = ({ kind, generatedAt }: { kind: ReportKind; generatedAt: string }): string =>
  `${generatedAt.replaceAll(':', '-')}-${kind}`;

/** What a report is and when it was made, from its name. */
export function namedReport(name: string): { kind: ReportKind; generatedAt: string } {
  const [, day, hour, minute, second, kind] = FORM.exec(name) ?? [];
  return { kind: ReportKind.parse(kind), generatedAt: `${day}T${hour}:${minute}:${second}` };
}

/** Keys of the files of a report, in its bucket. */
export function reportKeys(name: string): { html: string; markdown: string; json: string } {
  const { kind, generatedAt } = namedReport(name);
  const stem = `reports/${kind}/${generatedAt.slice(0, 10)}/${name}`;
  return { html: `${stem}.html`, markdown: `${stem}.md`, json: `${stem}.json` };
}
