import { mostAskings } from '../verification/verdict/askings.ts';
import type { Watch } from './claim.ts';
import type { RemediationCommon, WatchedRemediation } from './remediation.ts';
import { commonOf, type RemediationEventOf, withoutOverdue } from './transitions.ts';

/** Events by which a verdict changes where a claim stands. */
export type VerdictEvent = RemediationEventOf<
  | 'Remediation Doubted'
  | 'Remediation Doubt Ended'
  | 'Remediation Source Asked'
  | 'Remediation Check Passed'
  | 'Remediation Check Inconclusive'
  | 'Remediation Check Rescheduled'
  | 'Remediation Silence Excused'
  | 'Remediation Evidence Late'
  | 'Remediation Unproven'
  | 'Remediation Set Back'
  | 'Remediation Held'
  | 'Remediation Verified'
  | 'Remediation Regraded'
>;

/** A claim after a verdict. Events say where it stands as a whole; those from before they did are read as they were meant. */
export function afterVerdict(state: WatchedRemediation, event: VerdictEvent): WatchedRemediation {
  if (event.type === 'Remediation Verified') return verified(state, event);
  if (event.type === 'Remediation Source Asked') return asked(state, event);
  if (event.type === 'Remediation Regraded') return regraded(state, event);
  if (event.type === 'Remediation Check Inconclusive') {
    return { ...withoutDoubt(state), nextCheckAt: event.data.retryAt };
  }
  const { watch, at } = event.data;
  if (watch === undefined) return afterEarlierVerdict(state, event);
  const isStillVerified =
    state.state === 'verified' &&
    watch.step >= state.steps.length &&
    (event.type === 'Remediation Check Passed' || event.type === 'Remediation Check Rescheduled');
  return isStillVerified ? { ...bare(state), ...watch, lastCheckAt: at } : onItsWay(state, watch, at);
}

/** A question changes only when to look again. */
function asked(
  state: WatchedRemediation,
  { data: { asking, watch, at } }: RemediationEventOf<'Remediation Source Asked'>,
): WatchedRemediation {
  // As many are remembered as one verdict asks, or it would ask again. Older ones are about what has passed.
  const newestFirst = mostAskings([asking, ...(state.asked ?? []).toReversed()]);
  const next = { ...state, asked: newestFirst.toReversed() };
  if (watch === undefined) return next;
  const isStillVerified = next.state === 'verified' && watch.step >= next.steps.length;
  return isStillVerified ? { ...bare(next), ...watch, lastCheckAt: at } : onItsWay(next, watch, at);
}

/** A fix that is not verified now. */
function onItsWay(state: WatchedRemediation, watch: Watch, at: string | undefined): WatchedRemediation {
  const lastCheckAt = at ?? state.lastCheckAt;
  const common = {
    ...(watch.silence?.rung === 'unproven' ? overdueAgain(state) : withoutOverdue(commonOf(state))),
    ticket: state.ticket,
    claim: state.claim,
    ...provenAt(state),
    ...askedOf(state),
    ...regradingOf(state),
    ...(lastCheckAt === undefined ? {} : { lastCheckAt }),
    ...watch,
  };
  return watch.step === 0
    ? { ...common, state: 'claimed', step: 0 }
    : { ...common, state: 'verifying', step: watch.step };
}

/** A date that was told to be over is told once; it is over all the same when proof is missing again. */
function overdueAgain(state: WatchedRemediation): RemediationCommon {
  const common = commonOf(state);
  return state.overdueTold === state.dueAt ? { ...common, overdueSince: state.dueAt } : common;
}

const askedOf = ({ asked: questions }: WatchedRemediation): Pick<WatchedRemediation, 'asked'> =>
  questions === undefined ? {} : { asked: questions };

/** Time of the first proof of a claim. */
function provenAt(state: WatchedRemediation): { provenAt?: string } {
  const at = state.provenAt ?? (state.state === 'verified' ? state.verifiedAt : undefined);
  return at === undefined ? {} : { provenAt: at };
}

function verified(
  state: WatchedRemediation,
  { data: { at, nextCheckAt, grade, watch } }: RemediationEventOf<'Remediation Verified'>,
): WatchedRemediation {
  return {
    ...withoutOverdue(commonOf(state)),
    state: 'verified',
    ticket: state.ticket,
    claim: state.claim,
    ...(watch ?? (nextCheckAt === undefined ? {} : { nextCheckAt })),
    lastCheckAt: at,
    verifiedAt: at,
    ...askedOf(state),
    ...(watch === undefined ? {} : { provenAt: at, ...provenAt(state) }),
    ...regradingOf(state),
    ...(grade === undefined ? {} : { grade }),
  };
}

/** A fix that had been called verified counts as proven once: if it fails, it broke. */
function regraded(
  state: WatchedRemediation,
  { data: { at, upgradedAt, watch, found } }: RemediationEventOf<'Remediation Regraded'>,
): WatchedRemediation {
  const marked = { ...state, ...provenAt(state), regraded: { at, upgradedAt } };
  if (marked.state !== 'verified' || found === 'awaiting' || found === 'late' || found === 'in doubt') {
    return onItsWay(marked, watch, at);
  }
  return { ...bare(marked), ...watch, grade: found, lastCheckAt: at };
}

const regradingOf = ({ regraded: regrading }: WatchedRemediation) =>
  regrading === undefined ? {} : { regraded: regrading };

/** Events from before they said where a claim stands as a whole. */
function afterEarlierVerdict(
  state: WatchedRemediation,
  event: Exclude<
    VerdictEvent,
    RemediationEventOf<
      'Remediation Verified' | 'Remediation Regraded' | 'Remediation Check Inconclusive' | 'Remediation Source Asked'
    >
  >,
): WatchedRemediation {
  switch (event.type) {
    case 'Remediation Doubted': {
      const { observedAt: at, source, nextCheckAt } = event.data;
      const { nextCheckAt: regularCheckAt } = state;
      return withNext(
        { ...state, doubt: { at, source, ...(regularCheckAt === undefined ? {} : { regularCheckAt }) } },
        nextCheckAt,
      );
    }
    case 'Remediation Check Passed': {
      const { at: lastCheckAt, nextCheckAt } = event.data;
      const passed = withNext({ ...withoutDoubt(state), lastCheckAt }, nextCheckAt);
      return passed.state === 'verified' ? passed : { ...passed, state: 'verifying', step: passed.step + 1 };
    }
    default:
      return withNext(withoutDoubt(state), event.data.nextCheckAt);
  }
}

const withNext = <State extends WatchedRemediation>(state: State, nextCheckAt: string | undefined): State =>
  nextCheckAt === undefined ? state : { ...state, nextCheckAt };

function withoutDoubt({ doubt: _, ...rest }: WatchedRemediation): WatchedRemediation {
  return rest;
}

/** A claim without where it stands. */
function bare<State extends WatchedRemediation>({
  nextCheckAt: _,
  doubt: __,
  silence: ___,
  excused: ____,
  heldUntil: _____,
  ...rest
}: State): Omit<State, 'nextCheckAt' | 'doubt' | 'silence' | 'excused' | 'heldUntil'> {
  return rest;
}
