import { useRef, useState } from 'preact/hooks';
import type { Entry } from '../entries.ts';
import type { TimeSlot } from './in-time.ts';

type UseDrag = {
  /** @returns undefined where it would stay where it is */
  slotAt: (entry: Entry, index: number) => TimeSlot | undefined;
  drop: (entry: Entry, slot: TimeSlot) => void;
};

/** An entry that is dragged, and where it would come if it were let go now. */
export type Dragged = { entry: Entry; slot: TimeSlot | undefined };

/** Near the edge of the window, the page goes on under what is dragged: pixels from it, and by each move. */
const EDGE_PX = 96;
const SCROLL_PX = 16;

/** Drags an entry by its handle to another place in time. Escape leaves it where it was. */
export function useDrag(doors: UseDrag) {
  const [dragged, setDragged] = useState<Dragged>();
  const latest = useRef(doors);
  latest.current = doors;
  const start = (event: PointerEvent, entry: Entry): void => {
    const handle = event.currentTarget as HTMLElement;
    if (event.button !== 0 || event.pointerType === 'touch') return;
    handle.setPointerCapture(event.pointerId);
    let slot: TimeSlot | undefined;
    setDragged({ entry, slot });
    const ended = new AbortController();
    const end = () => {
      ended.abort();
      setDragged(undefined);
    };
    const on: AddEventListenerOptions = { signal: ended.signal };
    handle.addEventListener(
      'pointermove',
      ({ clientY, movementY }) => {
        slot = latest.current.slotAt(entry, rowsAbove(handle, clientY));
        setDragged((now) => (now?.slot?.at === slot?.at ? now : { entry, slot }));
        if (movementY < 0 && clientY < EDGE_PX) scrollBy(0, -SCROLL_PX);
        if (movementY > 0 && clientY > innerHeight - EDGE_PX) scrollBy(0, SCROLL_PX);
      },
      on,
    );
    handle.addEventListener(
      'pointerup',
      () => {
        end();
        if (slot !== undefined) latest.current.drop(entry, slot);
      },
      on,
    );
    handle.addEventListener('pointercancel', end, on);
    handle.addEventListener('lostpointercapture', end, on);
    addEventListener(
      'keydown',
      (pressed) => {
        if (pressed.key !== 'Escape') return;
        pressed.preventDefault();
        pressed.stopPropagation();
        end();
      },
      { ...on, capture: true },
    );
  };
  return { dragged, start };
}

/** How many of the other entries are above a height of the window. */
function rowsAbove(handle: HTMLElement, y: number): number {
  const own = handle.closest('.timeline-entry');
  const rows = [...(handle.closest('ol')?.querySelectorAll('.timeline-entry') ?? [])].filter((row) => row !== own);
  return rows.filter((row) => {
    const { top, height } = row.getBoundingClientRect();
    return top + height / 2 < y;
  }).length;
}
