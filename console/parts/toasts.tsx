import { signal } from '@preact/signals';

type Toast = { id: number; words: string; undo?: (() => void) | undefined };

const shown = signal<readonly Toast[]>([]);
let last = 0;

/** Time in which something can be undone, in milliseconds. */
const STAYS_MS = 10_000;

/** Says briefly what happened. @param undo takes it back, for as long as the word is shown */
export function toast(words: string, undo?: () => void): void {
  last += 1;
  const id = last;
  shown.value = [...shown.value.slice(-2), { id, words, undo }];
  setTimeout(() => forget(id), STAYS_MS);
}

/** Takes the latest thing back that can still be undone. @returns whether there was one */
export function undoLatest(): boolean {
  const one = shown.value.findLast(({ undo }) => undo !== undefined);
  if (one === undefined) return false;
  forget(one.id);
  one.undo?.();
  return true;
}

const forget = (id: number) => {
  shown.value = shown.value.filter((one) => one.id !== id);
};

export function Toasts() {
  return (
    <div class="toasts" role="status" aria-live="polite">
      {shown.value.map(({ id, words, undo }) => (
        <div class="toast" key={id}>
          <span>{words}</span>
          {undo === undefined ? null : (
            <button
              type="button"
              onClick={() => {
                forget(id);
                undo();
              }}
            >
              Undo
            </button>
          )}
          <button type="button" aria-label="Close this message" onClick={() => forget(id)}>
            ×
          </button>
        </div>
      ))}
    </div>
  );
}
