import { counted, listed } from '../document/counted.ts';
import { webUrl } from '../document/links.ts';
import { recordUrlOf } from '../domain/record/record-url.ts';
import { templateFor } from '../domain/record/template.ts';
import { priorityOf } from '../domain/remediation/recommendation.ts';
import { type Acceptance, type Remediation, renewalsOf } from '../domain/remediation/remediation.ts';
import type { Severity } from '../domain/words/severity.ts';
import { median } from './average.ts';
import { dueDuties } from './due-duties.ts';
import { firstWorkOf } from './first-work.ts';
import { named, namedEvenWithoutTicket } from './named-remediation.ts';
import { escalation, hangsOn } from './obstacles.ts';
import type { AcceptedRisk, OverdueRemediation, OverdueReport, OverdueReview, OverdueTeam } from './report-data.ts';
import type { ReportInput } from './report-input.ts';

type OverdueInput = Pick<
  ReportInput,
  | 'now'
  | 'period'
  | 'title'
  | 'jira'
  | 'recordUrl'
  | 'overdue'
  | 'acceptances'
  | 'acceptedRecommendations'
  | 'reviews'
  | 'lessons'
  | 'notifications'
  | 'temporaryMeasures'
  | 'first'
  | 'firstTeamsLeftOut'
  | 'heads'
  | 'templates'
  | 'directory'
>;

/**
 * Fixes that are late and wait for us. A claim stops the clock: from then on it is verification's to judge. One without evidence for
 * long is not believed any more, and stops nothing.
 */
export function overdueReport(input: OverdueInput): OverdueReport {
  const remediations = input.overdue.flatMap((one) => overdueRemediation(one, input)).toSorted(latestFirst);
  const reviews = input.reviews.flatMap((head) => overdueReview(head, input)).toSorted(latestFirst);
  const acceptances = acceptedRisks(input);
  const { lessons, notifications, temporaryMeasures } = dueDuties(input);
  const late = remediations.map(({ lateMs }) => lateMs);
  const measures = {
    overdue: remediations.length,
    byPriority: countByPriority(remediations),
    medianLateMs: median(late),
    longestLateMs: late[0] ?? null,
    reviewsPastDue: reviews.length,
    acceptancesRunOut: acceptances.filter(({ hasRunOut }) => hasRunOut).length,
    acceptancesRunningOut: acceptances.filter(({ hasRunOut }) => !hasRunOut).length,
    lessonsOverdue: lessons.filter(({ isOverdue }) => isOverdue).length,
    lessonsSoon: lessons.filter(({ isOverdue }) => !isOverdue).length,
    notificationsOverdue: notifications.filter(({ isOverdue }) => isOverdue).length,
    notificationsSoon: notifications.filter(({ isOverdue }) => !isOverdue).length,
    temporaryMeasuresOverdue: temporaryMeasures.filter(({ isOverdue }) => isOverdue).length,
    temporaryMeasuresSoon: temporaryMeasures.filter(({ isOverdue }) => !isOverdue).length,
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
    lessons,
    notifications,
    temporaryMeasures,
    acceptances,
    first: firstWorkOf(input),
  };
}

/** Late fixes and duties. What comes soon is left to the figures, but for deadlines of the law, unless nothing is late. */
function headline(measures: OverdueReport['measures']): string {
  const { overdue, reviewsPastDue, lessonsOverdue, notificationsOverdue } = measures;
  const { acceptancesRunOut, acceptancesRunningOut, notificationsSoon, temporaryMeasuresOverdue = 0 } = measures;
  const late = [
    notificationsOverdue > 0 && counted(notificationsOverdue, 'notification'),
    overdue > 0 && counted(overdue, 'remediation'),
    reviewsPastDue > 0 && counted(reviewsPastDue, 'post-mortem'),
    lessonsOverdue > 0 && counted(lessonsOverdue, 'lesson'),
    temporaryMeasuresOverdue > 0 && counted(temporaryMeasuresOverdue, 'temporary measure'),
  ].filter((part) => part !== false);
  const isOne = notificationsOverdue + overdue + reviewsPastDue + lessonsOverdue + temporaryMeasuresOverdue === 1;
  const isNothingLate = late.length === 0 && acceptancesRunOut === 0;
  const parts = [
    isNothingLate && 'Nothing is overdue',
    late.length > 0 && `${listed(late)} ${isOne ? 'is' : 'are'} overdue`,
    acceptancesRunOut > 0 && `${counted(acceptancesRunOut, 'accepted risk has', 'accepted risks have')} run out`,
    notificationsSoon > 0 && `${counted(notificationsSoon, 'notification is', 'notifications are')} due soon`,
    isNothingLate &&
      acceptancesRunningOut > 0 &&
      `${counted(acceptancesRunningOut, 'accepted risk runs', 'accepted risks run')} out soon`,
  ].filter((part) => part !== false);
  return `${late.length > 1 ? parts.join('; ') : listed(parts)}.`;
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
  const hangs = hangsOn(remediation);
  if ((remediation.state !== 'open' && hangs === undefined) || lateMs < 0) return [];
  const { priority, dueAt, reopenCount, pushes = 0 } = remediation;
  const known = namedEvenWithoutTicket(remediation, input);
  const turnTo = escalation(remediation, input);
  return [
    {
      ...{ ...known, priority, dueAt, lateMs, reopenCount, pushes },
      ...(hangs !== undefined && { hangs }),
      ...(turnTo !== undefined && { turnTo }),
    },
  ];
}

function overdueReview(head: OverdueInput['reviews'][number], input: OverdueInput): OverdueReview[] {
  const lateMs = lateBy(head.dueAt, input);
  if ((head.status !== 'open' && head.status !== 'in review') || lateMs < 0) return [];
  const incidentUrl = webUrl(head.incident.url);
  const template = templateFor(head, input.templates);
  return [
    {
      postMortemId: head.id,
      incidentKey: head.incident.key,
      ...(incidentUrl !== undefined && { incidentUrl }),
      title: head.incident.title,
      severity: head.severity,
      status: head.status,
      template: template.name,
      approvals: { given: head.approvals.length, wanted: template.approvers },
      dueAt: head.dueAt,
      lateMs,
      recordUrl: recordUrlOf(input, head.id),
    },
  ];
}

function acceptedRisks(input: OverdueInput): AcceptedRisk[] {
  const ofRemediations = input.acceptances.flatMap((one) =>
    one.state === 'accepted'
      ? [
          {
            ...named(one, input),
            priority: one.priority,
            ...acceptedUntil(one.acceptance, input),
            renewals: renewalsOf(one),
          },
        ]
      : [],
  );
  const ofRecommendations = input.acceptedRecommendations.flatMap(({ postMortemId, recommendation }) => {
    const { id: remediationId, title, ownerTeam, acceptance } = recommendation;
    if (acceptance === undefined) return [];
    const recordUrl = recordUrlOf(input, postMortemId);
    const known = { remediationId, postMortemId, title, ownerTeam, recordUrl };
    return [{ ...known, priority: priorityOf(recommendation), ...acceptedUntil(acceptance, input), renewals: 0 }];
  });
  return [...ofRemediations, ...ofRecommendations].toSorted(soonestFirst);
}

function acceptedUntil({ until, reason, compensatingControl, by, at }: Acceptance, input: OverdueInput) {
  const hasRunOut = lateBy(until, input) >= 0;
  return { until, hasRunOut, reason, compensatingControl, acceptedBy: by.name, acceptedAt: at };
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
  return Date.parse(a.until) - Date.parse(b.until) || a.title.localeCompare(b.title);
}
