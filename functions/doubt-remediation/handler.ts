import { type BusEventDependencies, onBusEvents } from '../../runtime/queue/bus-events.ts';
import type { Telemetry } from '../../runtime/telemetry.ts';
import { type TakeUpDependencies, takeUpSignal } from '../../shared/verification/take-up-signal.ts';

/** Has fixes checked soon of which a source says that they do not hold. */
export function doubtRemediationHandler(deps: TakeUpDependencies & BusEventDependencies & { telemetry: Telemetry }) {
  return onBusEvents('doubt-remediation', deps, async ({ data: { signal } }, cause) => {
    deps.telemetry.count('RemediationDoubted', await takeUpSignal(deps, signal, cause));
  });
}
