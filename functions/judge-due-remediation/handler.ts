import { onMessages, type QueueDependencies } from '../../runtime/queue/queue-messages.ts';
import { systemCause } from '../../runtime/system-cause.ts';
import type { Telemetry } from '../../runtime/telemetry.ts';
import { DueFix } from '../../shared/verification/due-fix.ts';
import { type JudgeFixDependencies, judgeFix } from '../../shared/verification/judge-fix.ts';

export type JudgeDueDependencies = JudgeFixDependencies &
  QueueDependencies & { newId: () => string; telemetry: Telemetry };

/** Judges claimed fixes whose verdict may have changed by time alone, each message by itself. */
export function judgeDueRemediationHandler(deps: JudgeDueDependencies) {
  return onMessages(deps, async (body) => {
    const cause = systemCause('judge-due-remediation', `verify:${deps.newId()}`);
    const events = await judgeFix(deps, DueFix.parse(body), cause);
    for (const { type } of events) deps.telemetry.count(type.replaceAll(' ', ''));
  });
}
