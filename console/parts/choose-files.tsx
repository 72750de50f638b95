import { type ReadonlySignal, signal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { useRef } from 'preact/hooks';
import { ActButton } from './act-button.tsx';

type ChooseFilesProps = {
  /** What the files are for. */
  label: string;
  onChosen: (files: readonly File[]) => void;
  children: ComponentChildren;
  /** What is done with them; while it runs, none are asked for. */
  act?: { isRunning: ReadonlySignal<boolean> };
  /** Why none can be chosen now. */
  because?: string | undefined;
  look?: 'main';
  accept?: string;
  /** One alone is taken. */
  isOne?: true;
};

const IDLE = { isRunning: signal(false) };

/** A button that asks for files of this device. The same ones may be chosen again. */
export function ChooseFiles({ label, onChosen, children, act = IDLE, ...more }: ChooseFilesProps) {
  const { because, look, accept, isOne } = more;
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <ActButton act={act} because={because} onClick={() => input.current?.click()} {...(look && { look })}>
        {children}
      </ActButton>
      <input
        ref={input}
        class="unseen"
        type="file"
        multiple={isOne !== true}
        disabled={because !== undefined}
        accept={accept}
        tabIndex={-1}
        aria-label={label}
        onChange={({ currentTarget }) => {
          const files = [...(currentTarget.files ?? [])];
          currentTarget.value = '';
          if (files.length > 0) onChosen(files);
        }}
      />
    </>
  );
}
