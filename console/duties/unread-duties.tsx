import { to } from '../router/to.ts';
import type { NamedRecord } from './in-record.ts';

type UnreadDutiesProps = { record: NamedRecord; because: string };

/** In the place of what stands in a record that could not be read: nothing of it is known here. */
export function UnreadDuties({ record, because }: UnreadDutiesProps) {
  return (
    <>
      <p class="duty-words">
        <a href={to.record(record.id)}>{record.incident.key}</a>{' '}
        {record.incident.title === undefined ? null : <bdi>{record.incident.title}</bdi>}
      </p>
      <span class="duty-state quiet">Could not be read: {because}</span>
    </>
  );
}
