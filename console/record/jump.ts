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

const CONTROL = ':is(input, textarea, select, button)';
/** What a section is written by; only where it has none of these, whatever can be pressed in it. */
const FIRST = [`[id^="${fieldId('')}"]${CONTROL}, [id^="${fieldId('')}"] ${CONTROL}`, 'button.button-main', 'button'];

function focusFirst(place: string): void {
  const stop = document.getElementById(place);
  const found = FIRST.map((selector) => stop?.querySelector<HTMLElement>(selector)).find((field) => field != null);
  found?.focus({ preventScroll: true });
}
