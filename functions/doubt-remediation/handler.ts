import { type BusEventDependencies, onBusEvents } from '../../runtime/queue/bus-events.ts';
import type { Telemetry } from '../../runtime/telemetry.ts';
import { type TakeUpDependencies, takeUpClaim, takeUpSignal } from '../../shared/verification/take-up-signal.ts';

/** Has fixes checked soon of which a source says that they do not hold, whichever is heard of first: the fail or the claim. */
export function doubtRemediationHandler(deps: TakeUpDependencies & BusEventDependencies & { telemetry: Telemetry }) {
  return onBusEvents('doubt-remediation', deps, async (event, cause) => {
    const doubted =
      event.type === 'Remediation Claimed'
        ? await takeUpClaim(deps, event.data, cause)
        : await takeUpSignal(deps, event.data.signal, cause);
    deps.telemetry.count('RemediationDoubted', doubted);
  });
}
