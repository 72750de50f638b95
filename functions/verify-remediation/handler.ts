import type { Telemetry } from '../../runtime/telemetry.ts';
import { type RemainingTime, timeLeft } from '../../runtime/time-left.ts';
import { type SendDueDependencies, sendDue } from '../../shared/verification/send-due.ts';

export type VerifyRemediationDependencies = Omit<SendDueDependencies, 'hasTime'> & { telemetry: Telemetry };

/** Sends the fixes that are due to those who judge them. */
export function verifyRemediationHandler(deps: VerifyRemediationDependencies) {
  return async (_event: unknown, context: RemainingTime): Promise<void> => {
    const { sent, isThrough } = await sendDue({ ...deps, hasTime: timeLeft(context) });
    deps.telemetry.info('sent what is due', { sent, isThrough });
    deps.telemetry.count('DueFixesSent', sent);
  };
}
