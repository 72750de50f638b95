import type { ComponentChildren } from 'preact';
import { useId, useLayoutEffect, useRef } from 'preact/hooks';

type DialogProps = {
  isOpen: boolean;
  title: string;
  onClose: () => void;
  /** Asked before it is closed by hand, where something would be lost by that. */
  mayClose?: () => boolean;
  /** It has no other way out than what it offers. */
  isFirm?: boolean;
  isWide?: boolean;
  children: ComponentChildren;
};

/** A dialog over the page, of the browser's own: it keeps the focus, and gives it back. What is typed in it is lost by no click beside it. */
export function Dialog({ isOpen, title, onClose, mayClose, isFirm = false, isWide = false, children }: DialogProps) {
  const element = useRef<HTMLDialogElement>(null);
  const id = useId();
  useLayoutEffect(() => {
    const dialog = element.current;
    if (!isOpen || dialog === null) return undefined;
    const before = document.activeElement;
    if (!dialog.open) dialog.showModal();
    return () => {
      // Taken out of the page while it is open, a dialog gives nothing back by itself. Once it is out: until then it keeps the focus.
      queueMicrotask(() => {
        if (document.activeElement === document.body && before instanceof HTMLElement) before.focus();
      });
    };
  }, [isOpen]);
  useLayoutEffect(() => {
    // A browser that is asked twice to close it does so without asking. Where its owner asks first, it stays.
    if (isOpen && element.current?.open === false) element.current.showModal();
  });
  if (!isOpen) return null;
  const isKept = () => isFirm || mayClose?.() === false;
  return (
    <dialog
      ref={element}
      class={`dialog${isWide ? ' dialog-wide' : ''}`}
      aria-labelledby={id}
      // Asked twice, a browser closes any dialog for a moment before it can be opened again.
      closedby={isFirm ? 'none' : undefined}
      onCancel={(event) => {
        // That of a field for files comes up here, too.
        if (event.target !== event.currentTarget) return;
        event.preventDefault();
        if (!isKept()) onClose();
      }}
      onClose={({ target, currentTarget }) => {
        // A browser that is asked twice to close it does so without asking.
        if (target !== currentTarget || !isOpen) return;
        if (isKept()) currentTarget.showModal();
        else onClose();
      }}
    >
      <div class="stack">
        <div class="row row-apart">
          <h2 id={id}>{title}</h2>
          {isFirm ? null : (
            <button
              type="button"
              class="button button-plain"
              onClick={() => {
                if (!isKept()) onClose();
              }}
            >
              Close
            </button>
          )}
        </div>
        {children}
      </div>
    </dialog>
  );
}
