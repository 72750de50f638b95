import type { Cause } from '../domain/events/recorded-event.ts';
import type { Signal, Subject } from '../domain/verification/signal.ts';
import { runAll } from '../run-all.ts';
import type { Watcher } from '../store/queues/watchers.ts';
import { type JudgeFixDependencies, judgeFix } from './judge-fix.ts';

export type TakeUpDependencies = JudgeFixDependencies & {
  watchersOf: (subject: Subject, how: { isLatest: boolean }) => AsyncIterable<Watcher>;
  /** Brings the last words of the signal's source in step with it. */
  rememberWord: (signal: Signal) => Promise<'news' | 'more of the same'>;
};

/** Fixes that are judged at once: a control that many rest on is still taken up within the time of one run. */
const FIXES_AT_ONCE = 10;

/**
 * Judges every claimed fix that is checked against the subject of a signal that arrived. One that judges nothing is counted, and
 * wakes nobody.
 *
 * @returns how often something changed
 * @throws AggregateError with all that failed; the others are judged
 */
export async function takeUpSignal(deps: TakeUpDependencies, signal: Signal, cause: Cause): Promise<number> {
  const news = await deps.rememberWord(signal);
  if (signal.outcome === 'not judged') return 0;
  const isMore = news === 'more of the same';
  let changes = 0;
  async function* tasks() {
    for await (const watcher of deps.watchersOf(signal.subject, { isLatest: !isMore })) {
      yield {
        name: `remediation ${watcher.remediationId}`,
        run: async () => {
          if (isMore && watcher.isAtRest) return;
          changes += (await judgeFix(deps, watcher, cause)).length;
        },
      };
    }
  }
  await runAll(tasks(), FIXES_AT_ONCE);
  return changes;
}
