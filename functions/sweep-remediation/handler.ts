import type { Telemetry } from '../../runtime/telemetry.ts';
import { type RemainingTime, timeLeft } from '../../runtime/time-left.ts';
import { type SweepDependencies, sweepRemediations } from '../../shared/sweep/sweep-remediations.ts';

/** Finds what no event told. */
export function sweepRemediation(
  deps: Omit<SweepDependencies, 'hasTime' | 'mend'> & { newId: () => string; telemetry: Telemetry },
) {
  return async (_event: unknown, context: RemainingTime): Promise<void> => {
    const actor = { kind: 'system' as const, id: 'sweep-remediation' };
    await sweepRemediations(
      {
        ...deps,
        hasTime: timeLeft(context),
        mend: (what, facts) => {
          deps.telemetry.count(what);
          deps.telemetry.warn(what, facts);
        },
      },
      { actor, correlationId: `sweep:${deps.newId()}`, hops: 0 },
    );
    deps.telemetry.count('RemediationsSwept');
  };
}
