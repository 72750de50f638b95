/**
 * The focus goes on at the button for a new entry where it would be nowhere: what had it is gone, or goes.
 * Whoever types elsewhere by then goes on typing.
 */
export function focusNew(gone: Element | null): void {
  const active = document.activeElement;
  const isFree = active === null || active === document.body || gone?.contains(active) === true;
  if (isFree) document.getElementById('timeline-new')?.focus();
}
