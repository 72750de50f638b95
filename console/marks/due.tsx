import { timeInWords } from './time.tsx';

const DAY_MS = 86_400_000;

/** How far away a time is, roughly, as one says it: `in 2 days`, `3 hours late`. */
export function dueInWords(at: string, now = Date.now()): { words: string; urgency: 'late' | 'soon' | 'far' } {
  const left = Date.parse(at) - now;
  const [count, unit] = roughly(Math.abs(left));
  const span = `${count} ${unit}${count === 1 ? '' : 's'}`;
  if (left < 0) return { words: `${span} late`, urgency: 'late' };
  return { words: `in ${span}`, urgency: left < 2 * DAY_MS ? 'soon' : 'far' };
}

function roughly(ms: number): [number, string] {
  if (ms < DAY_MS / 24) return [Math.max(1, Math.round(ms / 60_000)), 'minute'];
  if (ms < 2 * DAY_MS) return [Math.round(ms / 3_600_000), 'hour'];
  return [Math.round(ms / DAY_MS), 'day'];
}

/** When something is due, in words that say whether it is late; the date itself stands in the title. */
export function Due({ at, isOver = false }: { at: string; isOver?: boolean }) {
  if (isOver) return <time dateTime={at}>{timeInWords(at, 'day')}</time>;
  const { words, urgency } = dueInWords(at);
  return (
    <time dateTime={at} title={timeInWords(at)} class={urgency === 'far' ? '' : `due-${urgency}`}>
      {words}
    </time>
  );
}
