import type { Telemetry } from '../../runtime/telemetry.ts';
import { type SweepIncidentsDependencies, sweepIncidents as sweep } from '../../shared/intake/sweep-incidents.ts';

/** Finds the closed incidents that no webhook told. */
export function sweepIncidents(deps: SweepIncidentsDependencies & { telemetry: Telemetry }) {
  return async (): Promise<void> => {
    const actor = { kind: 'system' as const, id: 'sweep-incidents' };
    const found = await sweep(deps, { actor, correlationId: `sweep:${deps.newId()}`, hops: 0 });
    deps.telemetry.count('ClosureFoundBySweep', found);
  };
}
