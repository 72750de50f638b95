import { useDesk } from './desk.ts';

/** Marks what the ticket brought, and nobody wrote. */
export function FromTicket() {
  const { source, key } = useDesk().record.incident;
  return (
    <span class="record-from">
      {source === 'holdfast' ? (
        'from the ticket'
      ) : (
        <>
          from <bdi>{key}</bdi>
        </>
      )}
    </span>
  );
}
