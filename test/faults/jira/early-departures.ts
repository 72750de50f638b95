import { type LimitedRequest, limitScopesOf } from '../../../shared/jira/limits/limit-scope.ts';
import { partitions } from '../../../shared/store/keys.ts';
import type { TableWrite } from '../table/memory-table.ts';
import type { Timeline } from '../weather/timeline.ts';

/** A request that left although the table said for a while that its part of the site is to be left alone. */
export type EarlyDeparture = LimitedRequest & {
  readonly scope: string;
  readonly at: number;
  readonly notBefore: number;
};

/**
 * Who left so soon after a floor was kept may have read before: a read of several pages takes as long as the table is slow. Shorter than any
 * Retry-After of a storm.
 */
const MAY_HAVE_READ_BEFORE_MS = 20_000;

/** Holds requests to Jira, at the moment when they leave, against the floors that the table kept. */
export function createEarlyDepartures({ nowMs }: Pick<Timeline, 'nowMs'>) {
  const kept: { scope: string; notBefore: number; at: number }[] = [];
  const early: EarlyDeparture[] = [];
  return {
    onWrite({ pk, item }: TableWrite): void {
      if (!pk.startsWith(partitions.limits(''))) return;
      kept.push({ scope: item.sk, notBefore: Number(item.notBefore), at: nowMs() });
    },

    leaves(request: LimitedRequest): void {
      const at = nowMs();
      const scopes: readonly string[] = limitScopesOf(request);
      const floor = kept.find(
        ({ scope, notBefore, at: keptAt }) =>
          scopes.includes(scope) && at < notBefore && at - keptAt > MAY_HAVE_READ_BEFORE_MS,
      );
      if (floor !== undefined) early.push({ ...request, scope: floor.scope, at, notBefore: floor.notBefore });
    },

    all: (): readonly EarlyDeparture[] => early,
  };
}

export type EarlyDepartures = ReturnType<typeof createEarlyDepartures>;
