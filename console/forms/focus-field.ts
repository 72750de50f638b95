import { fieldId } from './field-id.ts';
import { pathOfPointer } from './problems.ts';

const CONTROL = 'input, textarea, select, button';

/**
 * Brings a field into view, and the cursor into it: of what has no field of its own, the one around it.
 *
 * @param pointer JSON pointer from `base`, or from the record
 * @returns whether there is such a field on the page
 */
export function focusField(pointer: string, base = ''): boolean {
  const element = nearest(pathOfPointer(pointer, base));
  if (element === undefined) return false;
  for (
    let around = element.closest('details');
    around !== null;
    around = around.parentElement?.closest('details') ?? null
  )
    around.open = true;
  const inner = [...element.querySelectorAll<HTMLElement>(CONTROL)].find(({ tabIndex }) => tabIndex >= 0);
  const target = element.matches(CONTROL) ? element : (inner ?? element);
  target.focus({ preventScroll: true });
  element.scrollIntoView({ block: 'center' });
  return true;
}

function nearest(path: string): HTMLElement | undefined {
  const names = path.split('.');
  for (let length = names.length; length > 0; length -= 1) {
    const found = document.getElementById(fieldId(names.slice(0, length).join('.')));
    if (found !== null) return found;
  }
  return undefined;
}
