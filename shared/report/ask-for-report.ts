import type { Author } from '../domain/words/person.ts';
import { type ReportKind, reportName } from '../domain/words/report-name.ts';
import { lastAsking, noteAsking, noteStart, type ReportAsking } from '../store/inbox/report-askings.ts';
import { isReportThere } from '../store/inbox/reports.ts';
import type { Table } from '../store/table.ts';
import { type AskedReport, runOf } from './asked-report.ts';

/** Whoever asks again within a minute means the report that was asked for. */
const SAME_WITHIN_MS = 60_000;
/** A run has five minutes. One that failed is repeated by Lambda a minute later, and leaves what another one wrote. */
const RUN_MS = 6 * 60_000;
/** It is repeated twice: what is not there by then was not made. */
const RUNNING_WITHIN_MS = 20 * 60_000;

export type AskForReport = { table: Table; now: () => string; startReport: (asked: AskedReport) => Promise<void> };
type Asked = { kind: ReportKind; isMailed: boolean };

/**
 * Has a report made. Who asks again within a minute, or while it is being made, is given the same one, and nobody gets a second mail:
 *
 *     asked 10:00:00 ─▶ made, mailed        asked 10:00:30: that one
 *                                           asked 10:02:00: another one
 *
 * It is started again when it is not there though a run would have ended, and by the next who asks when it could not be started.
 */
export async function askForReport(
  { table, now, startReport }: AskForReport,
  { kind, isMailed, by }: Asked & { by: Author },
): Promise<{ name: string; isThere: boolean }> {
  const asked = { kind, isMailed };
  const { isToBeStarted, asking } = await askingMeant(table, asked, now());
  const { at } = asking;
  const isThere = await isReportThere(table, kind, runOf({ at, isMailed }));
  if (!isThere && isToBeStarted) {
    try {
      await startReport({ kind, at, isMailed, by });
    } catch (error) {
      await noteStart(table, asked, asking, undefined);
      throw error;
    }
  }
  return { name: reportName({ kind, generatedAt: at }), isThere };
}

/** @returns the asking that is meant, which may be an earlier one, and whether it is for us to start its run */
async function askingMeant(
  table: Table,
  asked: Asked,
  now: string,
): Promise<{ asking: ReportAsking; isToBeStarted: boolean }> {
  const before = await lastAsking(table, asked);
  if (before === undefined || !(await isStillMeant(table, asked, before, now))) {
    // Of two at once, one is first and starts it, and both mean what it asked for.
    const other = await noteAsking(table, asked, { at: now, before: before?.at });
    return { asking: other ?? { at: now, startedAt: now }, isToBeStarted: other === undefined };
  }
  const isRunning = before.startedAt !== undefined && Date.parse(now) - Date.parse(before.startedAt) < RUN_MS;
  const isToBeStarted = !isRunning && (await noteStart(table, asked, before, now));
  return { asking: isToBeStarted ? { ...before, startedAt: now } : before, isToBeStarted };
}

async function isStillMeant(
  table: Table,
  { kind, isMailed }: Asked,
  { at }: ReportAsking,
  now: string,
): Promise<boolean> {
  const ageMs = Date.parse(now) - Date.parse(at);
  if (ageMs < SAME_WITHIN_MS) return true;
  return ageMs < RUNNING_WITHIN_MS && !(await isReportThere(table, kind, runOf({ at, isMailed })));
}
