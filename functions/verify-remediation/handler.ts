import type { Telemetry } from '../../runtime/telemetry.ts';
import { type RemainingTime, timeLeft } from '../../runtime/time-left.ts';
import { type VerifyDueDependencies, verifyDue } from '../../shared/verification/verify-due.ts';

export type VerifyRemediationDependencies = Omit<VerifyDueDependencies, 'hasTime'> & {
  newId: () => string;
  telemetry: Telemetry;
};

/** Verifies the fixes that are due. */
export function verifyRemediation(deps: VerifyRemediationDependencies) {
  return async (_event: unknown, context: RemainingTime): Promise<void> => {
    const actor = { kind: 'system' as const, id: 'verify-remediation' };
    const cause = { actor, correlationId: `verify:${deps.newId()}`, hops: 0 };
    const happened = await verifyDue({ ...deps, hasTime: timeLeft(context) }, cause);
    deps.telemetry.info('verified what was due', Object.fromEntries(happened));
    for (const [type, times] of happened) deps.telemetry.count(type.replaceAll(' ', ''), times);
  };
}
