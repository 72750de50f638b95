import type { EventData } from '../domain/events/events.ts';
import { type Cause, type RecordedEvent, recorded } from '../domain/events/recorded-event.ts';
import { writeCursor } from '../store/queues/cursor.ts';
import { type GatherDependencies, gatherReportInput, REPORT_CURSOR } from './gather-report-input.ts';
import { overdueReport } from './overdue-report.ts';
import { type RenderedReport, renderReport, summaryLine } from './render-report.ts';
import type { Report } from './report-data.ts';
import { validationReport } from './validation-report.ts';

export type PublishReportsDependencies = GatherDependencies & {
  bucket: string;
  /** Writes a file of a report. */
  put: (file: { key: string; body: string; contentType: string }) => Promise<void>;
  /** Keeps that a report is there, and puts its event in the outbox, once for each run. */
  remember: (kind: string, runId: string, event: RecordedEvent) => Promise<void>;
  now: () => string;
  newId: () => string;
};

const FILES: { form: keyof RenderedReport; ending: string; contentType: string }[] = [
  { form: 'html', ending: 'html', contentType: 'text/html; charset=utf-8' },
  { form: 'markdown', ending: 'md', contentType: 'text/markdown; charset=utf-8' },
  { form: 'json', ending: 'json', contentType: 'application/json' },
];

/**
 * Gathers, renders, writes and announces the overdue and the validation report of what happened since the last ones. A run
 * that fails is repeated over the same period, because the cursor moves last:
 *
 *     files of a report ─▶ its announcement ─▶ the other report ─▶ cursor: the next period begins here
 *
 * @param runId the same when a run that failed half-way is repeated
 * @returns what was announced, the overdue report first
 */
export async function publishReports(
  deps: PublishReportsDependencies,
  runId: string,
  cause: Cause,
): Promise<EventData<'Report Published'>[]> {
  const input = await gatherReportInput(deps, deps.now());
  const published: EventData<'Report Published'>[] = [];
  for (const report of [overdueReport(input), validationReport(input)]) {
    const data = await write(deps, report);
    await deps.remember(data.kind, runId, recorded({ type: 'Report Published', data }, 'holdfast', cause, deps));
    published.push(data);
  }
  await writeCursor(deps.table, REPORT_CURSOR, input.period.to);
  return published;
}

async function write(
  { bucket, put }: PublishReportsDependencies,
  report: Report,
): Promise<EventData<'Report Published'>> {
  const rendered = renderReport(report);
  const { kind, generatedAt, period } = report;
  const name = `reports/${kind}/${generatedAt.slice(0, 10)}/${generatedAt.replaceAll(':', '-')}-${kind}`;
  await Promise.all(
    FILES.map(({ form, ending, contentType }) => put({ key: `${name}.${ending}`, body: rendered[form], contentType })),
  );
  return {
    kind,
    period,
    bucket,
    keys: { html: `${name}.html`, markdown: `${name}.md`, json: `${name}.json` },
    summary: summaryLine(report),
  };
}
