import { signal } from '@preact/signals';
import { fieldId } from '../forms/field-id.ts';
import { focusField } from '../forms/focus-field.ts';

/** Parts that are unfolded, by their path. */
export const unfolded = signal<ReadonlySet<string>>(new Set());

export function unfold(path: string, isOpen = true): void {
  const next = new Set(unfolded.peek());
  if (isOpen) next.add(path);
  else next.delete(path);
  unfolded.value = next;
}

/** Puts the cursor into the field of a path, or into the nearest that there is; what is folded is unfolded first. */
export function jumpTo(path: string): void {
  const [kind = '', id] = path.split('.');
  if (id !== undefined && kind !== 'sections') unfold(`${kind}.${id}`);
  const place = kind === 'sections' ? (id ?? '') : kind;
  document.getElementById(place)?.scrollIntoView({ block: 'start' });
  requestAnimationFrame(() =>
    requestAnimationFrame(() => {
      if (!focusField(`/${path.replaceAll('.', '/')}`)) focusFirst(place);
    }),
  );
}

function focusFirst(place: string): void {
  const stop = document.getElementById(place);
  const field = stop?.querySelector<HTMLElement>(
    `[id^="${fieldId('')}"]:is(input, textarea, select, button), [id^="${fieldId('')}"] :is(input, textarea, select, button), button.button-main, button`,
  );
  field?.focus({ preventScroll: true });
}
