import { isFailed, isWatched, type Remediation } from '../../../shared/domain/remediation/remediation.ts';
import type { Standing } from '../../../shared/report/report-data.ts';
import { type FixBooks, shownAt } from '../books.ts';
import { DAY, MINUTE, type Span } from '../truth/spans.ts';
import { PROMISED } from '../world/year-config.ts';
import { claimsOf } from './claims.ts';

/** What a report of a period has to say of a fix, from how it was shown, and not from its events. */
export type BookedFix = {
  readonly id: string;
  readonly team: string;
  readonly standing: Standing;
  readonly isNewlyClaimed: boolean;
  readonly isReopened: boolean;
};

/** Undefined: nothing happened to it in the period that a report tells of. */
export function bookedFix(fix: FixBooks, { from, to }: Span): BookedFix | undefined {
  const changes = fix.shown.flatMap(({ at, fix: after }, index) => {
    const before = fix.shown[index - 1]?.fix;
    return at > from && at <= to ? [changeBetween(before, after)] : [];
  });
  const now = shownAt(fix, to);
  if (now === undefined || !changes.some(({ isTold }) => isTold)) return undefined;
  const verdict = changes.findLast(({ failed, proven }) => failed || proven);
  return {
    id: fix.id,
    team: fix.team,
    standing: verdict?.failed === true ? 'did not hold' : standingNow(now),
    isNewlyClaimed: claimsOf(fix).some((claim) => claim.from > from && claim.from <= to),
    isReopened: changes.some(({ reopened }) => reopened),
  };
}

function standingNow(now: Remediation): Standing {
  if (!isWatched(now)) return 'reopened';
  if (now.silence !== undefined) return now.silence.rung;
  if (now.doubt !== undefined) return 'in doubt';
  if (now.state === 'verified') return now.grade ?? 'proven';
  return now.step > 0 ? 'passing' : 'claimed';
}

function changeBetween(before: Remediation | undefined, after: Remediation) {
  const was = before !== undefined && isWatched(before) ? before : undefined;
  const is = isWatched(after) ? after : undefined;
  const isHeldAnew = is?.heldUntil !== undefined && was?.heldUntil === undefined;
  const failed = (isFailed(after) && (before === undefined || !isFailed(before))) || isHeldAnew;
  const proven = is?.state === 'verified' && was?.state !== 'verified';
  const reopened = before !== undefined && before.state !== 'open' && isBeyondTicket(before) && after.state === 'open';
  const isTold =
    failed ||
    proven ||
    reopened ||
    (is !== undefined && was?.claim.at !== is.claim.at) ||
    (is?.doubt !== undefined && JSON.stringify(is.doubt) !== JSON.stringify(was?.doubt)) ||
    (is?.excused !== undefined && JSON.stringify(is.excused) !== JSON.stringify(was?.excused)) ||
    (is?.silence !== undefined && JSON.stringify(is.silence) !== JSON.stringify(was?.silence)) ||
    (is !== undefined && was !== undefined && (is.step ?? 0) > (was.step ?? 0)) ||
    (is?.setBackTo !== undefined && is.setBackTo !== was?.setBackTo);
  return { failed, proven, reopened, isTold };
}

const isBeyondTicket = ({ state }: Remediation): boolean => state !== 'requested' && state !== 'ambiguous';

/**
 * Due date at a time: a fix that never held gets a quarter of its term, and one term beyond the first date at the most; one that was
 * proven and broke gets all of it.
 */
export function dueAtOf(fix: FixBooks, at: number): number {
  const term = PROMISED.dueWithin[fix.priority] * DAY;
  return fix.shown.reduce((due, { at: time, fix: after }, index) => {
    const before = fix.shown[index - 1]?.fix;
    if (time > at || after.state !== 'open' || before === undefined || !isFailed(before)) return due;
    const given = before.state === 'regressed' ? time + term : Math.min(time + term / 4, fix.firstDueAt + term);
    return Math.max(due, given);
  }, fix.firstDueAt);
}

/** The index by which a report finds what is overdue may be behind by so much. */
const INDEX_LAG = MINUTE;

/** True when a report at this time may count the fix as overdue: it is, or was within the lag of the index. */
export function mayBeOverdueAt(fix: FixBooks, at: number): boolean {
  const moments = fix.shown.map(({ at: moment }) => moment).filter((moment) => moment > at - INDEX_LAG && moment <= at);
  return [at - INDEX_LAG, ...moments, at].some((moment) => isOverdueAt(fix, moment));
}

/** True when a report at this time has to count the fix as overdue. */
export function mustBeOverdueAt(fix: FixBooks, at: number): boolean {
  const moments = fix.shown.map(({ at: moment }) => moment).filter((moment) => moment > at - INDEX_LAG && moment <= at);
  return [at - INDEX_LAG, ...moments, at].every((moment) => isOverdueAt(fix, moment));
}

function isOverdueAt(fix: FixBooks, at: number): boolean {
  const now = shownAt(fix, at);
  const isRunning = now !== undefined && (now.state === 'open' || (isWatched(now) && now.silence?.rung === 'unproven'));
  return isRunning && dueAtOf(fix, at) <= at;
}
