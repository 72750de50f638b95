import type { EventData } from '../domain/events/events.ts';
import { type Cause, type RecordedEvent, recorded } from '../domain/events/recorded-event.ts';
import { reportKeys, reportName } from '../domain/words/report-name.ts';
import { parseJson } from '../domain/words/well-formed.ts';
import { endOfAnnounced, isReportThere } from '../store/inbox/reports.ts';
import { readCursor, writeCursor } from '../store/queues/cursor.ts';
import { type AskedReport, runOf } from './asked-report.ts';
import { type GatherDependencies, gatherReportInput, REPORT_CURSOR } from './gather-report-input.ts';
import { overdueReport } from './overdue-report.ts';
import { type RenderedReport, renderReport, summaryLine } from './render-report.ts';
import { Report } from './report-data.ts';
import { validationReport } from './validation-report.ts';

export type PublishReportsDependencies = GatherDependencies & {
  bucket: string;
  /** Writes a file of a report unless it is there. @returns the text that is there already; undefined when this one was written */
  putNew: (file: { key: string; body: string; contentType: string }) => Promise<string | undefined>;
  /** Keeps that a report is there, once for each run, and puts its event in the outbox unless it is not to be announced. */
  remember: (kind: string, runId: string, event: RecordedEvent, how?: { isAnnounced: boolean }) => Promise<void>;
  now: () => string;
  newId: () => string;
};

const PAGES: { form: keyof RenderedReport; contentType: string }[] = [
  { form: 'html', contentType: 'text/html; charset=utf-8' },
  { form: 'markdown', contentType: 'text/markdown; charset=utf-8' },
];

/**
 * Gathers, renders, writes and announces the overdue and the validation report of what happened since the last ones. A run
 * that fails is repeated over the same period, because the cursor moves last, and to where the announced reports end:
 *
 *     files of a report ─▶ its announcement ─▶ the other report ─▶ cursor: the next period begins here
 *
 * @param runId the same when a run that failed half-way is repeated, and when it was started twice
 * @returns what was announced, the overdue report first; nothing when this run announced both before
 */
export async function publishReports(
  deps: PublishReportsDependencies,
  runId: string,
  cause: Cause,
): Promise<EventData<'Report Published'>[]> {
  const before = await endOfAnnounced(deps.table, LAST_ANNOUNCED, runId);
  if (before !== undefined) {
    await moveCursor(deps.table, before);
    return [];
  }
  const input = await gatherReportInput(deps, deps.now());
  const published: EventData<'Report Published'>[] = [];
  for (const report of [overdueReport(input), validationReport(input)]) {
    const data = await write(deps, report);
    await deps.remember(data.kind, runId, recorded({ type: 'Report Published', data }, 'holdfast', cause, deps));
    published.push(data);
  }
  // Another copy of this run may have announced reports that end a moment before ours.
  await moveCursor(deps.table, (await endOfAnnounced(deps.table, LAST_ANNOUNCED, runId)) ?? input.period.to);
  return published;
}

/**
 * Makes one report that somebody asked for, of what happened since the last ones of the schedule. It moves no cursor: whoever gets those of
 * the schedule misses nothing by it. A repeat leaves the files that are there, and is remembered and announced once.
 *
 * @returns undefined when it was made before
 */
export async function makeAskedReport(
  deps: PublishReportsDependencies,
  asked: AskedReport,
): Promise<EventData<'Report Published'> | undefined> {
  const { kind, at, isMailed, by } = asked;
  const runId = runOf(asked);
  if (await isReportThere(deps.table, kind, runId)) return undefined;
  const input = await gatherReportInput(deps, at);
  const data = await write(deps, kind === 'overdue' ? overdueReport(input) : validationReport(input));
  const cause = { actor: by, correlationId: `report:${runId}`, hops: 0 };
  const event = recorded({ type: 'Report Published', data }, 'holdfast', cause, deps);
  await deps.remember(kind, runId, event, { isAnnounced: isMailed });
  return data;
}

/** The report that a run announces last. */
const LAST_ANNOUNCED: Report['kind'] = 'validation';

async function moveCursor(table: GatherDependencies['table'], to: string): Promise<void> {
  const at = await readCursor(table, REPORT_CURSOR);
  if (at === undefined || Date.parse(at) < Date.parse(to)) await writeCursor(table, REPORT_CURSOR, to);
}

/**
 * Writes the files of a report. Where another run of it was first, its JSON stands, and the other forms and the summary are made of that:
 * two runs find things as they are at two moments, and whoever has read a report, or had its mail, finds the same in each file.
 */
async function write(
  { bucket, putNew }: PublishReportsDependencies,
  found: Report,
): Promise<EventData<'Report Published'>> {
  const keys = reportKeys(reportName(found));
  const body = renderReport(found).json;
  const before = await putNew({ key: keys.json, body, contentType: 'application/json' });
  const report = before === undefined ? found : Report.parse(parseJson(before));
  const rendered = renderReport(report);
  const { kind, period } = report;
  await Promise.all(
    PAGES.map(({ form, contentType }) => putNew({ key: keys[form], body: rendered[form], contentType })),
  );
  return {
    kind,
    period,
    bucket,
    keys,
    summary: summaryLine(report),
  };
}
