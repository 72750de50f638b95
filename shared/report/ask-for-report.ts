import type { Author } from '../domain/words/person.ts';
import { type ReportKind, reportName } from '../domain/words/report-name.ts';
import { lastAsking, noteAsking } from '../store/inbox/report-askings.ts';
import { isReportThere } from '../store/inbox/reports.ts';
import type { Table } from '../store/table.ts';
import { type AskedReport, runOf } from './asked-report.ts';

/** Whoever asks again within a minute means the report that was asked for. */
const SAME_WITHIN_MS = 60_000;
/** A run has five minutes, and is repeated twice: what is not there by then was not made. */
const RUNNING_WITHIN_MS = 20 * 60_000;

export type AskForReport = { table: Table; now: () => string; startReport: (asked: AskedReport) => Promise<void> };

/**
 * Has a report made. Who asks again within a minute, or while it is being made, is given the same one, and nobody gets a second mail:
 *
 *     asked 10:00:00 ─▶ made, mailed        asked 10:00:30: that one
 *                                           asked 10:02:00: another one
 *
 * It is started again while it is not there: whoever asked first may have been told that it could not be started.
 */
export async function askForReport(
  { table, now, startReport }: AskForReport,
  { kind, isMailed, by }: { kind: ReportKind; isMailed: boolean; by: Author },
): Promise<{ name: string; isThere: boolean }> {
  const at = await timeOfAsking(table, { kind, isMailed }, now());
  const isThere = await isReportThere(table, kind, runOf({ at, isMailed }));
  if (!isThere) await startReport({ kind, at, isMailed, by });
  return { name: reportName({ kind, generatedAt: at }), isThere };
}

/** @returns the time of the report that is meant, which may be that of an earlier asking */
async function timeOfAsking(
  table: Table,
  asked: { kind: ReportKind; isMailed: boolean },
  now: string,
): Promise<string> {
  const before = await lastAsking(table, asked);
  if (before !== undefined && (await isStillMeant(table, asked, before, now))) return before;
  // Of two at once, one is first, and both mean what it asked for.
  return (await noteAsking(table, asked, { at: now, before })) ?? now;
}

async function isStillMeant(
  table: Table,
  { kind, isMailed }: { kind: ReportKind; isMailed: boolean },
  before: string,
  now: string,
): Promise<boolean> {
  const ageMs = Date.parse(now) - Date.parse(before);
  if (ageMs < SAME_WITHIN_MS) return true;
  return ageMs < RUNNING_WITHIN_MS && !(await isReportThere(table, kind, runOf({ at: before, isMailed })));
}
