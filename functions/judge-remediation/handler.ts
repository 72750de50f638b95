import { type BusEventDependencies, onBusEvents } from '../../runtime/queue/bus-events.ts';
import type { Telemetry } from '../../runtime/telemetry.ts';
import { judgeFix } from '../../shared/verification/judge-fix.ts';
import { type TakeUpDependencies, takeUpSignal } from '../../shared/verification/take-up-signal.ts';

/** Judges claimed fixes when something is heard of them: a signal, an attestation, or the claim itself. */
export function judgeRemediationHandler(deps: TakeUpDependencies & BusEventDependencies & { telemetry: Telemetry }) {
  return onBusEvents('judge-remediation', deps, async (event, cause) => {
    const changes =
      event.type === 'Signal Recorded'
        ? await takeUpSignal(deps, event.data.signal, cause)
        : (await judgeFix(deps, event.data, cause)).length;
    deps.telemetry.count('VerdictsChanged', changes);
  });
}
