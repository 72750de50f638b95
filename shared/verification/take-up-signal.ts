import type { Cause } from '../domain/events/recorded-event.ts';
import type { HoldfastConfig } from '../domain/policy/policy.ts';
import { doubt } from '../domain/remediation/decide/doubt.ts';
import type { Signal, Subject } from '../domain/verification/signal.ts';
import { runAll } from '../run-all.ts';
import type { Watcher } from '../store/queues/watchers.ts';
import type { RecordStore } from '../store/records/record-store.ts';

export type TakeUpDependencies = {
  store: Pick<RecordStore, 'changeRemediation'>;
  watchersOf: (subject: Subject) => AsyncIterable<Watcher>;
  config: Pick<HoldfastConfig, 'verification' | 'remediation'>;
  now: () => string;
};

/**
 * Tells every claimed fix that is checked against its subject of a fail that arrived.
 *
 * @returns how many doubt it now
 * @throws AggregateError with all that failed; the others know of it
 */
export async function takeUpSignal(
  { store, watchersOf, config, now }: TakeUpDependencies,
  signal: Signal,
  cause: Cause,
): Promise<number> {
  if (signal.outcome !== 'fail') return 0;
  let doubted = 0;
  async function* tasks() {
    for await (const { postMortemId, remediationId } of watchersOf(signal.subject)) {
      yield {
        name: `remediation ${remediationId}`,
        run: async () => {
          const { events } = await store.changeRemediation(
            postMortemId,
            remediationId,
            (state) => (state === undefined ? [] : doubt(state, signal, now(), config)),
            cause,
          );
          doubted += events.length;
        },
      };
    }
  }
  await runAll(tasks());
  return doubted;
}
