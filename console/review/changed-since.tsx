import { useAct } from '../data/act.ts';
import { ActButton } from '../parts/act-button.tsx';

type ChangedSinceProps = { newer: number | undefined; read: () => Promise<void> };

/** The record is another one by now. It changes under nobody who reads: it is read again when they want it. */
export function ChangedSince({ newer, read }: ChangedSinceProps) {
  const reading = useAct(read);
  if (newer === undefined) return null;
  return (
    <div class="band band-warn" role="status">
      <p>It has changed since you read it: revision {newer} is there.</p>
      <ActButton act={reading} onClick={() => void reading.act()}>
        Read what changed
      </ActButton>
    </div>
  );
}
