import { signal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { singleKeys } from './preferences.ts';

export type Binding = {
  /** As it is shown: `J`, `G T`, `Mod K`. Mod is ⌘ on a Mac and Ctrl elsewhere. */
  keys: string;
  words: string;
  run: () => void;
  /** Also while somebody types in a field. */
  inFields?: true;
};

/** All that is bound now, the latest place last: the list that `?` shows is made of it. */
export const bindings = signal<readonly Binding[]>([]);

/** Binds keys while the component is shown. */
export function useKeys(own: readonly Binding[]): void {
  useEffect(() => bind(own), [own]);
}

/** @returns takes them back */
export function bind(own: readonly Binding[]): () => void {
  bindings.value = [...bindings.peek(), ...own];
  return () => {
    bindings.value = bindings.peek().filter((one) => !own.includes(one));
  };
}

/** Time in which the second key of two has to come, in milliseconds. */
const CHORD_MS = 1_200;
let first: { key: string; at: number } | undefined;

export function startKeys(): void {
  addEventListener('keydown', (event) => {
    if (event.defaultPrevented || event.isComposing) return;
    const found = bindingOf(event);
    if (found === undefined) return;
    event.preventDefault();
    found.run();
  });
}

function bindingOf(event: KeyboardEvent): Binding | undefined {
  const pressed = nameOf(event);
  const isTyping = (event.target as Element | null)?.closest?.('input, textarea, select, [contenteditable]') != null;
  const isPlain = !(event.ctrlKey || event.metaKey || event.altKey);
  if (isPlain && pressed !== 'Escape' && (isTyping || !singleKeys.value)) return undefined;
  if (isPlain && document.querySelector('dialog[open]') !== null) return undefined;
  if (isPlain && isPressing(event)) return undefined;
  // The latest place wins over what is under it.
  const all = bindings.peek().toReversed();
  const chord = first !== undefined && event.timeStamp - first.at < CHORD_MS ? `${first.key} ${pressed}` : undefined;
  first = undefined;
  const match = all.find(({ keys }) => keys === chord) ?? all.find(({ keys }) => keys === pressed);
  if (match === undefined && all.some(({ keys }) => keys.startsWith(`${pressed} `) && !keys.startsWith('Mod'))) {
    first = { key: pressed, at: event.timeStamp };
  }
  return match !== undefined && (!isTyping || match.inFields === true) ? match : undefined;
}

/** Whether the key does something of its own where the focus is: follows a link, presses a button. */
function isPressing({ key, target }: KeyboardEvent): boolean {
  if (key !== 'Enter' && key !== ' ') return false;
  const pressed = key === 'Enter' ? 'a[href], button, summary, [role="button"]' : 'button, summary, [role="button"]';
  return (target as Element | null)?.closest?.(pressed) != null;
}

function nameOf({ key: typed, code, ctrlKey, metaKey, altKey, shiftKey }: KeyboardEvent): string {
  // On a keyboard of other letters, the key counts that is at the place of ours.
  const key = /^[^\p{ASCII}]$/u.test(typed) && code.startsWith('Key') ? code.slice(3) : typed;
  const isLetter = key.length === 1 && key.toLowerCase() !== key.toUpperCase();
  const parts = [
    ctrlKey || metaKey ? 'Mod' : '',
    altKey ? 'Alt' : '',
    shiftKey && (isLetter || key.length > 1) ? 'Shift' : '',
    key === ' ' ? 'Space' : isLetter ? key.toUpperCase() : key,
  ];
  return parts.filter((part) => part !== '').join(' ');
}
