import { csvText } from '../document/csv.ts';
import { Duration, durationMs } from '../domain/words/duration.ts';
import type { OverdueReport, Report, ValidationReport } from './report-data.ts';

const DAY_MS = durationMs(Duration.parse('P1D'));
const inDays = (ms: number): string => String(Math.floor(ms / DAY_MS));

/** A report as a table, guarded against formulas: what is overdue, a row each, or the fixes of the period and where lessons stand. */
export function reportTable(report: Report): string {
  switch (report.kind) {
    case 'overdue':
      return overdueTable(report);
    case 'validation':
      return validationTable(report);
  }
}

type OverdueRow = {
  what: 'fix' | 'review' | 'lesson' | 'notification' | 'temporary measure';
  title: string;
  postMortemId: string;
  dueAt: string;
  id?: string;
  ownerTeam?: string;
  severity?: string | undefined;
  key?: string | undefined;
  lateDays?: string;
  hangs?: string | undefined;
  toDo?: string;
  reopened?: string | undefined;
  claimedAt?: string | undefined;
};

/** Duties that are soon due are in the report, and no row: this is the list of what is late. */
function overdueTable({
  teams,
  reviews,
  lessons,
  notifications,
  temporaryMeasures = [],
  generatedAt,
}: OverdueReport): string {
  const lateDays = (dueAt: string): string => inDays(Date.parse(generatedAt) - Date.parse(dueAt));
  const late = <One extends { isOverdue: boolean }>(all: readonly One[]): One[] =>
    all.filter(({ isOverdue }) => isOverdue);
  const rows: OverdueRow[] = [
    ...teams
      .flatMap(({ remediations }) => remediations)
      .map(
        (one): OverdueRow => ({
          ...{ what: 'fix', id: one.remediationId, title: one.title, ownerTeam: one.ownerTeam, key: one.key },
          ...{ severity: one.priority, postMortemId: one.postMortemId, dueAt: one.dueAt, hangs: one.hangs },
          lateDays: inDays(one.lateMs),
        }),
      ),
    ...reviews.map(
      (one): OverdueRow => ({
        ...{ what: 'review', title: one.title, key: one.incidentKey, severity: one.severity },
        ...{ postMortemId: one.postMortemId, dueAt: one.dueAt, lateDays: inDays(one.lateMs) },
      }),
    ),
    ...late(lessons).map(
      (one): OverdueRow => ({
        ...{ what: 'lesson', id: one.lessonId, title: one.what, ownerTeam: one.ownerTeam, severity: one.severity },
        ...{ toDo: one.duty, reopened: one.reopened, claimedAt: one.claimedAt },
        ...{ postMortemId: one.postMortemId, dueAt: one.dueAt, lateDays: lateDays(one.dueAt) },
      }),
    ),
    ...late(notifications).map(
      (one): OverdueRow => ({
        ...{ what: 'notification', id: one.notificationId, title: one.what, severity: one.severity },
        ...{ postMortemId: one.postMortemId, dueAt: one.dueAt, lateDays: lateDays(one.dueAt) },
      }),
    ),
    ...late(temporaryMeasures).map(
      (one): OverdueRow => ({
        ...{ what: 'temporary measure', id: one.measureId, title: one.what, ownerTeam: one.ownerTeam },
        ...{ severity: one.severity, postMortemId: one.postMortemId, dueAt: one.dueAt, lateDays: lateDays(one.dueAt) },
      }),
    ),
  ];
  return csvText(rows, {
    what: ({ what }) => what,
    title: ({ title }) => title,
    ownerTeam: ({ ownerTeam }) => ownerTeam,
    severity: ({ severity }) => severity,
    dueAt: ({ dueAt }) => dueAt,
    lateDays: ({ lateDays: days }) => days,
    key: ({ key }) => key,
    hangs: ({ hangs }) => hangs,
    postMortemId: ({ postMortemId }) => postMortemId,
    id: ({ id }) => id,
    toDo: ({ toDo }) => toDo,
    reopened: ({ reopened }) => reopened,
    claimedAt: ({ claimedAt }) => claimedAt,
  });
}

type ValidationRow = {
  what: 'fix' | 'lesson';
  title: string;
  ownerTeam: string;
  standing: string;
  postMortemId: string;
  id: string;
  priority?: string | undefined;
  since?: string | undefined;
  nextCheckAt?: string | undefined;
  dueAt?: string;
  version?: string | undefined;
  url?: string | undefined;
  proof?: string | undefined;
  key?: string;
};

function validationTable({ fixes, lessonsNow }: ValidationReport): string {
  const rows: ValidationRow[] = [
    ...fixes.map(
      (one): ValidationRow => ({
        ...{ what: 'fix', id: one.remediationId, title: one.title, ownerTeam: one.ownerTeam, key: one.key },
        ...{ priority: one.priority, standing: one.standing, since: one.since, nextCheckAt: one.nextCheckAt },
        postMortemId: one.postMortemId,
      }),
    ),
    ...(lessonsNow?.listed ?? []).map(
      (one): ValidationRow => ({
        ...{ what: 'lesson', id: one.lessonId, title: one.what, ownerTeam: one.ownerTeam, standing: one.standing },
        ...{ since: one.claimedAt ?? one.confirmedAt, dueAt: one.dueAt },
        ...{ version: one.version, url: one.url, proof: one.proof, postMortemId: one.postMortemId },
      }),
    ),
  ];
  return csvText(rows, {
    what: ({ what }) => what,
    title: ({ title }) => title,
    ownerTeam: ({ ownerTeam }) => ownerTeam,
    priority: ({ priority }) => priority,
    standing: ({ standing }) => standing,
    since: ({ since }) => since,
    nextCheckAt: ({ nextCheckAt }) => nextCheckAt,
    dueAt: ({ dueAt }) => dueAt,
    version: ({ version }) => version,
    url: ({ url }) => url,
    proof: ({ proof }) => proof,
    key: ({ key }) => key,
    postMortemId: ({ postMortemId }) => postMortemId,
    id: ({ id }) => id,
  });
}
