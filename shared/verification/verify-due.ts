import type { EventType } from '../domain/events/events.ts';
import type { Cause } from '../domain/events/recorded-event.ts';
import { runAll, type Task } from '../run-all.ts';
import { dueActions } from '../store/queues/due.ts';
import type { Table } from '../store/table.ts';
import { type JudgeFixDependencies, judgeFix } from './judge-fix.ts';

export type VerifyDueDependencies = JudgeFixDependencies & {
  table: Table;
  /** True while there is time for another one. The next run takes the rest. */
  hasTime: () => boolean;
};

/** Fixes that are judged at once. None of them waits for anybody but the table. */
export const FIXES_AT_ONCE = 10;

/**
 * Judges every fix whose verdict may have changed by time alone.
 *
 * @returns how often each thing happened
 * @throws AggregateError with all that failed; the others are judged
 */
export async function verifyDue(deps: VerifyDueDependencies, cause: Cause): Promise<Map<EventType, number>> {
  const happened = new Map<EventType, number>();
  async function* tasks(): AsyncGenerator<Task> {
    for await (const due of dueActions(deps.table, 'verify', deps.now())) {
      if (!deps.hasTime()) return;
      yield {
        name: `remediation ${due.remediationId}`,
        run: async () => {
          for (const { type } of await judgeFix(deps, due, cause)) happened.set(type, (happened.get(type) ?? 0) + 1);
        },
      };
    }
  }
  await runAll(tasks(), FIXES_AT_ONCE);
  return happened;
}
