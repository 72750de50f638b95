import * as z from 'zod';
import { systemCause } from '../../runtime/system-cause.ts';
import type { Telemetry } from '../../runtime/telemetry.ts';
import { type RemainingTime, timeToBegin } from '../../runtime/time-left.ts';
import { unlessPostponed } from '../../runtime/unless-postponed.ts';
import { type BackfillPortion, BackfillRequest } from '../../shared/domain/ticket/backfill.ts';
import { type BackfillDependencies, backfillPortion } from '../../shared/intake/backfill.ts';
import { type SweepIncidentsDependencies, sweepIncidents } from '../../shared/intake/sweep-incidents.ts';

type Dependencies = Omit<SweepIncidentsDependencies, 'timeLeftMs' | 'onProblem'> &
  Pick<BackfillDependencies, 'unreadSince'> & { telemetry: Telemetry };

/** Payload of `holdfast backfill`. A schedule sends another. */
const Call = z.object({ backfill: BackfillRequest.optional() });

/** Finds the closed incidents that no webhook told; asked for a backfill, those of the past. */
export function sweepIncidentsHandler(deps: Dependencies) {
  return async (event: unknown, context: RemainingTime): Promise<BackfillPortion | undefined> => {
    const { backfill } = Call.parse(event ?? {});
    if (backfill !== undefined) return backfillOf(deps, backfill, context);
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
    return undefined;
  };
}

/** Whoever waits for a portion sees how it gets on. */
const PORTION_MS = 45_000;

async function backfillOf(
  deps: Dependencies,
  request: BackfillRequest,
  context: RemainingTime,
): Promise<BackfillPortion> {
  const timeLeft = timeToBegin(context);
  const keptMs = Math.max(0, timeLeft() - PORTION_MS);
  const cause = systemCause('sweep-incidents', `backfill:${deps.newId()}`);
  deps.unreadSince();
  const portion = await backfillPortion({ ...deps, timeLeftMs: () => timeLeft() - keptMs }, request, cause);
  if (portion.outcome === 'looked') {
    const { isDryRun, since, until } = request;
    const told = portion.scopes.reduce((sum, scope) => sum + scope.told, 0);
    if (!isDryRun) deps.telemetry.count('ClosureFoundByBackfill', told);
    deps.telemetry.info('portion of a backfill', { source: request.source, since, until, isDryRun, told });
  }
  return portion;
}
