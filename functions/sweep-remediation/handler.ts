import type { Telemetry } from '../../runtime/telemetry.ts';
import { type SweepDependencies, sweepRemediations } from '../../shared/sweep/sweep-remediations.ts';

/** Finds what no event told. */
export function sweepRemediation(deps: SweepDependencies & { newId: () => string; telemetry: Telemetry }) {
  return async (): Promise<void> => {
    const actor = { kind: 'system' as const, id: 'sweep-remediation' };
    await sweepRemediations(deps, { actor, correlationId: `sweep:${deps.newId()}`, hops: 0 });
    deps.telemetry.count('RemediationsSwept');
  };
}
