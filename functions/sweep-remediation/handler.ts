import { systemCause } from '../../runtime/system-cause.ts';
import type { Telemetry } from '../../runtime/telemetry.ts';
import { type RemainingTime, timeToBegin } from '../../runtime/time-left.ts';
import { type SweepDependencies, sweepRemediations } from '../../shared/sweep/sweep-remediations.ts';

/** Finds what no event told. */
export function sweepRemediationHandler(
  deps: Omit<SweepDependencies, 'timeLeftMs' | 'onProblem'> & { newId: () => string; telemetry: Telemetry },
) {
  return async (_event: unknown, context: RemainingTime): Promise<void> => {
    await sweepRemediations(
      {
        ...deps,
        timeLeftMs: timeToBegin(context),
        onProblem: (what, facts) => {
          deps.telemetry.count(what);
          deps.telemetry.warn(what, facts);
        },
      },
      systemCause('sweep-remediation', `sweep:${deps.newId()}`),
    );
    deps.telemetry.count('RemediationsSwept');
  };
}
