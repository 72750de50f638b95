import { useMemo, useRef } from 'preact/hooks';
import { useKeys } from '../../../shell/keys.ts';

/** Keys that move the entry of the timeline in which the focus is. */
export function useMoveKeys(isOn: boolean, step: (entryId: string, way: -1 | 1) => void): void {
  const latest = useRef(step);
  latest.current = step;
  const run = (way: -1 | 1) => {
    const row = document.activeElement?.closest('.timeline-entry');
    if (row != null) latest.current(row.id.replace('entry-', ''), way);
  };
  useKeys(
    useMemo(
      () =>
        isOn
          ? [
              { keys: 'Alt ArrowUp', words: 'Move the entry of the timeline before the one above', run: () => run(-1) },
              { keys: 'Alt ArrowDown', words: 'Move the entry of the timeline after the one below', run: () => run(1) },
            ]
          : [],
      [isOn],
    ),
  );
}
