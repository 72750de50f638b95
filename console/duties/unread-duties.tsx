import type { Schemas } from '../data/api.ts';
import { to } from '../router/to.ts';

type UnreadDutiesProps = { record: Schemas['RecordLine']; because: string };

/** In the place of what stands in a record that could not be read: nothing of it is known here. */
export function UnreadDuties({ record, because }: UnreadDutiesProps) {
  return (
    <>
      <p class="duty-words">
        <a href={to.record(record.id)}>{record.incident.key}</a> <bdi>{record.incident.title}</bdi>
      </p>
      <span class="duty-state quiet">Could not be read: {because}</span>
    </>
  );
}
