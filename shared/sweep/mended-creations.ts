import type { Cause } from '../domain/events/recorded-event.ts';
import { runAll, type Task } from '../run-all.ts';
import { END_OF_TIME } from '../store/queues/due.ts';
import type { Table } from '../store/table.ts';
import { type CreateDependencies, retryIfMended } from '../tickets/create-ticket.ts';
import { dueOnSite, type OneOfSites } from './site-of-fix.ts';

/** Places that do not answer, and are waited for in one run: other tasks want its time as well. */
const MOST_SILENT = 3;

export type MendedDependencies = CreateDependencies & OneOfSites & { table: Table; hasTime: () => boolean };

/**
 * Tries refused creations again as soon as somebody has changed their route, or the create screen where it leads. Without such a
 * change they wait for their time: a try writes two events into the log of the record, a look writes none. Creations that this run has no time to look
 * at come at that time as well.
 */
export function mendedCreations(deps: MendedDependencies, cause: Cause): Promise<void> {
  const silent = new Set<string>();
  async function* tasks(): AsyncGenerator<Task> {
    for await (const due of dueOnSite(deps, 'create', END_OF_TIME)) {
      if (!deps.hasTime() || silent.size >= MOST_SILENT) return;
      const run = async (): Promise<void> => void (await retryIfMended(deps, due, cause, silent));
      yield { name: `remediation ${due.remediationId}`, run };
    }
  }
  return runAll(tasks());
}
