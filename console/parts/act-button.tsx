import type { ReadonlySignal } from '@preact/signals';
import type { ComponentChildren } from 'preact';

type ActButtonProps = {
  act: { isRunning: ReadonlySignal<boolean> };
  onClick: () => void;
  /** Why it cannot be done now; the button stays, and says so. */
  because?: string | undefined;
  look?: 'main' | 'grave' | 'plain';
  children: ComponentChildren;
};

/** A button for what decides: it shows that it runs, is sent once, and says why it is not possible. */
export function ActButton({ act, onClick, because, look, children }: ActButtonProps) {
  const isOff = because !== undefined || act.isRunning.value;
  return (
    <button
      type="button"
      class={`button${look === undefined ? '' : ` button-${look}`}`}
      aria-disabled={isOff}
      title={because}
      onClick={() => {
        if (!isOff) onClick();
      }}
    >
      {act.isRunning.value ? 'One moment …' : children}
    </button>
  );
}
