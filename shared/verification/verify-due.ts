import type { EventType } from '../domain/events/events.ts';
import type { Cause } from '../domain/events/recorded-event.ts';
import { runAll, type Task } from '../run-all.ts';
import { dueActions } from '../store/queues/due.ts';
import type { Table } from '../store/table.ts';
import { asksForTicket, type VerifyFixDependencies, verifyFix } from './verify-fix.ts';

export type VerifyDueDependencies = VerifyFixDependencies & {
  table: Table;
  /** True while there is time for another one. The next run takes the rest. */
  hasTime: () => boolean;
};

/** Tickets that are read at once, so that those that hang wait beside each other. */
const TICKETS_AT_ONCE = 6;

/**
 * Verifies every fix whose step is due. Those that need no look at their ticket come first: a ticketing system that hangs does
 * not keep them from being judged, and those that need it wait beside each other.
 *
 * @returns how often each thing happened
 * @throws AggregateError with all that failed; the others are verified
 */
export async function verifyDue(deps: VerifyDueDependencies, cause: Cause): Promise<Map<EventType, number>> {
  const happened = new Map<EventType, number>();
  const needTheirTicket: Task[] = [];
  async function* judgedByEvidence(): AsyncGenerator<Task> {
    for await (const due of dueActions(deps.table, 'verify', deps.now())) {
      if (!deps.hasTime()) return;
      const task = {
        name: `remediation ${due.remediationId}`,
        run: async () => {
          for (const { type } of await verifyFix(deps, due, cause)) happened.set(type, (happened.get(type) ?? 0) + 1);
        },
      };
      const remediation = await deps.store.remediation(due.postMortemId, due.remediationId);
      if (remediation !== undefined && asksForTicket(remediation)) needTheirTicket.push(task);
      else yield task;
    }
  }
  function* judgedByTicket(): Generator<Task> {
    for (const task of needTheirTicket) {
      if (!deps.hasTime()) return;
      yield task;
    }
  }
  await runAll([
    { name: 'fixes that evidence shows', run: () => runAll(judgedByEvidence()) },
    { name: 'fixes that need their ticket', run: () => runAll(judgedByTicket(), TICKETS_AT_ONCE) },
  ]);
  return happened;
}
