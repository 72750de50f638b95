import * as z from 'zod';
import { LessonReopened } from '../domain/lists/lesson-listing.ts';
import { LessonDutyKind } from '../domain/record/content/lesson.ts';
import { REMEDIATION_STATES } from '../domain/remediation/remediation.ts';
import { CheckResult } from '../domain/verification/check-result.ts';
import { Check } from '../domain/verification/plan.ts';
import { Instant, PartId, PostMortemId, RecommendationId } from '../domain/words/identifiers.ts';
import { Severity } from '../domain/words/severity.ts';
import { CHANGES_IN_TICKETS } from '../store/queues/ticket-changes.ts';
import { ListedLesson } from './listed-lesson.ts';

/**
 * Content of the reports, before anybody decides how it looks. The JSON form of a report is exactly this. Times are
 * ISO 8601 UTC, durations are milliseconds (`…Ms`), and `null` is a figure that cannot be derived.
 */
const WebUrl = z.url({ protocol: /^https?$/ });

const reportCommon = {
  schemaVersion: z.literal(1),
  title: z.string(),
  generatedAt: Instant,
  period: z.object({ from: Instant, to: Instant }),
  /** The answer, in one sentence. */
  headline: z.string(),
};

const remediationCommon = {
  remediationId: RecommendationId,
  postMortemId: PostMortemId,
  title: z.string(),
  ownerTeam: z.string(),
  key: z.string(),
  ticketUrl: WebUrl,
  recordUrl: WebUrl,
};

const Count = z.int().nonnegative();
const Ms = z.number().nonnegative();
const Portion = z.number().min(0).max(1);
/** An object and no record of names, as below: generated clients know the names that way. */
const PriorityCounts = z.object({ critical: Count, high: Count, medium: Count, low: Count } satisfies Record<
  Severity,
  typeof Count
>);

export const OverdueRemediation = z.object({
  ...remediationCommon,
  /** Absent until there is a ticket. */
  key: z.string().optional(),
  ticketUrl: WebUrl.optional(),
  priority: Severity,
  dueAt: Instant,
  lateMs: Ms,
  reopenCount: Count,
  /** How often people moved the ticket out of done: part of `reopenCount`. */
  pushes: Count,
  /** Obstacle that keeps it from the team, when there is one; or the reason why its claim is not believed. */
  hangs: z.string().optional(),
  /** E-mail addresses of who answers next for a fix that is unproven: the team's lead, then its head. Not of a restricted record. */
  turnTo: z.object({ lead: z.string(), head: z.string().optional() }).optional(),
});
export type OverdueRemediation = z.infer<typeof OverdueRemediation>;

export const OverdueTeam = z.object({
  ownerTeam: z.string(),
  byPriority: PriorityCounts,
  remediations: z.array(OverdueRemediation),
});
export type OverdueTeam = z.infer<typeof OverdueTeam>;

/** A post-mortem that is not approved and should be. `incidentUrl` is absent when the source gave no web address. */
export const OverdueReview = z.object({
  postMortemId: PostMortemId,
  incidentKey: z.string(),
  incidentUrl: WebUrl.optional(),
  title: z.string(),
  severity: Severity,
  status: z.enum(['open', 'in review']),
  /** The name of the template that says what it needs. */
  template: z.string(),
  approvals: z.object({ given: Count, wanted: Count }),
  dueAt: Instant,
  lateMs: Ms,
  recordUrl: WebUrl,
});
export type OverdueReview = z.infer<typeof OverdueReview>;

export const AcceptedRisk = z.object({
  ...remediationCommon,
  /** Absent when the recommendation was accepted before it had a ticket. */
  key: z.string().optional(),
  ticketUrl: WebUrl.optional(),
  priority: Severity,
  until: Instant,
  hasRunOut: z.boolean(),
  reason: z.string(),
  compensatingControl: z.string(),
  acceptedBy: z.string(),
  acceptedAt: Instant,
  /** How often it was accepted anew, by all who did. */
  renewals: Count,
});
export type AcceptedRisk = z.infer<typeof AcceptedRisk>;

const duty = {
  postMortemId: PostMortemId,
  recordUrl: WebUrl,
  /** Severity of its record; absent when the report was not given that. */
  severity: Severity.optional(),
  what: z.string(),
  dueAt: Instant,
  isOverdue: z.boolean(),
};
export const DueLesson = z.object({
  ...duty,
  lessonId: PartId,
  ownerTeam: z.string(),
  duty: LessonDutyKind,
  /** Why it is to be put in place again. */
  reopened: LessonReopened.optional(),
  /** Since when it waits for a second person to confirm it. */
  claimedAt: Instant.optional(),
});
export type DueLesson = z.infer<typeof DueLesson>;

export const DueNotification = z.object({ ...duty, notificationId: PartId });
export type DueNotification = z.infer<typeof DueNotification>;

export const DueMeasure = z.object({
  ...duty,
  measureId: PartId,
  ownerTeam: z.string(),
  since: Instant,
  /** How often it was extended. */
  extended: Count,
});
export type DueMeasure = z.infer<typeof DueMeasure>;

/** A fix to do, with its place among the others. */
export const RankedFix = z.object({
  ...remediationCommon,
  /** Absent until there is a ticket. */
  key: z.string().optional(),
  ticketUrl: WebUrl.optional(),
  state: z.enum(REMEDIATION_STATES),
  priority: Severity,
  /** Impact × feasibility. */
  rank: z.int().min(1).max(25),
  requestedAt: Instant,
  /** When the last acceptance of its risk ended. */
  wantedAgainAt: Instant.optional(),
  /** Since it was approved, or is wanted again. */
  ageMs: Ms,
  dueAt: Instant,
  /** Keys, or ids, of others here that ask the same of the same team. */
  sameWords: z.array(z.string()).optional(),
});
export type RankedFix = z.infer<typeof RankedFix>;

export const FirstWork = z.object({
  overall: z.array(RankedFix),
  teams: z.array(z.object({ ownerTeam: z.string(), fixes: z.array(RankedFix) })),
  /** Teams with fixes to do that are not shown, since others have more. */
  teamsLeftOut: Count.optional(),
});
export type FirstWork = z.infer<typeof FirstWork>;

export const OverdueReport = z.object({
  ...reportCommon,
  kind: z.literal('overdue'),
  measures: z.object({
    overdue: Count,
    byPriority: PriorityCounts,
    medianLateMs: Ms.nullable(),
    longestLateMs: Ms.nullable(),
    reviewsPastDue: Count,
    acceptancesRunOut: Count,
    acceptancesRunningOut: Count,
    lessonsOverdue: Count,
    lessonsSoon: Count,
    notificationsOverdue: Count,
    notificationsSoon: Count,
    /** Absent in reports from before there were temporary measures, as the list of them is. */
    temporaryMeasuresOverdue: Count.optional(),
    temporaryMeasuresSoon: Count.optional(),
  }),
  teams: z.array(OverdueTeam),
  reviews: z.array(OverdueReview),
  lessons: z.array(DueLesson),
  notifications: z.array(DueNotification),
  temporaryMeasures: z.array(DueMeasure).optional(),
  acceptances: z.array(AcceptedRisk),
  /** What to work on first: by impact × feasibility and age. Absent in reports from before it was kept. */
  first: FirstWork.optional(),
});
export type OverdueReport = z.infer<typeof OverdueReport>;

/** Standing of a fix at the end of the period. Every fix stands in exactly one place, so these counts add up. */
export const Standing = z.enum([
  'did not hold',
  'unproven',
  'late',
  'in doubt',
  'proven',
  'attested',
  'done, not tested',
  'passing',
  'claimed',
  'reopened',
]);
export type Standing = z.infer<typeof Standing>;

export const StoryEvent = z.enum([
  'claimed',
  'passed a step',
  'in doubt',
  'excused',
  'late',
  'unproven',
  'set back',
  'held',
  'proven',
  'still holds',
  'regraded',
  'ineffective',
  'regressed',
  'reopened',
]);
export type StoryEvent = z.infer<typeof StoryEvent>;

/** Step in the story of a fix. The same step many times in a row is told once, with how often and what was found last. */
export const StoryEntry = z.object({
  at: Instant,
  event: StoryEvent,
  times: z.int().positive(),
  results: z.array(CheckResult),
});
export type StoryEntry = z.infer<typeof StoryEntry>;

export const Fix = z.object({
  ...remediationCommon,
  /** Absent when the remediation was not among those that the report was given. */
  priority: Severity.optional(),
  standing: Standing,
  /** Time at which it came to stand there. */
  since: Instant,
  story: z.array(StoryEntry),
  /** Reason why nothing but its ticket can show it. */
  untestedBecause: z.string().optional(),
  /** The checks that the last try could not answer. */
  wanted: z.array(CheckResult),
  nextCheckAt: Instant.optional(),
});
export type Fix = z.infer<typeof Fix>;

export const UpcomingCheck = z.object({
  ...remediationCommon,
  priority: Severity,
  state: z.enum(['claimed', 'verifying', 'verified']),
  nextCheckAt: Instant,
  /** 1 for the first; past `steps` the age of the evidence is watched. */
  step: z.int().positive(),
  steps: z.int().positive(),
  checks: z.array(Check),
});
export type UpcomingCheck = z.infer<typeof UpcomingCheck>;

const StandingCounts = z.object({
  'did not hold': Count,
  unproven: Count,
  late: Count,
  'in doubt': Count,
  proven: Count,
  attested: Count,
  'done, not tested': Count,
  passing: Count,
  claimed: Count,
  reopened: Count,
} satisfies Record<Standing, typeof Count>);
export type StandingCounts = z.infer<typeof StandingCounts>;

/** A claim that wants somebody's attention. */
export const ClaimInTrouble = z.object({
  ...remediationCommon,
  priority: Severity,
  standing: Standing,
  since: Instant,
  dueAt: Instant,
  reopenCount: Count,
  /** How often people moved the ticket out of done: part of `reopenCount`. */
  pushes: Count,
});
export type ClaimInTrouble = z.infer<typeof ClaimInTrouble>;

/** Something that people did to the ticket of a fix. */
export const ChangedTicket = z.object({
  ...remediationCommon,
  what: z.enum(CHANGES_IN_TICKETS),
  at: Instant,
  from: z.string().optional(),
  to: z.string().optional(),
  /** Name of whoever did it, where that is known. */
  by: z.string().optional(),
});
export type ChangedTicket = z.infer<typeof ChangedTicket>;

const LessonCounts = z.object({
  open: Count,
  /** Part of `open`. */
  noLongerHolds: Count,
  claimed: Count,
  inPlace: Count,
  /** Part of `inPlace`. */
  reviewDue: Count,
});
export type LessonCounts = z.infer<typeof LessonCounts>;

export const ValidationReport = z.object({
  ...reportCommon,
  kind: z.literal('validation'),
  /** All claims at the time of the report, whenever they were made. Absent in reports from before it was kept. */
  now: z
    .object({
      claims: Count,
      standings: StandingCounts,
      /** Proven of all claims, with the 95 % interval of the share. */
      proven: z.object({ share: Portion, low: Portion, high: Portion }).nullable(),
      attention: z.array(ClaimInTrouble),
      attentionCount: Count,
    })
    .optional(),
  /** Times in the period in which no signal could be taken in; without `to` it goes on. Absent when there were none. */
  intakeDowns: z.array(z.object({ from: Instant, to: Instant.optional() })).optional(),
  measures: z.object({
    fixes: Count,
    standings: StandingCounts,
    newlyClaimed: Count,
    reopened: Count,
    /** Proven of all fixes that were claimed or checked, with the 95 % interval of the share. */
    proven: z.object({ share: Portion, low: Portion, high: Portion }).nullable(),
    medianClaimToProofMs: Ms.nullable(),
    overdue: Count,
    byTeam: z.array(z.object({ ownerTeam: z.string(), standings: StandingCounts })),
    byPriority: z.array(z.object({ priority: Severity.or(z.literal('unknown')), standings: StandingCounts })),
  }),
  /** Where all lessons stand at the time of the report. Absent where there are none, and in reports from before it was kept. */
  lessonsNow: z
    .object({
      totals: LessonCounts,
      byTeam: z.array(LessonCounts.extend({ ownerTeam: z.string() })),
      listed: z.array(ListedLesson.extend({ recordUrl: WebUrl })),
      /** There are more of them. Absent where all are listed. */
      isMore: z.literal(true).optional(),
    })
    .optional(),
  fixes: z.array(Fix),
  /** What people did to the tickets in the period, the newest first. Absent in reports from before it was kept. */
  changes: z.array(ChangedTicket).optional(),
  /** Checks that come due next, the soonest ones. */
  upcoming: z.array(UpcomingCheck),
  /** There are more of them. Absent where all are listed. */
  isMoreUpcoming: z.literal(true).optional(),
});
export type ValidationReport = z.infer<typeof ValidationReport>;

export const Report = z.discriminatedUnion('kind', [OverdueReport, ValidationReport]);
export type Report = z.infer<typeof Report>;
