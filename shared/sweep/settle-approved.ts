import type { Cause } from '../domain/events/recorded-event.ts';
import { settle } from '../domain/record/decide/settle-record.ts';
import { runAll, type Task } from '../run-all.ts';
import {
  type ApprovedWalk,
  approvedAfter,
  readApprovedWalk,
  writeApprovedWalk,
} from '../store/queues/approved-walk.ts';
import type { RecordStore } from '../store/records/record-store.ts';
import type { Table } from '../store/table.ts';

export type SettleApprovedDependencies = {
  store: Pick<RecordStore, 'changeWithRemediations'>;
  table: Table;
  now: () => string;
  hasTime: () => boolean;
};

const DAY_MS = 86_400_000;
/** Records after which the place is kept, for a run that is cut off. */
const KEPT_EVERY = 100;

/**
 * Once a day, every approved record is asked whether it is done with. A worker hears of all that settles one, so this
 * finds only what an event that got lost left behind. Its cost is that of the records with open work, never of the closed.
 *
 * A round that is too long for one run goes on in the next, from where it ended.
 */
export async function settleApproved(deps: SettleApprovedDependencies, cause: Cause): Promise<void> {
  const { store, table, now, hasTime } = deps;
  const startedAt = now();
  let walk = nextWalk(await readApprovedWalk(table), startedAt);
  if (walk === undefined) return;
  async function* tasks({ beganAt, after }: ApprovedWalk): AsyncGenerator<Task> {
    let count = 0;
    for await (const { id, place } of approvedAfter(table, after)) {
      if (!hasTime()) return;
      yield {
        name: `post-mortem ${id}`,
        run: async () => {
          await store.changeWithRemediations(id, (record, fixes) => settle(record, fixes, now()), cause);
        },
      };
      walk = { beganAt, after: place };
      count += 1;
      if (count % KEPT_EVERY === 0) await writeApprovedWalk(table, walk);
    }
    walk = { beganAt };
  }
  try {
    await runAll(tasks(walk));
  } finally {
    await writeApprovedWalk(table, walk);
  }
}

/** @returns the round that goes on, or a new one; undefined while the last one is younger than a day */
function nextWalk(last: ApprovedWalk | undefined, now: string): ApprovedWalk | undefined {
  if (last?.after !== undefined) return last;
  const isYoung = last !== undefined && Date.parse(now) - Date.parse(last.beganAt) < DAY_MS;
  return isYoung ? undefined : { beganAt: now };
}
