import { type BusEventDependencies, onBusEvents } from '../../runtime/queue/bus-events.ts';
import type { Telemetry } from '../../runtime/telemetry.ts';
import { type BulkClosingDependencies, noticeBulkClosing } from '../../shared/tickets/notice-bulk-closing.ts';
import { judgeFix } from '../../shared/verification/judge-fix.ts';
import { type TakeUpDependencies, takeUpSignal } from '../../shared/verification/take-up-signal.ts';

/**
 * Judges claimed fixes when something is heard of them: a signal, an attestation, or the claim itself; and says of a claim, or of a closing
 * that claims nothing, whether it is one of many that one person made at once.
 */
export function judgeRemediationHandler(
  deps: TakeUpDependencies & BulkClosingDependencies & BusEventDependencies & { telemetry: Telemetry },
) {
  return onBusEvents('judge-remediation', deps, async (event, cause) => {
    // One is no claim, and the other is judged already.
    if (event.type === 'Remediation Closed Without Claim' || event.type === 'Remediation Vouched For') {
      return noticeBulkClosing(deps, event, cause);
    }
    const changes =
      event.type === 'Signal Recorded'
        ? await takeUpSignal(deps, event.data.signal, cause)
        : (await judgeFix(deps, event.data, cause)).length;
    deps.telemetry.count('VerdictsChanged', changes);
    // What is wrong with one of these fixes fails the message, and what it is mainly for is done by then.
    if (event.type === 'Remediation Claimed') await noticeBulkClosing(deps, event, cause);
  });
}
