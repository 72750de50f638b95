import type { Telemetry } from '../../runtime/telemetry.ts';
import { type VerifyDueDependencies, verifyDue } from '../../shared/verification/verify-due.ts';

/** A run stops this long before Lambda would cut it off. */
const RESERVE_MS = 10_000;

export type VerifyRemediationDependencies = Omit<VerifyDueDependencies, 'hasTime'> & {
  newId: () => string;
  telemetry: Telemetry;
};

/** Verifies the fixes that are due. */
export function verifyRemediation(deps: VerifyRemediationDependencies) {
  return async (_event: unknown, context: { getRemainingTimeInMillis: () => number }): Promise<void> => {
    const actor = { kind: 'system' as const, id: 'verify-remediation' };
    const cause = { actor, correlationId: `verify:${deps.newId()}`, hops: 0 };
    const hasTime = () => context.getRemainingTimeInMillis() > RESERVE_MS;
    const happened = await verifyDue({ ...deps, hasTime }, cause);
    deps.telemetry.info('verified what was due', Object.fromEntries(happened));
    for (const [type, times] of happened) deps.telemetry.count(type.replaceAll(' ', ''), times);
  };
}
