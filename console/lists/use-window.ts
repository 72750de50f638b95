import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { windowOf } from './window-of.ts';

/** Row heights of the desk and of cards on a phone, as in `lists.css`, in pixels. */
const DESK_ROW = 44;
const PHONE_ROW = 80;
/** Height of the head on the desk; cards have none. */
const HEAD = 32;
const phone = matchMedia('(max-width: 700px)');

/** Follows what the page shows of a list. @param nearEnd called when its end is two screens away */
export function useWindow(count: number, nearEnd: () => void) {
  const table = useRef<HTMLTableElement>(null);
  const rowHeight = phone.matches ? PHONE_ROW : DESK_ROW;
  const [seen, setSeen] = useState({ from: 0, to: 60 });
  const latest = useRef({ count, nearEnd });
  latest.current = { count, nearEnd };
  const look = () => {
    const top = -topOf(table.current);
    const at = windowOf({ top, height: innerHeight, rowHeight: rowHeightNow(), count: latest.current.count });
    setSeen((was) => (was.from === at.from && was.to === at.to ? was : at));
    const left = latest.current.count * rowHeightNow() - top - innerHeight;
    if (left < 2 * innerHeight) latest.current.nearEnd();
  };
  useLayoutEffect(() => {
    look();
    addEventListener('scroll', look, { passive: true });
    addEventListener('resize', look);
    return () => {
      removeEventListener('scroll', look);
      removeEventListener('resize', look);
    };
  }, []);
  useLayoutEffect(look, [count]);
  const reveal = (row: number) => {
    const top = topOf(table.current) + row * rowHeight;
    const head = 120;
    if (top < head) scrollBy(0, top - head);
    else if (top + rowHeight > innerHeight - 16) scrollBy(0, top + rowHeight - innerHeight + 16);
    look();
  };
  return { table, rowHeight, from: Math.min(seen.from, count), to: Math.min(seen.to, count), reveal };
}

const rowHeightNow = () => (phone.matches ? PHONE_ROW : DESK_ROW);
const topOf = (table: HTMLTableElement | null) =>
  (table?.getBoundingClientRect().top ?? 0) + (phone.matches ? 0 : HEAD);
