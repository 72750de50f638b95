/** Out of a field to the heading of the part of the page that it is in: whoever types has no other way to the keys of one letter. */
export function leaveField(): void {
  const field = document.activeElement;
  if (!field?.matches('input, textarea, select')) return;
  const title = field.closest('section[aria-labelledby]')?.getAttribute('aria-labelledby');
  const heading = (title == null ? null : document.getElementById(title)) ?? document.querySelector<HTMLElement>('h1');
  if (heading === null) return;
  heading.tabIndex = -1;
  heading.focus({ preventScroll: true });
}
