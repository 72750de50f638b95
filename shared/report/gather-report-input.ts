import { takesSignals } from '../domain/access/program-policy.ts';
import type { HoldfastConfig } from '../domain/policy/policy.ts';
import { lessonDueAt, lessonDutyOf } from '../domain/record/content/lesson.ts';
import { openDeadlineOf } from '../domain/record/content/notification.ts';
import { measureDueAt } from '../domain/record/content/temporary-measure.ts';
import type { PostMortemHead } from '../domain/record/post-mortem.ts';
import type { Remediation } from '../domain/remediation/remediation.ts';
import { atPresentAddress } from '../domain/ticket/jira-site.ts';
import { addDuration, subtractDuration } from '../domain/words/duration.ts';
import type { PostMortemId, RecommendationId } from '../domain/words/identifiers.ts';
import { intakeDowns } from '../store/inbox/intake-beats.ts';
import { postMortemIdIn, remediationIdIn } from '../store/keys.ts';
import { readCursor } from '../store/queues/cursor.ts';
import { type DuePart, dueParts, dueRemediations, dueReviews, lateRemediations } from '../store/queues/due.ts';
import { dueKeys } from '../store/queues/due-keys.ts';
import { outcomesBetween } from '../store/queues/outcomes.ts';
import { ticketChangesBetween } from '../store/queues/ticket-changes.ts';
import type { RecordStore } from '../store/records/record-store.ts';
import { allClaims } from './claims/all-claims.ts';
import type { TallyDependencies } from './claims/claim-tally.ts';
import { firstWork } from './gather-first-work.ts';
import { lessonsNow } from './gather-lessons.ts';
import { hideRestricted } from './hide-restricted.ts';
import type { LessonDuty, MeasureDuty, NotificationDuty, ReportInput } from './report-input.ts';

export type GatherDependencies = TallyDependencies & {
  store: Pick<RecordStore, 'remediation' | 'remediations' | 'head'>;
  config: Pick<HoldfastConfig, 'reports' | 'jira' | 'postMortem' | 'remediation' | 'teams' | 'programs'>;
};

/** End of the last report: the next one begins there, whenever its schedule comes round. */
export const REPORT_CURSOR = 'publish-report';

/** Reads what the reports are made of: what is due, and what happened in the period. Never the history before it. */
export async function gatherReportInput(deps: GatherDependencies, now: string): Promise<ReportInput> {
  const { table, config } = deps;
  const { period, settle, upcomingWithin, title } = config.reports;
  const ahead = addDuration(now, upcomingWithin);
  const to = subtractDuration(now, settle);
  const ended = (await readCursor(table, REPORT_CURSOR)) ?? subtractDuration(to, period);
  // One that was asked for tells of an earlier moment than the last one of the schedule, where that came in between.
  const span = { from: Date.parse(ended) < Date.parse(to) ? ended : to, to };
  const [overdue, acceptances, reviews, outcomes, changes, { upcoming, isMoreUpcoming }, parts, claims, downs, first] =
    await Promise.all([
      lateRemediations(table, now),
      dueRemediations(table, 'acceptance', ahead),
      dueReviews(table, now),
      outcomesBetween(table, span),
      ticketChangesBetween(table, span),
      upcomingChecks(deps, ahead),
      partsDue(deps, ahead),
      allClaims(deps, now),
      intakeDowns(table, now, takesSignals(config.programs)),
      firstWork(table),
    ]);
  const lessons = parts.flatMap(lessonDuty);
  const teams = [...Object.keys(config.remediation.routes), ...Object.keys(config.teams)];
  const standing = await lessonsNow(table, lessons, teams, now);
  const named = [
    ...overdue,
    ...acceptances,
    ...outcomes,
    ...changes,
    ...upcoming,
    ...parts,
    ...claims.attention,
    ...standing.listed,
    ...first.lines,
  ].map((one) => one.postMortemId);
  return hideRestricted({
    now,
    period: span,
    title,
    jira: config.jira,
    recordUrl: config.postMortem.recordUrl,
    overdue,
    acceptances,
    acceptedRecommendations: parts.flatMap(({ postMortemId, part: { kind, content } }) =>
      kind === 'recommendation' ? [{ postMortemId, recommendation: content }] : [],
    ),
    reviews: reviews.map((head) => atPresentAddress(head, config.jira)),
    lessons,
    lessonsNow: standing,
    notifications: parts.flatMap(notificationDuty),
    temporaryMeasures: parts.flatMap(measureDuty),
    first: first.lines,
    firstTeamsLeftOut: first.teamsLeftOut,
    heads: await headsOf(deps, reviews, new Set(named)),
    templates: config.postMortem.templates,
    teams,
    directory: config.teams,
    outcomes,
    changes,
    known: await load(deps, new Map(outcomes.map((one) => [one.remediationId, one.postMortemId]))),
    upcoming,
    isMoreUpcoming,
    claims,
    intakeDowns: downs,
  });
}

/** Announced or not: whoever reads a report wants to know of both. */
async function partsDue({ table }: GatherDependencies, until: string): Promise<DuePart[]> {
  const queues = [
    ...(['lesson', 'announced lesson', 'notification', 'announced notification', 'recommendation'] as const),
    ...(['temporary measure', 'announced temporary measure'] as const),
  ];
  return (await Promise.all(queues.map((queue) => dueParts(table, queue, until)))).flat();
}

function lessonDuty({ postMortemId, part: { kind, content } }: DuePart): LessonDuty[] {
  const dueAt = kind === 'lesson' ? lessonDueAt(content) : undefined;
  if (kind !== 'lesson' || dueAt === undefined) return [];
  const { id: lessonId, status, claim, reopened, document, updates, ownerTeam } = content;
  const duty = lessonDutyOf(content);
  const before = {
    ...(claim === undefined ? {} : { claimedAt: claim.at }),
    ...(status === 'open' && reopened !== undefined ? { reopened: reopened.why } : {}),
  };
  return [{ postMortemId, lessonId, what: `${document} (${updates})`, ownerTeam, duty, dueAt, ...before }];
}

function notificationDuty({ postMortemId, part: { kind, content } }: DuePart): NotificationDuty[] {
  const dueAt = kind === 'notification' ? openDeadlineOf(content) : undefined;
  if (kind !== 'notification' || dueAt === undefined) return [];
  const { id: notificationId, regime, stage, recipient } = content;
  return [{ postMortemId, notificationId, what: `${regime}: ${stage} to ${recipient}`, dueAt }];
}

function measureDuty({ postMortemId, part: { kind, content } }: DuePart): MeasureDuty[] {
  const dueAt = kind === 'temporary measure' ? measureDueAt(content) : undefined;
  if (kind !== 'temporary measure' || dueAt === undefined) return [];
  const { id: measureId, kind: sort, what, ownerTeam, since, extensions = [] } = content;
  return [{ postMortemId, measureId, what: `${sort}: ${what}`, ownerTeam, since, extended: extensions.length, dueAt }];
}

async function headsOf(
  { store }: GatherDependencies,
  read: readonly PostMortemHead[],
  wanted: ReadonlySet<PostMortemId>,
): Promise<Map<PostMortemId, PostMortemHead>> {
  const heads = new Map(read.map((head) => [head.id, head]));
  const missing = [...wanted].filter((id) => !heads.has(id));
  const found = await Promise.all(missing.map((id) => store.head(id)));
  for (const head of found) if (head !== undefined) heads.set(head.id, head);
  return heads;
}

/** Checks that are listed; where there are more, the report says so. */
const MOST_UPCOMING = 500;

/** The soonest checks, and whether there are more. */
async function upcomingChecks(
  deps: GatherDependencies,
  until: string,
): Promise<{ upcoming: Remediation[]; isMoreUpcoming: boolean }> {
  const due = new Map<RecommendationId, PostMortemId>();
  let isMoreUpcoming = false;
  for await (const { sk, pk } of dueKeys(deps.table, 'verify', until, { after: [], pageSize: MOST_UPCOMING })) {
    isMoreUpcoming = due.size === MOST_UPCOMING;
    if (isMoreUpcoming) break;
    due.set(remediationIdIn(sk), postMortemIdIn(pk));
  }
  return { upcoming: await load(deps, due), isMoreUpcoming };
}

async function load(
  { store }: GatherDependencies,
  wanted: ReadonlyMap<RecommendationId, PostMortemId>,
): Promise<Remediation[]> {
  const found = await Promise.all([...wanted].map(([id, postMortemId]) => store.remediation(postMortemId, id)));
  return found.filter((one) => one !== undefined);
}
