import type { Grade } from '../grade.ts';
import { type AskingDue, askingsOf } from './askings.ts';
import { clockAt, type VerdictClock } from './clock.ts';
import { type Accepted, acceptedOf, accepts, type Known } from './evidence.ts';
import { type FailsOfSource, failsSince, failTimesOf } from './fails.ts';
import { courseFrom, type Plan, type PlanCourse, worseOf } from './plan-course.ts';
import { lastOutcomeOf, type SourceHistory } from './stretches.ts';
import type { VerdictPolicy } from './verdict-policy.ts';

/** Claim that is judged. Times in milliseconds since 1970. */
export type ClaimedFix = Plan & {
  readonly claimAt: number;
  /** Times at which evidence reopened the ticket. */
  readonly reopenedAt: readonly number[];
};

/** Where a source's fail stands against the fix. */
export type StandingFail = {
  readonly check: number;
  readonly source: string;
  readonly resource: string;
  readonly from: number;
};

export type CheckVerdict = 'pass' | 'fail' | 'unsettled' | 'lacking' | 'held back' | 'untested' | 'for a person';

/** State of a claim at a time. */
export type Verdict = {
  readonly grade: Grade | 'awaiting' | 'late' | 'unproven' | 'failed';
  /** Undefined: not held. Otherwise the time until which nothing may fail, before the claim is taken as one. */
  readonly heldUntil: number | undefined;
  /** Steps that are through. */
  readonly step: number;
  readonly expectedAt: number;
  /** Evidence was wanted at `expectedAt`, and is missing, and may have been lost: our own intake was down. */
  readonly isExcused: boolean;
  readonly checks: readonly CheckVerdict[];
  /** Fails that end the claim, earliest first, and attestations that do. */
  readonly failing: readonly (StandingFail & { readonly at: number })[];
  readonly refutedBy: readonly { readonly check: number; readonly at: number }[];
  /** Fails that keep the fix from being shown as proven: not settled yet, or from before the claim and still standing. */
  readonly standing: readonly StandingFail[];
  /** Fails that were over for long when they were told. */
  readonly recovered: readonly (StandingFail & { readonly to: number })[];
  /** Questions to sources that are to have been asked by now. None while the claim fails. */
  readonly askings: readonly AskingDue[];
  /** The verdict stays until then, while nothing arrives; Infinity when time alone does not change it. */
  readonly nextChangeAt: number;
};

/**
 * Judges a claim: a function of the plan, of what is known, and of the time, and of nothing else. The order in which things
 * became known does not change it.
 *
 * @param now milliseconds since 1970; nothing known is later
 */
export function verdictOf(fix: ClaimedFix, known: Known, policy: VerdictPolicy, now: number): Verdict {
  const clock = clockAt(now);
  const accepted = acceptedOf(fix.checks, known);
  const start = startOf(fix, accepted, policy);
  const isHeld = start > fix.claimAt && !clock.reached(start);
  const counting = accepts(known, accepted);
  if (isHeld) return heldVerdict(fix, start, askedBefore(start, fix, counting, policy, clock), clock);

  const { intakeDowns: downs = [] } = fix;
  const judged = accepted.map((one) => ({
    ...one,
    fails: failsSince(one.history, { since: start, claimAt: fix.claimAt, downs }, policy, clock),
  }));
  const failing = judged.flatMap(countedFail).toSorted((a, b) => a.at - b.at);
  const refutedBy = known.attestations.filter(({ outcome, at }) => outcome === 'fail' && at > start);
  const pending = judged.flatMap(({ check, history, fails: { pending: from } }) =>
    from === undefined ? [] : [{ ...nameOf(check, history), from }],
  );
  const recovered = judged.flatMap(({ check, history, fails }) =>
    fails.recovered.map((one) => ({ ...nameOf(check, history), ...one })),
  );
  const open = accepted
    .filter(({ history }) => lastOutcomeOf(history) === 'fail')
    .map(({ check, history }) => ({ ...nameOf(check, history), from: lastFailOf(history) }));

  // It has to be through by all counts, also those from the ends of fails that are over: bad news never buys time.
  const bases = [...new Set([fix.claimAt, start, ...recovered.map(({ to }) => to)])];
  const plan = start > fix.claimAt ? { ...fix, heldUntil: start } : fix;
  const course = bases.map((base) => courseFrom(base, plan, counting, policy, clock)).reduce(worseOf);
  const hasFailed = failing.length + refutedBy.length > 0;
  const askings = hasFailed ? [] : askingsOf(signalChecksOf(fix), counting, pending, course, policy, clock);
  const untested = untestedOf(fix, accepted, policy);
  const told = [...pending, ...failing];
  const standing = [...pending, ...open.filter((one) => !told.some((other) => isSameSource(one, other)))];
  const checks = fix.checks.map((_, index): CheckVerdict => {
    const isOne = ({ check }: { check: number }) => check === index;
    if (failing.some(isOne) || refutedBy.some(isOne)) return 'fail';
    if (pending.some(isOne)) return 'unsettled';
    if (untested.has(index)) return 'untested';
    if (course.lacking.includes(index)) return 'lacking';
    return open.some(isOne) ? 'held back' : 'pass';
  });
  return {
    grade: gradeNow(fix, { hasFailed, course, standing, untested }),
    heldUntil: undefined,
    step: course.step,
    expectedAt: course.expectedAt,
    isExcused: !hasFailed && course.silence === 'excused',
    checks,
    failing,
    refutedBy,
    standing,
    recovered,
    askings,
    nextChangeAt: clock.nextChange(),
  };
}

/**
 * Time from which a claim counts. A fix that evidence reopened again and again is held: its next Done counts when nothing has
 * failed for some days, so that a bot which closes on each pass does not move the ticket for ever.
 */
function startOf({ claimAt, reopenedAt }: ClaimedFix, accepted: readonly Accepted[], policy: VerdictPolicy): number {
  const lately = reopenedAt.filter((at) => at > claimAt - policy.heldWithin && at <= claimAt);
  if (lately.length < policy.heldAfter) return claimAt;
  const fails = accepted.flatMap(({ history }) => failTimesOf(history)).toSorted((a, b) => a - b);
  return fails.reduce(
    (start, at) => (at <= start ? Math.max(start, at + policy.quietFor) : start),
    Math.max(claimAt, ...lately.map((at) => at + policy.quietFor)),
  );
}

/** When a hold ends, silence since the claim may be held against the fix at once: sources are asked before that, too. */
function askedBefore(
  heldUntil: number,
  fix: ClaimedFix,
  counting: Known,
  policy: VerdictPolicy,
  clock: VerdictClock,
): AskingDue[] {
  return askingsOf(signalChecksOf(fix), counting, [], { expectedAt: heldUntil, isThrough: false }, policy, clock);
}

function heldVerdict(
  { checks }: ClaimedFix,
  heldUntil: number,
  askings: readonly AskingDue[],
  clock: VerdictClock,
): Verdict {
  return {
    grade: 'failed',
    heldUntil,
    step: 0,
    expectedAt: heldUntil,
    isExcused: false,
    checks: checks.map(() => 'lacking'),
    failing: [],
    refutedBy: [],
    standing: [],
    recovered: [],
    askings,
    nextChangeAt: clock.nextChange(),
  };
}

const signalChecksOf = ({ checks }: ClaimedFix) =>
  checks.flatMap((check, index) => (check.kind === 'signal' ? [{ check, index }] : []));

const nameOf = (check: number, { source, resource }: SourceHistory) => ({ check, source, resource });

const isSameSource = (a: StandingFail, b: StandingFail): boolean =>
  a.check === b.check && a.source === b.source && a.resource === b.resource;

const lastFailOf = ({ stretches }: SourceHistory): number => stretches.at(-1)?.from ?? Number.NEGATIVE_INFINITY;

function countedFail({ check, history, fails: { counted } }: Accepted & { fails: FailsOfSource }) {
  return counted === undefined ? [] : [{ ...nameOf(check, history), ...counted }];
}

/** Checks that should have been seen failing before the fix, and were not: a check that never failed proves little. */
function untestedOf(
  { checks, claimAt }: ClaimedFix,
  accepted: readonly Accepted[],
  { seenFailingWithin }: VerdictPolicy,
): ReadonlySet<number> {
  const wasSeenFailing = (index: number) =>
    accepted.some(
      ({ check, history }) =>
        check === index && failTimesOf(history).some((at) => at <= claimAt && at > claimAt - seenFailingWithin),
    );
  return new Set(
    checks.flatMap((check, index) =>
      check.kind === 'signal' && check.seenFailingBefore === true && !wasSeenFailing(index) ? [index] : [],
    ),
  );
}

function gradeNow(
  { checks }: ClaimedFix,
  found: {
    hasFailed: boolean;
    course: PlanCourse;
    standing: readonly StandingFail[];
    untested: ReadonlySet<number>;
  },
): Verdict['grade'] {
  const { hasFailed, course, standing, untested } = found;
  if (hasFailed) return 'failed';
  if (course.silence === 'late' || course.silence === 'unproven') return course.silence;
  if (course.silence === 'excused' || !course.isThrough || standing.length > 0) return 'awaiting';
  const kinds = new Set(checks.map(({ kind }) => kind));
  if (kinds.has('signal')) return untested.size === 0 ? 'proven' : 'done, not tested';
  return kinds.has('attestation') ? 'attested' : 'done, not tested';
}
