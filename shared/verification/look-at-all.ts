import type { EventType } from '../domain/events/events.ts';
import type { Cause } from '../domain/events/recorded-event.ts';
import { isWatched } from '../domain/remediation/remediation.ts';
import { runAll, type Task } from '../run-all.ts';
import { verdictsSinceThen } from '../store/queues/verdicts-since.ts';
import { readWalk, type Walk, watchedFixes, writeWalk } from '../store/queues/watched.ts';
import { watch } from '../store/queues/watchers.ts';
import type { Table } from '../store/table.ts';
import { type JudgeFixDependencies, judgeFix } from './judge-fix.ts';

export type LookAtAllDependencies = JudgeFixDependencies & {
  table: Table;
  /** True while there is time for another one. The next run takes the rest. */
  hasTime: () => boolean;
};

/** Fixes that are judged at once. None of them waits for anybody but the table. */
const FIXES_AT_ONCE = 10;

/** Fixes that are looked at in one run. An hourly schedule is through 24,000 in a day. */
const MOST_FIXES = 1_000;
/** Functions of the release before may still be at work while a deployment goes on, and verify fixes in their way. */
const OLD_CODE_HAS_ENDED_MS = 3_600_000;

/**
 * Judges every watched fix once after the upgrade, a portion in each run: the release before had set the next look at a verified
 * fix half a year ahead. Signals find each of them from then on.
 *
 *     run 1  ▓▓▓▓░░░░░░░░░░  place of the last one is kept
 *     run 2  ░░░░▓▓▓▓░░░░░░  from there, whatever moved in the queue
 *     last   ░░░░░░░░░░░░▓▓  through; from the start again if one could not be judged
 *
 * @returns how often each thing happened
 * @throws AggregateError with all that failed; the others are judged
 */
export async function lookAtAllOnce(
  deps: LookAtAllDependencies,
  cause: Cause,
  atMost = MOST_FIXES,
): Promise<Map<EventType, number>> {
  const { table, store, evidence, now, hasTime } = deps;
  const happened = new Map<EventType, number>();
  const since = (await verdictsSinceThen(table)) ?? (await evidence.verdictsSince(now()));
  const walk = await readWalk(table);
  if (walk.isThrough || Date.parse(now()) - Date.parse(since) < OLD_CODE_HAS_ENDED_MS) return happened;

  let { after } = walk;
  let isThrough = true;
  async function* tasks(): AsyncGenerator<Task> {
    let count = 0;
    for await (const { place, ...fix } of watchedFixes(table, after)) {
      if (count === atMost || !hasTime()) {
        isThrough = false;
        return;
      }
      count += 1;
      after = place;
      yield {
        name: `remediation ${fix.remediationId}`,
        run: async () => {
          const remediation = await store.remediation(fix.postMortemId, fix.remediationId);
          if (remediation === undefined || !isWatched(remediation)) return;
          await watch(table, remediation);
          for (const { type } of await judgeFix(deps, fix, cause)) happened.set(type, (happened.get(type) ?? 0) + 1);
        },
      };
    }
  }
  let { hasFailed } = walk;
  try {
    await runAll(tasks(), FIXES_AT_ONCE);
  } catch (error) {
    hasFailed = true;
    throw error;
  } finally {
    await writeWalk(table, next({ ...(after === undefined ? {} : { after }), hasFailed, isThrough }));
  }
  return happened;
}

function next(walk: Walk): Walk {
  if (!walk.isThrough) return walk;
  return { hasFailed: false, isThrough: !walk.hasFailed };
}
