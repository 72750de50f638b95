import { useState } from 'preact/hooks';
import { Dialog } from '../../parts/dialog.tsx';
import type { Entry } from './entries.ts';
import type { PasteReading } from './paste/pasted.ts';
import { PasteBox } from './paste-box.tsx';
import { pasteReading } from './paste-reading.ts';

type PasteDialogProps = { id: string; existing: readonly Entry[]; onClose: () => void };

/** A chat, a log or a file becomes entries: nothing is sent before day, zone and roles are known, and names never are. */
export function PasteDialog({ id, existing, onClose }: PasteDialogProps) {
  const [text, setText] = useState('');
  const [reading, setReading] = useState<PasteReading>();
  const [textRead, setTextRead] = useState<string>();
  const [isReviewed, setIsReviewed] = useState(false);
  const part = pasteReading.usePart();
  const [isLeaving, setIsLeaving] = useState(false);
  return (
    <Dialog
      isOpen
      isWide
      title={isLeaving ? 'Drop what you pasted?' : 'Paste a chat, a log or a file'}
      onClose={() => {
        if (text.trim() === '') onClose();
        else setIsLeaving(!isLeaving);
      }}
    >
      {isLeaving ? <Leaving onStay={() => setIsLeaving(false)} onLeave={onClose} /> : null}
      <div hidden={isLeaving || isReviewed}>
        <PasteBox
          typed={text}
          isShown={!isLeaving && !isReviewed}
          onTyped={setText}
          onRead={(read, typed) => {
            // The same text again is the same reading, with all that was said of it.
            if (typed !== textRead) setReading(read);
            setTextRead(typed);
            setIsReviewed(true);
          }}
        />
      </div>
      {reading === undefined || part === undefined ? null : (
        <div hidden={isLeaving || !isReviewed}>
          <part.PasteReview
            {...{ id, reading, existing, onClose }}
            isShown={!isLeaving && isReviewed}
            onBack={() => setIsReviewed(false)}
          />
        </div>
      )}
    </Dialog>
  );
}

function Leaving({ onStay, onLeave }: { onStay: () => void; onLeave: () => void }) {
  return (
    <div class="stack">
      <p>It is kept nowhere but here. What is not in the timeline yet would have to be pasted again.</p>
      <div class="row">
        <button type="button" class="button button-main" ref={focus} onClick={onStay}>
          Go on with it
        </button>
        <button type="button" class="button" onClick={onLeave}>
          Drop it
        </button>
      </div>
    </div>
  );
}

const focus = (button: HTMLButtonElement | null) => button?.focus();
