import type { VerdictClock } from './clock.ts';
import { type Downtime, heldFrom } from './downtime.ts';
import { lastOutcomeOf, type SourceHistory, type Stretch } from './stretches.ts';
import type { VerdictPolicy } from './verdict-policy.ts';

/** Unbroken fails of one source about one resource after a claim, and what ended them. */
type FailRun = {
  readonly from: number;
  readonly to: number;
  /** Times of its fails that are known, in order. */
  readonly fails: readonly number[];
  readonly end: Stretch | undefined;
  /** Time at which the source was asked, and said it again. */
  readonly repeatedAt: number | undefined;
};

/** State of the fails of one source about one resource since a claim. */
export type FailsOfSource = {
  /** A fail that counts, and goes on or has not been over for long: the claim failed. */
  readonly counted: { readonly from: number; readonly at: number } | undefined;
  /** Start of a fail that does not count yet: it may still be taken back. */
  readonly pending: number | undefined;
  /** Fails that counted and were long over when they were told: the steps are counted anew from the end of each. */
  readonly recovered: readonly { readonly from: number; readonly to: number }[];
  /** Fails that were taken back before they counted. */
  readonly forgiven: readonly number[];
};

/** Fails count from `since`: the claim, or the end of its hold. */
export type CountedFrom = {
  readonly since: number;
  readonly claimAt: number;
  /** Times in which the intake was down: a pass may have been lost in them. */
  readonly downs: readonly Downtime[];
};

/**
 * Judges the fails after `since`: counted, forgiven, recovered from, or not settled yet. All of it goes by the times of the
 * words, never by when they arrived.
 *
 *     P F P          within an hour: forgiven
 *     P F ── 1 h ──▶ counted: the claim failed
 *     P F ? F        asked again, and repeated: counts at once
 *     P F P  F P  F  the third within 14 days counts at once
 *     P F ─ 1 h ─ P ── 7 days of passes   told late: recovered, nothing is reopened
 */
export function failsSince(
  history: SourceHistory,
  { since, claimAt, downs }: CountedFrom,
  policy: VerdictPolicy,
  clock: VerdictClock,
): FailsOfSource {
  const before: number[] = [];
  const forgiven: number[] = [];
  const counted: { run: FailRun; at: number }[] = [];
  let pending: number | undefined;
  for (const run of runsAfter(history.stretches, since, claimAt)) {
    const stoodAt = heldFrom(run.from + policy.failStandsFor, run.from, downs, clock.now);
    const at = Math.min(countsAt(run, stoodAt, before, policy), countsAnyway(run, before, policy));
    before.push(run.to);
    if (at === Number.POSITIVE_INFINITY) forgiven.push(run.from);
    else if (clock.reached(at)) counted.push({ run, at });
    else pending ??= run.from;
  }
  const last = counted.at(-1);
  if (last === undefined) return { counted: undefined, pending, recovered: [], forgiven };
  const { run, at } = last;
  return run.end !== undefined && isOver(history, run.end, policy)
    ? { counted: undefined, pending, recovered: counted.flatMap((one) => endOf(one.run)), forgiven }
    : { counted: { from: run.from, at }, pending, recovered: [], forgiven };
}

const endOf = ({ from, end }: FailRun) => (end === undefined ? [] : [{ from, to: end.from }]);

function runsAfter(stretches: readonly Stretch[], since: number, claimAt: number): FailRun[] {
  return stretches.flatMap((stretch, index) => {
    // A hold forgets fails that are over. One that goes on, with nothing said since, does not end with it.
    const after = index === stretches.length - 1 ? claimAt : since;
    const from = stretch.from > after ? stretch.from : stretch.fails.find((at) => at > after);
    if (stretch.outcome !== 'fail' || from === undefined) return [];
    const repeatedAt = stretch.answers.find((at) => at > from);
    const fails = stretch.fails.filter((at) => at >= from);
    return [{ from, to: stretch.to, fails, end: stretches[index + 1], repeatedAt }];
  });
}

/** Time from which a run counts; Infinity when it was forgiven. */
function countsAt(run: FailRun, hasStoodAt: number, endsBefore: readonly number[], policy: VerdictPolicy): number {
  const { from, end, repeatedAt = Number.POSITIVE_INFINITY } = run;
  const stood = end === undefined || end.from > hasStoodAt ? hasStoodAt : Number.POSITIVE_INFINITY;
  const recent = endsBefore.filter((at) => at > from - policy.shortFailsWithin).length;
  return recent + 1 >= policy.shortFails ? from : Math.min(stood, repeatedAt);
}

/**
 * Time at which a run counts though its hour stands still: had each of its fails been taken back, and the pass been lost, one of them
 * would be the third. So an outage that does not end hides no source that says fail day after day.
 */
function countsAnyway({ from, fails }: FailRun, endsBefore: readonly number[], policy: VerdictPolicy): number {
  const before = [...endsBefore];
  let previous = Number.NEGATIVE_INFINITY;
  for (const at of new Set([from, ...fails])) {
    if (at - previous < policy.failStandsFor) continue;
    if (before.filter((one) => one > at - policy.shortFailsWithin).length + 1 >= policy.shortFails) return at;
    before.push(at);
    previous = at;
  }
  return Number.POSITIVE_INFINITY;
}

/** Leaving a fail takes longer than entering it: passes for days, or a resource that is no more. */
function isOver(history: SourceHistory, end: Stretch, { recoveredAfter }: VerdictPolicy): boolean {
  const last = lastOutcomeOf(history);
  if (last === 'gone') return true;
  const passes = history.stretches.filter(({ outcome, from }) => outcome === 'pass' && from >= end.from);
  const count = passes.reduce((sum, { from, to }) => sum + (from === to ? 1 : 2), 0);
  const newest = passes.at(-1)?.to ?? Number.NEGATIVE_INFINITY;
  return last === 'pass' && count > 1 && newest - end.from >= recoveredAfter;
}

/** Fails of which the time is known, in order. */
export const failTimesOf = ({ stretches }: SourceHistory): number[] =>
  stretches.flatMap(({ outcome, from, fails }) => (outcome === 'fail' ? [...new Set([from, ...fails])] : []));
