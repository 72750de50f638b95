import type { Cause } from '../domain/events/recorded-event.ts';
import { isWatched, type Remediation } from '../domain/remediation/remediation.ts';
import type { Signal, Subject } from '../domain/verification/signal.ts';
import { runAll } from '../run-all.ts';
import type { Watcher } from '../store/queues/watchers.ts';
import { type JudgeFixDependencies, judgeFix } from './judge-fix.ts';

export type TakeUpDependencies = JudgeFixDependencies & {
  watchersOf: (subject: Subject) => AsyncIterable<Watcher>;
  /** Brings the last words of the signal's source in step with it. */
  rememberWord: (signal: Signal) => Promise<'news' | 'more of the same'>;
};

/** Fixes that are judged at once: a control that many rest on is still taken up within the time of one run. */
const FIXES_AT_ONCE = 10;

/**
 * Judges every claimed fix that is checked against the subject of a signal that arrived.
 *
 * @returns how often something changed
 * @throws AggregateError with all that failed; the others are judged
 */
export async function takeUpSignal(deps: TakeUpDependencies, signal: Signal, cause: Cause): Promise<number> {
  const news = await deps.rememberWord(signal);
  if (signal.outcome === 'not judged') return 0;
  let changes = 0;
  async function* tasks() {
    for await (const watcher of deps.watchersOf(signal.subject)) {
      yield {
        name: `remediation ${watcher.remediationId}`,
        run: async () => {
          if (news === 'more of the same' && (await isAtRest(deps, watcher, signal))) return;
          changes += (await judgeFix(deps, watcher, cause)).length;
        },
      };
    }
  }
  await runAll(tasks(), FIXES_AT_ONCE);
  return changes;
}

async function isAtRest({ store }: TakeUpDependencies, watcher: Watcher, signal: Signal): Promise<boolean> {
  const remediation = await store.remediation(watcher.postMortemId, watcher.remediationId);
  return remediation !== undefined && keepsItsVerdict(remediation, signal.subject);
}

/**
 * True when one more pass of a source that passed before changes nothing but how fresh the evidence is. Everything else is judged:
 * a list of what to judge would always lack something.
 */
function keepsItsVerdict(remediation: Remediation, subject: Subject): boolean {
  if (!isWatched(remediation)) {
    const kept = remediation.state === 'accepted' ? remediation.kept : undefined;
    return kept?.doubt === undefined;
  }
  const { doubt, silence, heldUntil, asked, checks } = remediation;
  // A named resource that is gone comes back with any pass.
  const namesResources = checks.some(
    (check) =>
      check.kind === 'signal' &&
      check.subject.type === subject.type &&
      check.subject.id === subject.id &&
      check.resources !== undefined,
  );
  // A pass may be the answer to a question, and brings the next one nearer than the next look.
  if (asked !== undefined) return false;
  return doubt === undefined && silence === undefined && heldUntil === undefined && !namesResources;
}
