import { systemCause } from '../../runtime/system-cause.ts';
import type { Telemetry } from '../../runtime/telemetry.ts';
import { type SweepIncidentsDependencies, sweepIncidents } from '../../shared/intake/sweep-incidents.ts';

/** Finds the closed incidents that no webhook told. */
export function sweepIncidentsHandler(deps: SweepIncidentsDependencies & { telemetry: Telemetry }) {
  return async (): Promise<void> => {
    const found = await sweepIncidents(deps, systemCause('sweep-incidents', `sweep:${deps.newId()}`));
    deps.telemetry.count('ClosureFoundBySweep', found);
  };
}
