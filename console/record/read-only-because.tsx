import { Time } from '../marks/time.tsx';
import { to } from '../router/to.ts';
import type { RecordNow } from './record-data.ts';

/** On top of a record that cannot be written in now: why, and who can change that. */
export function ReadOnlyBecause({ record }: { record: RecordNow }) {
  const { status, ended, returnedBecause } = record;
  if (status === 'open') {
    return returnedBecause === undefined ? null : (
      <div class="band band-warn">
        <p>
          <strong>Returned:</strong> <bdi>{returnedBecause}</bdi>
        </p>
      </div>
    );
  }
  if (status === 'in review') {
    return (
      <div class="band">
        <p>
          In review: nobody writes in it now. An approver approves it, or returns it to its authors. Comments go on.
        </p>
      </div>
    );
  }
  if (ended !== undefined) {
    return (
      <div class="band">
        <p>
          {status === 'merged' ? 'Merged into another record' : 'Waived'} by <bdi>{ended.by.name}</bdi>,{' '}
          <Time at={ended.at} />: <bdi>{ended.reason}</bdi>
        </p>
        {ended.mergedInto === undefined ? null : <a href={to.record(ended.mergedInto)}>Go to that record</a>}
      </div>
    );
  }
  return (
    <div class="band band-good">
      <p>
        Approved{record.approvedAt === undefined ? '' : ', '}
        {record.approvedAt === undefined ? null : <Time at={record.approvedAt} />}: what it says stays as it was judged.
        A reopened incident opens it again.
      </p>
    </div>
  );
}
