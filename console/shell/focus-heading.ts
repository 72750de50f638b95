/** Time in which a place is to have its heading, in milliseconds. */
const WAIT_MS = 10_000;

/**
 * Puts the focus on the main heading once it is there, and again where it is drawn anew, until somebody presses something: whoever
 * reads aloud hears where they are now.
 *
 * @returns ends it
 */
export function focusHeading(): () => void {
  const main = document.getElementById('main');
  const focus = () => (main?.querySelector<HTMLElement>('h1') ?? main)?.focus({ preventScroll: true });
  const changes = new MutationObserver(() => {
    const at = document.activeElement;
    if (at === document.body || at === main) focus();
  });
  const timer = setTimeout(() => stop(), WAIT_MS);
  const stop = () => {
    changes.disconnect();
    clearTimeout(timer);
    for (const name of OWN_MOVES) removeEventListener(name, stop);
  };
  for (const name of OWN_MOVES) addEventListener(name, stop);
  if (main !== null) changes.observe(main, { childList: true, subtree: true });
  focus();
  return stop;
}

const OWN_MOVES = ['keydown', 'pointerdown'] as const;
