import type { Remediation } from '../domain/remediation.ts';
import type { Severity } from '../domain/severity.ts';
import { median } from './average.ts';
import { counted, listed } from './counted.ts';
import { named, namedEvenWithoutTicket } from './named-remediation.ts';
import type { AcceptedRisk, OverdueRemediation, OverdueReport, OverdueReview, OverdueTeam } from './report-data.ts';
import type { ReportInput } from './report-input.ts';
import { recordUrlOf, webUrl } from './report-links.ts';

type OverdueInput = Pick<
  ReportInput,
  'now' | 'period' | 'title' | 'site' | 'recordUrl' | 'overdue' | 'acceptances' | 'reviews'
>;

/** What is ours and late. A claim stops the clock: from then on it is verification's to judge. */
export function overdueReport(input: OverdueInput): OverdueReport {
  const remediations = input.overdue.flatMap((one) => overdueRemediation(one, input)).toSorted(latestFirst);
  const reviews = input.reviews.flatMap((head) => overdueReview(head, input)).toSorted(latestFirst);
  const acceptances = input.acceptances.flatMap((one) => acceptedRisk(one, input)).toSorted(soonestFirst);
  const late = remediations.map(({ lateMs }) => lateMs);
  const measures = {
    overdue: remediations.length,
    byPriority: countByPriority(remediations),
    medianLateMs: median(late),
    longestLateMs: late[0] ?? null,
    reviewsPastDue: reviews.length,
    acceptancesRunOut: acceptances.filter(({ hasRunOut }) => hasRunOut).length,
    acceptancesRunningOut: acceptances.filter(({ hasRunOut }) => !hasRunOut).length,
  };
  return {
    schemaVersion: 1,
    kind: 'overdue',
    title: input.title,
    generatedAt: input.now,
    period: input.period,
    headline: headline(measures),
    measures,
    teams: byTeam(remediations),
    reviews,
    acceptances,
  };
}

function headline(measures: OverdueReport['measures']): string {
  const { overdue, reviewsPastDue, acceptancesRunOut, acceptancesRunningOut } = measures;
  const late = [
    overdue > 0 && `${counted(overdue, 'remediation is', 'remediations are')} overdue`,
    reviewsPastDue > 0 && `${counted(reviewsPastDue, 'post-mortem is', 'post-mortems are')} past due`,
    acceptancesRunOut > 0 && `${counted(acceptancesRunOut, 'accepted risk has', 'accepted risks have')} run out`,
  ].filter((part) => part !== false);
  const soon =
    acceptancesRunningOut > 0
      ? [`${counted(acceptancesRunningOut, 'accepted risk runs', 'accepted risks run')} out soon`]
      : [];
  return `${listed([...(late.length === 0 ? ['Nothing is overdue'] : late), ...soon])}.`;
}

/** The team that has waited longest comes first; inside a team, the remediation that is latest. */
function byTeam(latestFirstRemediations: readonly OverdueRemediation[]): OverdueTeam[] {
  const teams = Map.groupBy(latestFirstRemediations, ({ ownerTeam }) => ownerTeam);
  return [...teams].map(([ownerTeam, remediations]) => ({
    ownerTeam,
    byPriority: countByPriority(remediations),
    remediations,
  }));
}

function countByPriority(remediations: readonly { priority: Severity }[]): Record<Severity, number> {
  const counts = { critical: 0, high: 0, medium: 0, low: 0 };
  for (const { priority } of remediations) counts[priority] += 1;
  return counts;
}

function overdueRemediation(remediation: Remediation, input: OverdueInput): OverdueRemediation[] {
  const lateMs = lateBy(remediation.dueAt, input);
  const hangs = HANGS[remediation.state];
  if ((remediation.state !== 'open' && hangs === undefined) || lateMs < 0) return [];
  const { priority, dueAt, reopenCount } = remediation;
  const known = namedEvenWithoutTicket(remediation, input);
  return [{ ...known, priority, dueAt, lateMs, reopenCount, ...(hangs !== undefined && { hangs }) }];
}

/** Late, and it is not the team's doing: our own work on the ticket is not finished. */
const HANGS: Partial<Record<Remediation['state'], string>> = {
  requested: 'the ticket could not be created yet',
  ambiguous: 'Jira did not say whether it created the ticket',
  ineffective: 'the fix did not hold; its ticket is not reopened yet',
  regressed: 'the fix stopped holding; its ticket is not reopened yet',
};

function overdueReview(head: OverdueInput['reviews'][number], input: OverdueInput): OverdueReview[] {
  const lateMs = lateBy(head.dueAt, input);
  if ((head.status !== 'open' && head.status !== 'in review') || lateMs < 0) return [];
  const incidentUrl = webUrl(head.incident.url);
  return [
    {
      postMortemId: head.id,
      incidentKey: head.incident.key,
      ...(incidentUrl !== undefined && { incidentUrl }),
      title: head.incident.title,
      severity: head.severity,
      status: head.status,
      dueAt: head.dueAt,
      lateMs,
      recordUrl: recordUrlOf(input, head.id),
    },
  ];
}

function acceptedRisk(remediation: Remediation, input: OverdueInput): AcceptedRisk[] {
  if (remediation.state !== 'accepted') return [];
  const { until, reason, compensatingControl, by, at } = remediation.acceptance;
  return [
    {
      ...named(remediation, input),
      priority: remediation.priority,
      until,
      hasRunOut: lateBy(until, input) >= 0,
      reason,
      compensatingControl,
      acceptedBy: by.name,
      acceptedAt: at,
    },
  ];
}

/** Negative: there is time left. */
function lateBy(dueAt: string, { now }: OverdueInput): number {
  return Date.parse(now) - Date.parse(dueAt);
}

type Late = { lateMs: number; postMortemId: string };

function latestFirst(a: Late, b: Late): number {
  return b.lateMs - a.lateMs || a.postMortemId.localeCompare(b.postMortemId);
}

function soonestFirst(a: AcceptedRisk, b: AcceptedRisk): number {
  return Date.parse(a.until) - Date.parse(b.until) || a.key.localeCompare(b.key);
}
