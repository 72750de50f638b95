import { counted } from '../document/counted.ts';
import { ticketUrl } from '../document/links.ts';
import { recordUrlOf } from '../domain/record/record-url.ts';
import {
  type AcceptedRemediation,
  isTicketed,
  isUnproven,
  isWatched,
  type Remediation,
} from '../domain/remediation/remediation.ts';
import { isConfirmed } from '../domain/verification/verdict/downtime.ts';
import { Severity } from '../domain/words/severity.ts';
import type { Outcome } from '../store/queues/outcomes.ts';
import type { ChangeInTicket } from '../store/queues/ticket-changes.ts';
import { median } from './average.ts';
import { isLookOverdue, noStandings, standingNowOf } from './claims/claims-now.ts';
import { claimToProofMs, standingOf, storyOf } from './fix-story.ts';
import { lessonsReport } from './lessons-report.ts';
import { named } from './named-remediation.ts';
import {
  type ChangedTicket,
  type Fix,
  Standing,
  type StandingCounts,
  type StoryEntry,
  type UpcomingCheck,
  type ValidationReport,
} from './report-data.ts';
import type { ReportInput } from './report-input.ts';
import { shareOf } from './share.ts';

type ValidationInput = Omit<ReportInput, 'acceptances' | 'reviews'>;

/** Findings of verification. Done is a claim, evidence makes it a fix: the two are counted apart. */
export function validationReport(input: ValidationInput): ValidationReport {
  const known = new Map([...input.known, ...input.upcoming].map((one) => [one.id, one]));
  const byFix = Map.groupBy(inOrderOfTime(input.outcomes), ({ remediationId }) => remediationId);
  const fixes = [...byFix].flatMap(([id, outcomes]) => fix(outcomes, known.get(id), input)).toSorted(asRead);
  const measures = measure(fixes, known, input);
  return {
    schemaVersion: 1,
    kind: 'validation',
    title: input.title,
    generatedAt: input.now,
    period: input.period,
    headline: headline(measures),
    now: snapshot(input),
    ...outagesIn(input),
    measures,
    ...lessonsReport(input),
    fixes,
    changes: input.changes.map((one) => changeInTicket(one, input)).toSorted(newestFirst),
    upcoming: input.upcoming.flatMap((one) => upcomingCheck(one, input)).toSorted(soonestFirst),
    ...(input.isMoreUpcoming ? { isMoreUpcoming: true as const } : {}),
  };
}

/** Claims that nothing decided yet are left to the figures, unless there is nothing else to say about the fixes. */
function headline({ fixes, standings, overdue }: ValidationReport['measures']): string {
  const claimed = standings.claimed + standings.passing;
  const decided = standings.proven + standings['did not hold'] + standings.attested + standings['done, not tested'];
  const silent = standings.late + standings.unproven;
  const isNothingDecided = decided === 0 && silent === 0 && standings['in doubt'] === 0;
  const parts = [
    fixes === 0 && 'No fix was claimed or checked in this period',
    fixes > 0 &&
      `${standings.proven === 0 ? 'No fix' : `${standings.proven} of ${counted(fixes, 'fix', 'fixes')}`} proven`,
    standings.attested > 0 && `${standings.attested} attested`,
    standings['done, not tested'] > 0 && `${standings['done, not tested']} done but not tested`,
    standings['did not hold'] > 0 && `${standings['did not hold']} did not hold`,
    standings['in doubt'] > 0 && `${standings['in doubt']} in doubt`,
    silent > 0 && `${silent} ${silent === 1 ? 'lacks' : 'lack'} evidence`,
    isNothingDecided && claimed > 0 && `${claimed} claimed so far`,
    isNothingDecided && standings.reopened > 0 && `${standings.reopened} taken back`,
    overdue > 0 && `${counted(overdue, 'remediation')} overdue`,
  ];
  return `${parts.filter((part) => part !== false).join(', ')}.`;
}

/** Of the intake of evidence, as far as they lie in the period. */
function outagesIn({ intakeDowns, period }: ValidationInput): Pick<ValidationReport, 'intakeDowns'> {
  const [from, to] = [Date.parse(period.from), Date.parse(period.to)];
  const within = intakeDowns.filter((down) => isConfirmed(down) && down.to > from && down.from < to);
  if (within.length === 0) return {};
  return {
    intakeDowns: within.map((down) => ({
      from: new Date(down.from).toISOString(),
      ...(Number.isFinite(down.to) ? { to: new Date(down.to).toISOString() } : {}),
    })),
  };
}

/** Where all claims stand: the share of what is proven has all of them below the line. */
function snapshot(input: ValidationInput): ValidationReport['now'] {
  const { now } = input;
  const { standings, attention, attentionCount } = input.claims;
  const claims = Object.values(standings).reduce((sum, count) => sum + count, 0);
  return {
    claims,
    standings,
    proven: shareOf(standings.proven, claims),
    attention: attention.map((one) => ({
      ...named(one, input),
      priority: one.priority,
      ...standingNowOf(one, now),
      dueAt: one.dueAt,
      reopenCount: one.reopenCount,
      pushes: one.pushes ?? 0,
    })),
    attentionCount,
  };
}

function measure(
  fixes: readonly Fix[],
  known: ReadonlyMap<string, Remediation>,
  { overdue, now }: ValidationInput,
): ValidationReport['measures'] {
  const standings = countStandings(fixes);
  const timesToProof = fixes.flatMap(
    ({ story, remediationId }) => claimToProofMs(story, known.get(remediationId)) ?? [],
  );
  return {
    fixes: fixes.length,
    standings,
    newlyClaimed: fixes.filter(({ story }) => story.some(({ event }) => event === 'claimed')).length,
    reopened: fixes.filter(({ story }) => story.some(({ event }) => event === 'reopened')).length,
    proven: shareOf(standings.proven, fixes.length),
    medianClaimToProofMs: median(timesToProof),
    overdue: overdue.filter(
      (one) => (one.state === 'open' || isUnproven(one)) && Date.parse(one.dueAt) <= Date.parse(now),
    ).length,
    byTeam: [...Map.groupBy(fixes, ({ ownerTeam }) => ownerTeam)]
      .map(([ownerTeam, ofTeam]) => ({ ownerTeam, standings: countStandings(ofTeam) }))
      .toSorted((a, b) => a.ownerTeam.localeCompare(b.ownerTeam)),
    byPriority: [...Map.groupBy(fixes.toSorted(byPriority), ({ priority }) => priority ?? 'unknown')].map(
      ([priority, ofPriority]) => ({ priority, standings: countStandings(ofPriority) }),
    ),
  };
}

function countStandings(fixes: readonly Fix[]): StandingCounts {
  const counts = noStandings();
  for (const { standing } of fixes) counts[standing] += 1;
  return counts;
}

function fix(outcomes: ValidationInput['outcomes'], known: Remediation | undefined, input: ValidationInput): Fix[] {
  const story = storyOf(outcomes, known);
  const latest = outcomes.at(-1);
  const end = latest && standingNow(story, latest.type, known, input.now);
  if (end === undefined || latest === undefined) return [];
  const { remediationId, postMortemId, title, ownerTeam, key } = latest;
  const last = story.at(-1);
  const isUnanswered = last?.event === 'late' || last?.event === 'unproven' || last?.event === 'regraded';
  const unanswered = isUnanswered ? last.results : [];
  return [
    {
      remediationId,
      postMortemId,
      title,
      ownerTeam,
      key,
      ticketUrl: ticketUrl(input, known !== undefined && isTicketed(known) ? known.ticket : { key }),
      recordUrl: recordUrlOf(input, postMortemId),
      ...(known && { priority: known.priority }),
      ...(known?.untestedBecause !== undefined && { untestedBecause: known.untestedBecause }),
      ...end,
      story,
      wanted: unanswered.filter(({ outcome }) => outcome === 'unknown' || outcome === 'stale'),
      ...(known !== undefined &&
        isWatched(known) &&
        known.nextCheckAt !== undefined && { nextCheckAt: known.nextCheckAt }),
    },
  ];
}

/**
 * A fix without fresh evidence, or of which a source says fail, or that nobody has looked at in time, is not shown as proven,
 * whatever it was in the period. Nor is one of which the risk was accepted since.
 */
function standingNow(
  story: readonly StoryEntry[],
  latest: Outcome['type'],
  known: Remediation | undefined,
  now: string,
): ReturnType<typeof standingOf> {
  const end = standingOf(story);
  if (end === undefined || known === undefined || end.standing === 'did not hold') return end;
  if (known.state === 'accepted') return ENDS_UNTOLD.has(latest) ? standingWhileAccepted(known, end.since) : end;
  if (!isWatched(known)) return end;
  const { doubt, silence, heldUntil, lastCheckAt, claim } = known;
  if (heldUntil !== undefined) return { standing: 'did not hold', since: claim.at };
  if (silence !== undefined) return { standing: silence.rung, since: silence.expectedAt };
  if (doubt !== undefined) return { standing: 'in doubt', since: doubt.at };
  if (!ENDS_UNTOLD.has(latest) || (known.state === 'verified' && !isLookOverdue(known, now))) return end;
  return { standing: known.step === 0 ? 'claimed' : 'passing', since: lastCheckAt ?? claim.at };
}

function standingWhileAccepted({ kept }: AcceptedRemediation, since: string): ReturnType<typeof standingOf> {
  if (kept?.doubt !== undefined) return { standing: 'in doubt', since: kept.doubt.at };
  return { standing: (kept?.step ?? 0) === 0 ? 'claimed' : 'passing', since };
}

/** Outcomes whose end is none of its own: a doubt that was taken back, evidence that came after all, a step or a proof that is over. */
const ENDS_UNTOLD: ReadonlySet<Outcome['type']> = new Set([
  'Remediation Check Passed',
  'Remediation Verified',
  'Remediation Regraded',
  'Remediation Doubted',
  'Remediation Silence Excused',
  'Remediation Evidence Late',
  'Remediation Unproven',
]);

function changeInTicket({ site, ...change }: ChangeInTicket, input: ValidationInput): ChangedTicket {
  const { key, postMortemId } = change;
  return { ...change, ticketUrl: ticketUrl(input, { site, key }), recordUrl: recordUrlOf(input, postMortemId) };
}

const newestFirst = (a: ChangedTicket, b: ChangedTicket): number =>
  Date.parse(b.at) - Date.parse(a.at) || a.key.localeCompare(b.key);

function upcomingCheck(remediation: Remediation, input: ValidationInput): UpcomingCheck[] {
  if (!isWatched(remediation) || remediation.nextCheckAt === undefined) return [];
  const { state, priority, nextCheckAt, steps, checks } = remediation;
  const step = remediation.state === 'verified' ? steps.length + 1 : remediation.step + 1;
  return [{ ...named(remediation, input), priority, state, nextCheckAt, step, steps: steps.length, checks }];
}

function inOrderOfTime(outcomes: ValidationInput['outcomes']): ValidationInput['outcomes'] {
  return outcomes.toSorted((a, b) => Date.parse(a.at) - Date.parse(b.at));
}

/** Fixes that need action first: by standing, then priority, then the one that has stood there longest. */
function asRead(a: Fix, b: Fix): number {
  return (
    Standing.options.indexOf(a.standing) - Standing.options.indexOf(b.standing) ||
    byPriority(a, b) ||
    Date.parse(a.since) - Date.parse(b.since) ||
    a.key.localeCompare(b.key)
  );
}

function byPriority(a: Fix, b: Fix): number {
  return rank(a) - rank(b);
}

const rank = ({ priority }: Fix): number =>
  priority === undefined ? Severity.options.length : Severity.options.indexOf(priority);

function soonestFirst(a: UpcomingCheck, b: UpcomingCheck): number {
  return Date.parse(a.nextCheckAt) - Date.parse(b.nextCheckAt) || a.key.localeCompare(b.key);
}
