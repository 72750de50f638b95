import type { ComponentChildren } from 'preact';
import { useEffect, useId, useRef } from 'preact/hooks';

type DialogProps = {
  isOpen: boolean;
  title: string;
  onClose: () => void;
  /** It has no other way out than what it offers. */
  isFirm?: boolean;
  isWide?: boolean;
  children: ComponentChildren;
};

/** A dialog over the page, of the browser's own: it keeps the focus, and gives it back. What is typed in it is lost by no click beside it. */
export function Dialog({ isOpen, title, onClose, isFirm = false, isWide = false, children }: DialogProps) {
  const element = useRef<HTMLDialogElement>(null);
  const id = useId();
  useEffect(() => {
    const dialog = element.current;
    if (isOpen && dialog?.open === false) dialog.showModal();
    if (!isOpen) dialog?.close();
  }, [isOpen]);
  if (!isOpen) return null;
  return (
    <dialog
      ref={element}
      class={`dialog${isWide ? ' dialog-wide' : ''}`}
      aria-labelledby={id}
      onCancel={(event) => {
        event.preventDefault();
        if (!isFirm) onClose();
      }}
    >
      <div class="stack">
        <div class="row row-apart">
          <h2 id={id}>{title}</h2>
          {isFirm ? null : (
            <button type="button" class="button button-plain" onClick={onClose}>
              Close
            </button>
          )}
        </div>
        {children}
      </div>
    </dialog>
  );
}
