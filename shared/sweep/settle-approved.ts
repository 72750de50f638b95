import type { Cause } from '../domain/events/recorded-event.ts';
import { settle } from '../domain/record/decide/settle-record.ts';
import { runAll, type Task } from '../run-all.ts';
import { readCursor, writeCursor } from '../store/queues/cursor.ts';
import { approvedRecords } from '../store/queues/due.ts';
import type { RecordStore } from '../store/records/record-store.ts';
import type { Table } from '../store/table.ts';

export type SettleApprovedDependencies = {
  store: Pick<RecordStore, 'changeWithRemediations'>;
  table: Table;
  now: () => string;
  hasTime: () => boolean;
};

const CURSOR = 'sweep-approved';
const DAY_MS = 86_400_000;

/**
 * Once a day, every approved record is asked whether it is done with. A worker hears of all that settles one, so this
 * finds only what an event that got lost left behind. Its cost is that of the records with open work, never of the closed.
 */
export async function settleApproved(deps: SettleApprovedDependencies, cause: Cause): Promise<void> {
  const { store, table, now, hasTime } = deps;
  const startedAt = now();
  const last = await readCursor(table, CURSOR);
  if (last !== undefined && Date.parse(startedAt) - Date.parse(last) < DAY_MS) return;
  let isThrough = true;
  async function* tasks(): AsyncGenerator<Task> {
    for (const { id } of await approvedRecords(table)) {
      if (!hasTime()) {
        isThrough = false;
        return;
      }
      yield {
        name: `post-mortem ${id}`,
        run: async () => {
          await store.changeWithRemediations(id, (record, fixes) => settle(record, fixes, now()), cause);
        },
      };
    }
  }
  await runAll(tasks());
  if (isThrough) await writeCursor(table, CURSOR, startedAt);
}
