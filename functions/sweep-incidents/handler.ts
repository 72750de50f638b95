import { systemCause } from '../../runtime/system-cause.ts';
import type { Telemetry } from '../../runtime/telemetry.ts';
import { type RemainingTime, timeToBegin } from '../../runtime/time-left.ts';
import { unlessPostponed } from '../../runtime/unless-postponed.ts';
import { type SweepIncidentsDependencies, sweepIncidents } from '../../shared/intake/sweep-incidents.ts';

/** Finds the closed incidents that no webhook told. */
export function sweepIncidentsHandler(
  deps: Omit<SweepIncidentsDependencies, 'timeLeftMs' | 'onProblem'> & { telemetry: Telemetry },
) {
  return async (_event: unknown, context: RemainingTime): Promise<void> => {
    const timeLeftMs = timeToBegin(context);
    const cause = systemCause('sweep-incidents', `sweep:${deps.newId()}`);
    const onProblem: SweepIncidentsDependencies['onProblem'] = (what, facts) => {
      deps.telemetry.count(what);
      deps.telemetry.warn(what, facts);
    };
    await unlessPostponed(deps.telemetry, async () => {
      const found = await sweepIncidents({ ...deps, timeLeftMs, onProblem }, cause);
      deps.telemetry.count('ClosureFoundBySweep', found);
    });
  };
}
