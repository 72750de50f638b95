import { type BusEventDependencies, onBusEvents } from '../../runtime/queue/bus-events.ts';
import type { Telemetry } from '../../runtime/telemetry.ts';
import { settle } from '../../shared/domain/record/decide/settle-record.ts';
import type { RecordStore } from '../../shared/store/records/record-store.ts';

export type ClosePostMortemDependencies = BusEventDependencies & {
  store: Pick<RecordStore, 'changeWithRemediations'>;
  now: () => string;
  telemetry: Telemetry;
};

/** Closes a record whose last open thing was settled, and resumes a closed one that has something open again. */
export function closePostMortemHandler(deps: ClosePostMortemDependencies) {
  const { store, now, telemetry } = deps;
  return onBusEvents('close-post-mortem', deps, async ({ data: { postMortemId: id } }, cause) => {
    const { status } = await store.changeWithRemediations(id, (record, fixes) => settle(record, fixes, now()), cause);
    telemetry.info('record settled', { id, status });
  });
}
