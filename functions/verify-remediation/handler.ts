import { systemCause } from '../../runtime/system-cause.ts';
import type { Telemetry } from '../../runtime/telemetry.ts';
import { type RemainingTime, timeLeft } from '../../runtime/time-left.ts';
import { type VerifyDueDependencies, verifyDue } from '../../shared/verification/verify-due.ts';

export type VerifyRemediationDependencies = Omit<VerifyDueDependencies, 'hasTime'> & {
  newId: () => string;
  telemetry: Telemetry;
};

/** Verifies the fixes that are due. */
export function verifyRemediationHandler(deps: VerifyRemediationDependencies) {
  return async (_event: unknown, context: RemainingTime): Promise<void> => {
    const cause = systemCause('verify-remediation', `verify:${deps.newId()}`);
    const happened = await verifyDue({ ...deps, hasTime: timeLeft(context) }, cause);
    deps.telemetry.info('verified what was due', Object.fromEntries(happened));
    for (const [type, times] of happened) deps.telemetry.count(type.replaceAll(' ', ''), times);
  };
}
