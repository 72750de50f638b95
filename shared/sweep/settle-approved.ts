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
  const walk = nextWalk(await readApprovedWalk(table), startedAt);
  if (walk === undefined) return;
  /** Where it has come to; undefined before the first record, of which a run may see none. */
  let place: ApprovedWalk | undefined;
  async function* tasks({ beganAt, after }: ApprovedWalk): AsyncGenerator<Task> {
    let count = 0;
    for await (const record of approvedAfter(table, after)) {
      if (!hasTime()) return;
      yield {
        name: `post-mortem ${record.id}`,
        run: async () => {
          await store.changeWithRemediations(record.id, (one, fixes) => settle(one, fixes, now()), cause);
        },
      };
      place = { beganAt, after: record.place };
      count += 1;
      if (count % KEPT_EVERY === 0) await writeApprovedWalk(table, place);
    }
    place = { beganAt };
  }
  try {
    await runAll(tasks(walk));
  } finally {
    if (place !== undefined) await writeApprovedWalk(table, place);
  }
}

/** @returns the round that goes on, or a new one; undefined while the last one is younger than a day */
function nextWalk(last: ApprovedWalk | undefined, now: string): ApprovedWalk | undefined {
  if (last?.after !== undefined) return last;
  const isYoung = last !== undefined && Date.parse(now) - Date.parse(last.beganAt) < DAY_MS;
  return isYoung ? undefined : { beganAt: now };
}
