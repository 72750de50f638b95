import { wrongDueDate } from '../../remediation/decide/due-date.ts';
import { type BrowsedSites, wrongMerge, wrongTicket } from '../../remediation/existing-work.ts';
import type { RemediationPolicy } from '../../remediation/remediation-policy.ts';
import { type TeamDirectory, unknownTeam } from '../../remediation/team-directory.ts';
import { addDuration } from '../../words/duration.ts';
import { type Missing, Refusal, type RefusalReason } from '../../words/refusal.ts';
import type { Part } from '../content/parts.ts';
import type { TemporaryMeasure } from '../content/temporary-measure.ts';

export type AssignmentRules = { teams: TeamDirectory; remediation: RemediationPolicy; jira: BrowsedSites };

/** `path`: within the part. */
export type AssignmentFault = Missing & { reason: RefusalReason };

/**
 * Who writes a recommendation, a lesson or a temporary measure gives it to a team that there is, and no date that is too far away.
 * Asked of what people and programs write now, and of what comes in to be judged here; never of what stands in a record, is
 * approved, or comes in as history.
 *
 * @throws Refusal
 */
export function mustBeAssignable(part: Part, now: string, rules: AssignmentRules): void {
  refuse(assignmentFaults(part, now, rules));
}

export function assignmentFaults({ kind, content }: Part, now: string, rules: AssignmentRules): AssignmentFault[] {
  if (kind === 'temporary measure') return measureFaults(content, now, rules);
  if (kind !== 'recommendation' && kind !== 'lesson') return [];
  const date =
    kind === 'recommendation' ? wrongDueDate(content, now, rules) : tooFar(content.dueAt, now, rules, LESSON);
  const work = kind === 'recommendation' ? content.existingWork : undefined;
  const ticket = work?.kind === 'ticket' ? wrongTicket(work.ticket, rules.jira) : undefined;
  const merge = wrongMerge(work, now);
  return [
    ...teamFaults(content.ownerTeam, rules),
    ...dateFaults(date),
    ...(ticket === undefined
      ? []
      : [{ reason: 'unknown part' as const, path: 'existingWork.ticket', message: ticket }]),
    ...(merge === undefined ? [] : [{ reason: 'incomplete' as const, path: 'existingWork.mergedAt', message: merge }]),
  ];
}

function teamFaults(ownerTeam: string, { teams }: AssignmentRules): AssignmentFault[] {
  const message = unknownTeam(ownerTeam, teams);
  return message === undefined ? [] : [{ reason: 'unknown part', path: 'ownerTeam', message }];
}

/**
 * Whoever finds that a lesson no longer holds sets a date at which it is still asked for.
 *
 * @throws Refusal
 */
export function mustBeAskedFor(dueAt: string, now: string, rules: Pick<AssignmentRules, 'remediation'>): void {
  refuse(dateFaults(tooFar(dueAt, now, rules, LESSON)));
}

/**
 * Whoever needs a temporary measure for longer sets an end at which it is still asked for.
 *
 * @throws Refusal
 */
export function mustEndInTime(until: string, now: string, rules: Pick<AssignmentRules, 'remediation'>): void {
  refuse(dateFaults(tooFar(until, now, rules, MEASURE), 'until'));
}

/** What is for a while has an end, and an end that somebody lives to see. */
function measureFaults(
  { ownerTeam, since, until }: TemporaryMeasure,
  now: string,
  rules: AssignmentRules,
): AssignmentFault[] {
  const message = `expected an end after ${since}, since when it is in force`;
  return [
    ...teamFaults(ownerTeam, rules),
    ...(Date.parse(until) <= Date.parse(since) ? [{ reason: 'incomplete' as const, path: 'until', message }] : []),
    ...dateFaults(tooFar(until, now, rules, MEASURE), 'until'),
  ];
}

const LESSON = 'a lesson is due';
const MEASURE = 'a temporary measure ends';

/** Lessons and temporary measures have no priority: they have the longest time that any fix may have. */
function tooFar(
  dueAt: string,
  now: string,
  { remediation }: Pick<AssignmentRules, 'remediation'>,
  what: typeof LESSON | typeof MEASURE,
): string | undefined {
  const longest = remediation.longestDueWithin.low;
  const latest = addDuration(now, longest);
  return Date.parse(dueAt) <= Date.parse(latest)
    ? undefined
    : `${dueAt} is too far away; ${what} within ${longest} at the latest, so until ${latest}`;
}

const dateFaults = (message: string | undefined, path = 'dueAt'): AssignmentFault[] =>
  message === undefined ? [] : [{ reason: 'limit', path, message }];

/** @throws Refusal that names all faults, for the reason of the first; when there are any */
export function refuse(faults: readonly AssignmentFault[]): void {
  const [first] = faults;
  if (first === undefined) return;
  const missing = faults.map(({ path, message }) => ({ path, message }));
  throw new Refusal(first.reason, missing.map(({ path, message }) => `${path}: ${message}`).join('; '), missing);
}
