import type { Watch } from './claim.ts';
import type { WatchedRemediation } from './remediation.ts';
import { commonOf, type RemediationEventOf, withoutOverdue } from './transitions.ts';

/** Events by which a verdict changes where a claim stands. */
export type VerdictEvent = RemediationEventOf<
  | 'Remediation Doubted'
  | 'Remediation Doubt Ended'
  | 'Remediation Check Passed'
  | 'Remediation Check Inconclusive'
  | 'Remediation Check Rescheduled'
  | 'Remediation Evidence Late'
  | 'Remediation Unproven'
  | 'Remediation Set Back'
  | 'Remediation Held'
  | 'Remediation Verified'
>;

/** A claim after a verdict. Events say where it stands as a whole; those from before they did are read as they were meant. */
export function afterVerdict(state: WatchedRemediation, event: VerdictEvent): WatchedRemediation {
  if (event.type === 'Remediation Verified') return verified(state, event);
  if (event.type === 'Remediation Check Inconclusive') {
    return { ...withoutDoubt(state), nextCheckAt: event.data.retryAt };
  }
  const { watch, at } = event.data;
  if (watch === undefined) return afterEarlierVerdict(state, event);
  const isStillVerified =
    state.state === 'verified' &&
    (event.type === 'Remediation Check Passed' || event.type === 'Remediation Check Rescheduled');
  return isStillVerified ? { ...bare(state), ...watch, lastCheckAt: at } : onItsWay(state, watch, at);
}

/** A fix that is not verified now. */
function onItsWay(state: WatchedRemediation, watch: Watch, at: string | undefined): WatchedRemediation {
  const lastCheckAt = at ?? state.lastCheckAt;
  const common = {
    ...(watch.silence?.rung === 'unproven' ? commonOf(state) : withoutOverdue(commonOf(state))),
    ticket: state.ticket,
    claim: state.claim,
    ...provenAt(state),
    ...(lastCheckAt === undefined ? {} : { lastCheckAt }),
    ...watch,
  };
  return watch.step === 0
    ? { ...common, state: 'claimed', step: 0 }
    : { ...common, state: 'verifying', step: watch.step };
}

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
    ...(watch === undefined ? {} : { provenAt: at, ...provenAt(state) }),
    ...(grade === undefined ? {} : { grade }),
  };
}

/** Events from before they said where a claim stands as a whole. */
function afterEarlierVerdict(
  state: WatchedRemediation,
  event: Exclude<VerdictEvent, RemediationEventOf<'Remediation Verified' | 'Remediation Check Inconclusive'>>,
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
  heldUntil: ____,
  ...rest
}: State): Omit<State, 'nextCheckAt' | 'doubt' | 'silence' | 'heldUntil'> {
  return rest;
}
