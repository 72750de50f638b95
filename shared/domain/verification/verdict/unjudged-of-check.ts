import type { CheckResult } from '../check-result.ts';
import { WHOLE_SUBJECT } from '../signal.ts';
import { isAccepted, type SignalCheck } from './evidence.ts';
import { MOST_UNJUDGED, NONE_UNJUDGED } from './not-judged.ts';
import type { SourceHistory } from './stretches.ts';

/**
 * How often the sources of a check did not judge since a time, each since its last word that did, and the newest of these words.
 * They change no verdict, and tell why there may be none.
 *
 * @param since of the claim, in milliseconds since 1970
 * @returns undefined when there are none
 */
export function unjudgedOf(
  check: SignalCheck,
  histories: readonly SourceHistory[],
  since: number,
): CheckResult['notJudged'] {
  const found = histories
    .filter((one) => isAccepted(check, one))
    .flatMap(({ source, resource, notJudged: { times, reason } = NONE_UNJUDGED }) => {
      const later = times.filter((at) => at > since);
      const at = later.at(-1);
      const hasMore = later.length === MOST_UNJUDGED;
      return at === undefined ? [] : [{ count: later.length, hasMore, source, resource, at, reason }];
    });
  const newest = found.toSorted((a, b) => a.at - b.at || (a.resource < b.resource ? -1 : 1)).at(-1);
  if (newest === undefined) return undefined;
  const { source, resource, at, reason } = newest;
  return {
    count: found.reduce((sum, { count }) => sum + count, 0),
    ...(found.some(({ hasMore }) => hasMore) ? { hasMore: true as const } : {}),
    newest: {
      at: new Date(at).toISOString(),
      source,
      ...(resource === WHOLE_SUBJECT ? {} : { resource }),
      ...(reason === undefined ? {} : { reason }),
    },
  };
}
