import type { EventType } from '../domain/events/events.ts';
import type { Cause } from '../domain/events/recorded-event.ts';
import { runAll, type Task } from '../run-all.ts';
import { dueActions } from '../store/queues/due.ts';
import type { Table } from '../store/table.ts';
import { type VerifyFixDependencies, verifyFix } from './verify-fix.ts';

export type VerifyDueDependencies = VerifyFixDependencies & {
  table: Table;
  /** True while there is time for another one. The next run takes the rest. */
  hasTime: () => boolean;
};

/**
 * Verifies every fix whose step is due.
 *
 * @returns how often each thing happened
 * @throws AggregateError with all that failed; the others are verified
 */
export async function verifyDue(deps: VerifyDueDependencies, cause: Cause): Promise<Map<EventType, number>> {
  const happened = new Map<EventType, number>();
  async function* tasks(): AsyncGenerator<Task> {
    for await (const due of dueActions(deps.table, 'verify', deps.now())) {
      if (!deps.hasTime()) return;
      yield {
        name: `remediation ${due.remediationId}`,
        run: async () => {
          for (const { type } of await verifyFix(deps, due, cause)) happened.set(type, (happened.get(type) ?? 0) + 1);
        },
      };
    }
  }
  await runAll(tasks());
  return happened;
}
