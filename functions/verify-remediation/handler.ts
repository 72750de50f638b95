import { systemCause } from '../../runtime/system-cause.ts';
import type { Telemetry } from '../../runtime/telemetry.ts';
import { type RemainingTime, timeLeft } from '../../runtime/time-left.ts';
import type { EventType } from '../../shared/domain/events/events.ts';
import { runAll } from '../../shared/run-all.ts';
import { lookAtAllOnce } from '../../shared/verification/look-at-all.ts';
import { type VerifyDueDependencies, verifyDue } from '../../shared/verification/verify-due.ts';

export type VerifyRemediationDependencies = Omit<VerifyDueDependencies, 'hasTime'> & {
  newId: () => string;
  telemetry: Telemetry;
};

/** Verifies the fixes that are due, and once after an upgrade all others. */
export function verifyRemediationHandler(deps: VerifyRemediationDependencies) {
  return async (_event: unknown, context: RemainingTime): Promise<void> => {
    const cause = systemCause('verify-remediation', `verify:${deps.newId()}`);
    const withTime = { ...deps, hasTime: timeLeft(context) };
    const tell = (what: string, happened: ReadonlyMap<EventType, number>) => {
      deps.telemetry.info(what, Object.fromEntries(happened));
      for (const [type, times] of happened) deps.telemetry.count(type.replaceAll(' ', ''), times);
    };
    await runAll([
      { name: 'what is due', run: async () => tell('verified what was due', await verifyDue(withTime, cause)) },
      {
        name: 'what stood before the upgrade',
        run: async () => tell('looked at what stood before the upgrade', await lookAtAllOnce(withTime, cause)),
      },
    ]);
  };
}
