import type { EventData } from '../domain/events/events.ts';
import { overdueReport } from './overdue-report.ts';
import { type RenderedReport, renderReport, summaryLine } from './render-report.ts';
import type { Report } from './report-data.ts';
import type { ReportInput } from './report-input.ts';
import { validationReport } from './validation-report.ts';

export type PublishReportsDependencies = {
  bucket: string;
  /** Writes a file of a report. */
  put: (file: { key: string; body: string; contentType: string }) => Promise<void>;
  /** Says that a report is there, when all its files are. */
  announce: (published: EventData<'Report Published'>) => Promise<void>;
};

const FILES: { form: keyof RenderedReport; ending: string; contentType: string }[] = [
  { form: 'html', ending: 'html', contentType: 'text/html; charset=utf-8' },
  { form: 'markdown', ending: 'md', contentType: 'text/markdown; charset=utf-8' },
  { form: 'json', ending: 'json', contentType: 'application/json' },
];

/**
 * Renders, writes and announces the overdue and the validation report.
 *
 * @returns what was announced, the overdue report first
 */
export async function publishReports(
  deps: PublishReportsDependencies,
  input: ReportInput,
): Promise<EventData<'Report Published'>[]> {
  return [await publish(deps, overdueReport(input)), await publish(deps, validationReport(input))];
}

async function publish(
  { bucket, put, announce }: PublishReportsDependencies,
  report: Report,
): Promise<EventData<'Report Published'>> {
  const rendered = renderReport(report);
  const { kind, generatedAt, period } = report;
  const name = `reports/${kind}/${generatedAt.slice(0, 10)}/${generatedAt.replaceAll(':', '-')}-${kind}`;
  await Promise.all(
    FILES.map(({ form, ending, contentType }) => put({ key: `${name}.${ending}`, body: rendered[form], contentType })),
  );
  const published = {
    kind,
    period,
    bucket,
    keys: { html: `${name}.html`, markdown: `${name}.md`, json: `${name}.json` },
    summary: summaryLine(report),
  };
  await announce(published);
  return published;
}
