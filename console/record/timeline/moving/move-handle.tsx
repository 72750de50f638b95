import { startOf } from '../../../parts/start-of.ts';
import { toast } from '../../../parts/toasts.tsx';
import type { Entry } from '../entries.ts';

const DOTS = [4, 8, 12].flatMap((y) => [6, 10].map((x) => ({ x, y })));

/** By what an entry is dragged in time, and what has the focus when keys move it. */
export function MoveHandle({ entry, onStart }: { entry: Entry; onStart: (event: PointerEvent) => void }) {
  return (
    <button
      type="button"
      class="timeline-handle"
      aria-label={`Move in time: ${startOf(entry.what, 60)}`}
      aria-keyshortcuts="Alt+ArrowUp Alt+ArrowDown"
      title="Drag it to another time, or press Alt ↑ ↓"
      onPointerDown={onStart}
      onClick={({ detail }) => {
        // A press by a key: there is nothing to drag with.
        if (detail === 0) toast('Alt and ↑ or ↓ move it past the next entry');
      }}
    >
      <svg width="16" height="16" viewBox="0 0 16 16" aria-hidden="true">
        {DOTS.map(({ x, y }) => (
          <circle key={`${x} ${y}`} cx={x} cy={y} r="1.25" fill="currentColor" />
        ))}
      </svg>
    </button>
  );
}
