import type { EventData } from '../domain/events/events.ts';
import type { Cause } from '../domain/events/recorded-event.ts';
import type { HoldfastConfig } from '../domain/policy/policy.ts';
import { doubt } from '../domain/remediation/decide/doubt.ts';
import type { Signal, Subject } from '../domain/verification/signal.ts';
import { refutingSignal } from '../domain/verification/verdict.ts';
import { runAll } from '../run-all.ts';
import type { Watcher } from '../store/queues/watchers.ts';
import type { RecordStore } from '../store/records/record-store.ts';

export type TakeUpDependencies = {
  store: Pick<RecordStore, 'changeRemediation' | 'remediation'>;
  watchersOf: (subject: Subject) => AsyncIterable<Watcher>;
  /** Signals of a window, and the newest from before it. */
  signalsAbout: (subject: Subject, window: { since: string; until: string }) => Promise<Signal[]>;
  config: Pick<HoldfastConfig, 'verification' | 'remediation'>;
  now: () => string;
};

/** Fixes that are told at once: a control that many rest on is still told of within the time of one run. */
const FIXES_AT_ONCE = 10;

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
  await runAll(tasks(), FIXES_AT_ONCE);
  return doubted;
}

/**
 * Doubts a claim for what was said of it before it was heard of: the ticket went to done, a source said fail, and a sweep found
 * the claim.
 *
 * @returns how often it was doubted: once at most
 */
export async function takeUpClaim(
  { store, signalsAbout, config, now }: Omit<TakeUpDependencies, 'watchersOf'>,
  { postMortemId, remediationId, claim }: EventData<'Remediation Claimed'>,
  cause: Cause,
): Promise<number> {
  const remediation = await store.remediation(postMortemId, remediationId);
  let doubted = 0;
  for (const check of remediation?.checks ?? []) {
    if (check.kind !== 'signal') continue;
    const until = now();
    const signals = await signalsAbout(check.subject, { since: claim.at, until });
    const refutation = refutingSignal(
      signals.filter(({ observedAt }) => Date.parse(observedAt) >= Date.parse(claim.at)),
    );
    if (refutation === undefined) continue;
    const { events } = await store.changeRemediation(
      postMortemId,
      remediationId,
      (state) => (state === undefined ? [] : doubt(state, refutation, now(), config)),
      cause,
    );
    doubted += events.length;
  }
  return doubted;
}
