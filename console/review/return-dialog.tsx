import { useEffect, useState } from 'preact/hooks';
import { ActButton } from '../parts/act-button.tsx';
import { Dialog } from '../parts/dialog.tsx';
import { Problem } from '../parts/problem.tsx';
import { AskedText } from './asked-text.tsx';
import { reasonTooShort } from './reason-too-short.ts';
import type { Remark } from './remarks.tsx';
import type { useReview } from './use-review.ts';

type ReturnDialogProps = {
  isOpen: boolean;
  onClose: () => void;
  remarks: readonly Remark[];
  giveBack: ReturnType<typeof useReview>['giveBack'];
  onDone: () => void;
};

/** Remarks as one reason: the place before each. */
export const reasonOf = (remarks: readonly Remark[]): string =>
  remarks.map(({ place, text }) => `${place}: ${text.trim()}`).join('\n');

/** Sends the record back to its authors; what was pinned to its places stands in the reason already. */
export function ReturnDialog({ isOpen, onClose, remarks, giveBack, onDone }: ReturnDialogProps) {
  const [reason, setReason] = useState('');
  useEffect(() => {
    if (isOpen) setReason(reasonOf(remarks));
  }, [isOpen]);
  const because = reasonTooShort(reason);
  return (
    <Dialog isOpen={isOpen} title="Return to its authors" onClose={onClose}>
      <p class="quiet">It is open again, and they read this. Words that were given in this round are given anew.</p>
      <AskedText
        label="Why"
        rows={8}
        value={reason}
        onInput={setReason}
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
