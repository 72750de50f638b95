import { to } from '../router/to.ts';
import type { Stop } from './contents.ts';
import { useDesk } from './desk.ts';
import { StopHead } from './stop-head.tsx';

/** Files of the record by name; they are added and opened in a place of their own. */
export function EvidenceStop({ stop }: { stop: Stop }) {
  const { record, mayWrite } = useDesk();
  return (
    <section class="record-stop" id={stop.name} data-path={stop.name} aria-labelledby={`${stop.name}-title`}>
      <StopHead stop={stop} />
      {record.evidence.length === 0 ? null : (
        <ul class="record-files">
          {record.evidence.map(({ id, name, status, bytes }) => (
            <li key={id}>
              <bdi>{name}</bdi>{' '}
              <span class="quiet small">
                {bytes.toLocaleString('en-GB')} bytes · {status}
              </span>
            </li>
          ))}
        </ul>
      )}
      <a class="button" id="f-evidence" href={to.evidence(record.id)}>
        {mayWrite ? 'Add or open files' : record.evidence.length === 0 ? 'Evidence' : 'Open files'}
      </a>
    </section>
  );
}
