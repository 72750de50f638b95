import type { AskedBecause } from '../asking.ts';
import { WHOLE_SUBJECT } from '../signal.ts';
import type { VerdictClock } from './clock.ts';
import type { Known, SignalCheck } from './evidence.ts';
import type { PlanCourse } from './plan-course.ts';
import { lastOutcomeOf, lastPassOf, type SourceHistory } from './stretches.ts';
import type { VerdictPolicy } from './verdict-policy.ts';

/** Question that is to have been asked by now. Its fields are facts: whoever judges, and however often, names the same one. */
export type AskingDue = {
  readonly check: number;
  readonly source: string;
  readonly resource: string;
  readonly because: AskedBecause;
  /** Start of the fail, time of the step, or time of the newest pass, in milliseconds since 1970; later by `unprovenAfter` the second time. */
  readonly at: number;
};

/**
 * Questions about one fix that can be due together, and the letters in them: the item of the fix remembers as many, and DynamoDB takes
 * 400 KB. Those of fails come first.
 */
const MOST_ASKINGS = 300;
const MOST_LETTERS = 30_000;

/** The first of these questions that are remembered together. */
export function mostAskings<Asked extends Pick<AskingDue, 'source' | 'resource'>>(all: readonly Asked[]): Asked[] {
  let letters = 0;
  return all.slice(0, MOST_ASKINGS).filter(({ source, resource }) => {
    letters += source.length + resource.length;
    return letters <= MOST_LETTERS;
  });
}

/**
 * Questions to the sources that can be asked: again at once when one says fail, and ahead of each step and of each decay of what
 * it said, before its silence is held against the fix.
 *
 *     F ? ─ asked again at once        ? ── askAhead ── step, or last pass + greatest age: late ─ ? ── askAhead ── unproven
 *
 * @param pending fails that do not count yet
 */
export function askingsOf(
  checks: readonly { readonly check: SignalCheck; readonly index: number }[],
  known: Known,
  pending: readonly {
    readonly check: number;
    readonly source: string;
    readonly resource: string;
    readonly from: number;
  }[],
  course: Pick<PlanCourse, 'expectedAt' | 'isThrough'>,
  policy: VerdictPolicy,
  clock: VerdictClock,
): AskingDue[] {
  const isPending = (index: number, { source, resource }: SourceHistory) =>
    pending.some((one) => one.check === index && one.source === source && one.resource === resource);
  const ofFails = pending
    .filter(({ source }) => policy.askable.includes(source))
    .map(({ from, ...key }): AskingDue => ({ ...key, because: 'fail', at: from }));
  const ahead = checks.flatMap(({ check, index }) => {
    const histories = known.histories[index] ?? [];
    return askableOf(check, histories, policy).flatMap((source) => {
      const own = histories.filter((one) => one.source === source);
      const found = course.isThrough
        ? decays(check, own, policy, clock)
        : aheadOfStep(
            check,
            own.filter((one) => !isPending(index, one)),
            course,
            policy,
            clock,
          );
      return found.map((one): AskingDue => ({ check: index, source, ...one }));
    });
  });
  return mostAskings([...ofFails, ...ahead]);
}

type Ahead = Pick<AskingDue, 'resource' | 'because' | 'at'>;

/** Sources of the plan that can be asked; without any there, those that have spoken. */
function askableOf(
  { sources }: SignalCheck,
  histories: readonly SourceHistory[],
  { askable }: VerdictPolicy,
): string[] {
  const named = sources ?? histories.map(({ source }) => source);
  return [...new Set(named)].filter((source) => askable.includes(source));
}

/**
 * Each resource that the plan names; without any there, the subject as a whole, and each resource of which the last word is a
 * fail: that holds back proof until the source speaks of this very resource again.
 */
function aheadOfStep(
  { resources }: SignalCheck,
  own: readonly SourceHistory[],
  { expectedAt }: Pick<PlanCourse, 'expectedAt'>,
  policy: VerdictPolicy,
  clock: VerdictClock,
): Ahead[] {
  const times = dueBy(expectedAt, policy, clock);
  const failing = own.filter((one) => lastOutcomeOf(one) === 'fail').map(({ resource }) => resource);
  const asked = resources ?? [WHOLE_SUBJECT, ...failing];
  return times.flatMap((at) => [...new Set(asked)].map((resource): Ahead => ({ resource, because: 'step', at })));
}

/** Times before which a source is asked, as far as that has come: when its silence is late, and, in case that brought nothing, unproven. */
function dueBy(lateAt: number, { askAhead, unprovenAfter }: VerdictPolicy, clock: VerdictClock): number[] {
  if (!clock.reached(lateAt - askAhead)) return [];
  const unprovenAt = lateAt + unprovenAfter;
  return clock.reached(Math.max(lateAt, unprovenAt - askAhead)) ? [lateAt, unprovenAt] : [lateAt];
}

/** By what the source itself said: the age of the plan as a whole moves with every pass of another source. */
function decays(
  { resources }: SignalCheck,
  own: readonly SourceHistory[],
  policy: VerdictPolicy,
  clock: VerdictClock,
): Ahead[] {
  return (resources ?? [undefined]).flatMap((named): Ahead[] => {
    const about = own.filter(({ resource }) => named === undefined || resource === named);
    const at = Math.max(Number.NEGATIVE_INFINITY, ...about.map(lastPassOf));
    if (!Number.isFinite(at)) return [];
    return dueBy(at + policy.evidenceMaxAge, policy, clock).map((due) => ({
      resource: named ?? WHOLE_SUBJECT,
      because: 'decay',
      at: due - policy.evidenceMaxAge,
    }));
  });
}
