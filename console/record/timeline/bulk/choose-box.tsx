import { useRef } from 'preact/hooks';
import { startOf } from '../../../parts/start-of.ts';
import type { Entry } from '../entries.ts';
import type { Choosing } from './use-choosing.ts';

/** The box by which an entry is chosen; with Shift, all from the last one to it. */
export function ChooseBox({ entry, choosing }: { entry: Entry; choosing: Choosing }) {
  // Not every browser tells of Shift in the press that it makes of a key.
  const isShift = useRef(false);
  return (
    <input
      type="checkbox"
      class="timeline-box"
      aria-label={`Choose: ${startOf(entry.what, 60)}`}
      checked={choosing.has(entry.id)}
      onPointerDown={({ shiftKey }) => {
        isShift.current = shiftKey;
      }}
      onKeyDown={(event) => {
        isShift.current = event.shiftKey;
        if (event.key !== 'Enter') return;
        // Where it goes, the same press would open the list of the field.
        event.preventDefault();
        document.getElementById('timeline-bulk-act')?.focus();
      }}
      onClick={() => choosing.toggle(entry.id, isShift.current)}
    />
  );
}
