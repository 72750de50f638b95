/** Time in which a place is to be as long again as it was, in milliseconds. */
const WAIT_MS = 10_000;

let stop = () => {};

/**
 * Scrolls to where the person was, as soon as the page is long enough again: what a place shows may still have to be read. Whoever
 * begins to scroll, to type or to click is left where they are.
 */
export function restoreScroll(y: number): void {
  stop();
  const root = document.documentElement;
  const grows = new ResizeObserver(attempt);
  const timer = setTimeout(() => stop(), WAIT_MS);
  stop = () => {
    grows.disconnect();
    clearTimeout(timer);
    for (const name of OWN_MOVES) removeEventListener(name, stop);
  };
  const stopped = stop;
  for (const name of OWN_MOVES) addEventListener(name, stopped, { once: true, passive: true });
  grows.observe(document.body);
  requestAnimationFrame(attempt);

  function attempt(): void {
    if (root.scrollHeight - innerHeight < y) return;
    // The place itself may change once more in the same frame.
    requestAnimationFrame(() => scrollTo(0, y));
    stopped();
  }
}

const OWN_MOVES = ['wheel', 'touchstart', 'keydown', 'pointerdown'] as const;
