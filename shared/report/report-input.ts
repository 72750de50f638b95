import * as z from 'zod';
import type { FixLine } from '../domain/lists/fix-listing.ts';
import { LessonReopened } from '../domain/lists/lesson-listing.ts';
import { type Lesson, LessonDutyKind } from '../domain/record/content/lesson.ts';
import type { PostMortemHead } from '../domain/record/post-mortem.ts';
import type { Template } from '../domain/record/template.ts';
import type { Recommendation } from '../domain/remediation/recommendation.ts';
import type { Remediation } from '../domain/remediation/remediation.ts';
import type { TeamDirectory } from '../domain/remediation/team-directory.ts';
import type { JiraSites } from '../domain/ticket/jira-site.ts';
import type { Downtime } from '../domain/verification/verdict/downtime.ts';
import { Instant, PartId, PostMortemId } from '../domain/words/identifiers.ts';
import type { Outcome } from '../store/queues/outcomes.ts';
import type { ChangeInTicket } from '../store/queues/ticket-changes.ts';
import type { ClaimsNow } from './claims/claims-now.ts';
import type { ListedLesson } from './listed-lesson.ts';

/** A lesson that somebody has to put in place, to confirm, or to look at again. */
export const LessonDuty = z.object({
  postMortemId: PostMortemId,
  lessonId: PartId,
  /** The document, and what it is. */
  what: z.string(),
  ownerTeam: z.string(),
  duty: LessonDutyKind,
  /** Why it is to be put in place again. */
  reopened: LessonReopened.optional(),
  /** Since when it waits for a second person to confirm it. */
  claimedAt: Instant.optional(),
  dueAt: Instant,
});
export type LessonDuty = z.infer<typeof LessonDuty>;

/** All lessons by their status, and the first of each as lines. */
export type LessonsNow = {
  /** Without a team: those of all. What no longer holds is open as well. */
  counts: readonly { status: Lesson['status'] | 'no longer holds'; team?: string; count: number }[];
  listed: readonly ListedLesson[];
  /** There are more than are listed. */
  isMore: boolean;
};

/** Somebody outside who has to be told. */
export const NotificationDuty = z.object({
  postMortemId: PostMortemId,
  notificationId: PartId,
  what: z.string(),
  dueAt: Instant,
});
export type NotificationDuty = z.infer<typeof NotificationDuty>;

/** What was done to contain an incident for a while, and is to be undone. */
export const MeasureDuty = z.object({
  postMortemId: PostMortemId,
  measureId: PartId,
  what: z.string(),
  ownerTeam: z.string(),
  since: Instant,
  /** How often it was extended. */
  extended: z.int().nonnegative(),
  dueAt: Instant,
});
export type MeasureDuty = z.infer<typeof MeasureDuty>;

/** Everything that the reports are made of, read beforehand: what follows is a function of it. */
export type ReportInput = {
  now: string;
  period: { from: string; to: string };
  title: string;
  /** The configured Jiras. */
  jira: JiraSites;
  /** The address of a record, with `{id}` where its id goes. */
  recordUrl: string;
  /** Remediations that `dueRemediations` gives for `remediation`. One that has been claimed since is left out. */
  overdue: readonly Remediation[];
  /** Remediations that `dueRemediations` gives for `acceptance`, up to as far ahead as one wants to be warned. */
  acceptances: readonly Remediation[];
  /** Records that `dueReviews` gives. */
  reviews: readonly PostMortemHead[];
  /** Recommendations that are not carried out for now, the same. */
  acceptedRecommendations: readonly { postMortemId: PostMortemId; recommendation: Recommendation }[];
  /** Duties that are due by as far ahead as one wants to be warned. */
  lessons: readonly LessonDuty[];
  notifications: readonly NotificationDuty[];
  temporaryMeasures: readonly MeasureDuty[];
  lessonsNow: LessonsNow;
  /** Fixes to do that rank first, of all teams and of each: see `firstWork`. */
  first: readonly FixLine[];
  /** Teams with fixes to do of which none is read there. */
  firstTeamsLeftOut: number;
  /** Records that any of it belongs to. */
  heads: ReadonlyMap<PostMortemId, PostMortemHead>;
  templates: readonly Template[];
  /** Names of teams that the config has routes for. */
  teams: readonly string[];
  /** Who leads each of the teams that are in the directory. */
  directory: TeamDirectory;
  /** Outcomes of the period, in order. */
  outcomes: readonly Outcome[];
  /** What people did to tickets in the period, in the order in which it was seen. */
  changes: readonly ChangeInTicket[];
  /** Remediations in `outcomes` as they are known now. One that is missing costs its priority and time to proof. */
  known: readonly Remediation[];
  /** Claims whose next check comes due soon, the soonest ones. */
  upcoming: readonly Remediation[];
  /** There are more of them than are listed. */
  isMoreUpcoming: boolean;
  claims: ClaimsNow;
  /** Times in which the intake of evidence was down, in milliseconds since 1970. */
  intakeDowns: readonly Downtime[];
};
