import { systemCause } from '../../runtime/system-cause.ts';
import type { Telemetry } from '../../runtime/telemetry.ts';
import { type RemainingTime, timeLeft } from '../../runtime/time-left.ts';
import type { EventType } from '../../shared/domain/events/events.ts';
import { runAll } from '../../shared/run-all.ts';
import { type LookAtAllDependencies, lookAtAllOnce } from '../../shared/verification/look-at-all.ts';
import { type SendDueDependencies, sendDue } from '../../shared/verification/send-due.ts';

export type VerifyRemediationDependencies = Omit<SendDueDependencies & LookAtAllDependencies, 'hasTime'> & {
  newId: () => string;
  telemetry: Telemetry;
};

/** Sends the fixes that are due to those who judge them, and once after an upgrade judges all others. */
export function verifyRemediationHandler(deps: VerifyRemediationDependencies) {
  return async (_event: unknown, context: RemainingTime): Promise<void> => {
    const cause = systemCause('verify-remediation', `verify:${deps.newId()}`);
    const withTime = { ...deps, hasTime: timeLeft(context) };
    const send = async () => {
      const { sent, isThrough } = await sendDue(withTime);
      deps.telemetry.info('sent what is due', { sent, isThrough });
      deps.telemetry.count('DueFixesSent', sent);
    };
    const lookAtAll = async () => {
      const happened: ReadonlyMap<EventType, number> = await lookAtAllOnce(withTime, cause);
      deps.telemetry.info('looked at what stood before the upgrade', Object.fromEntries(happened));
      for (const [type, times] of happened) deps.telemetry.count(type.replaceAll(' ', ''), times);
    };
    await runAll([
      { name: 'what is due', run: send },
      { name: 'what stood before the upgrade', run: lookAtAll },
    ]);
  };
}
