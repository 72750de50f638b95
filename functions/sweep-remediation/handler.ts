import { systemCause } from '../../runtime/system-cause.ts';
import type { Telemetry } from '../../runtime/telemetry.ts';
import { type RemainingTime, timeToBegin } from '../../runtime/time-left.ts';
import { unlessPostponed } from '../../runtime/unless-postponed.ts';
import { type SweepDependencies, sweepRemediations } from '../../shared/sweep/sweep-remediations.ts';

/** Finds what no event told. */
export function sweepRemediationHandler(
  deps: Omit<SweepDependencies, 'timeLeftMs' | 'onProblem'> & { telemetry: Telemetry },
) {
  return async (_event: unknown, context: RemainingTime): Promise<void> => {
    const timeLeftMs = timeToBegin(context);
    const cause = systemCause('sweep-remediation', `sweep:${deps.newId()}`);
    const onProblem: SweepDependencies['onProblem'] = (what, facts) => {
      deps.telemetry.count(what);
      deps.telemetry.warn(what, facts);
    };
    await unlessPostponed(deps.telemetry, async () => {
      await sweepRemediations({ ...deps, timeLeftMs, onProblem }, cause);
      deps.telemetry.count('RemediationsSwept');
    });
  };
}
