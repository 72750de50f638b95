import { ActButton } from '../parts/act-button.tsx';
import { Dialog } from '../parts/dialog.tsx';
import { Problem } from '../parts/problem.tsx';
import { AskedText } from './asked-text.tsx';
import { reasonTooShort } from './reason-too-short.ts';
import type { useReview } from './use-review.ts';

type ReturnDialogProps = {
  isOpen: boolean;
  onClose: () => void;
  reason: string;
  onReason: (reason: string) => void;
  giveBack: ReturnType<typeof useReview>['giveBack'];
  onDone: () => void;
};

/** Sends the record back to its authors; what was pinned to its places stands in the reason already. */
export function ReturnDialog({ isOpen, onClose, reason, onReason, giveBack, onDone }: ReturnDialogProps) {
  const because = reasonTooShort(reason);
  return (
    <Dialog isOpen={isOpen} title="Return to its authors" onClose={onClose}>
      <p class="quiet">It is open again, and they read this. Words that were given in this round are given anew.</p>
      <AskedText
        label="Why"
        rows={8}
        value={reason}
        onInput={onReason}
        wrong={because}
        help="Your remarks are collected here; say what is to be done."
      />
      <Problem error={giveBack.error.value} what="The return" />
      <div class="row">
        <ActButton
          act={giveBack}
          look="main"
          because={because}
          onClick={() =>
            void giveBack.act(reason.trim()).then((isDone) => {
              if (isDone === true) onDone();
            })
          }
        >
          Return it
        </ActButton>
      </div>
    </Dialog>
  );
}
