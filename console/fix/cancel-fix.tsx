import { useState } from 'preact/hooks';
import { useAct } from '../data/act.ts';
import { api } from '../data/api.ts';
import { got } from '../data/refusal.ts';
import { ActButton } from '../parts/act-button.tsx';
import { Dialog } from '../parts/dialog.tsx';
import { Problem } from '../parts/problem.tsx';
import { toast } from '../parts/toasts.tsx';
import { AskedText } from '../review/asked-text.tsx';
import { reasonTooShort } from '../review/reason-too-short.ts';
import { afterFixChange, type FixAt } from './fix-at.ts';

type CancelFixProps = FixAt & { isOpen: boolean; onClose: () => void };

/** Gives the fix up, for good, with the reason. */
export function CancelFix({ id, fixId, etag, isOpen, onClose }: CancelFixProps) {
  const [reason, setReason] = useState('');
  const cancel = useAct(async () => {
    const params = { path: { id, remediation: fixId }, header: { 'If-Match': etag } };
    got(
      await api.POST('/post-mortems/{id}/remediations/{remediation}/cancel', {
        params,
        body: { reason: reason.trim() },
      }),
    );
    await afterFixChange(id);
    toast('The fix is cancelled.');
    onClose();
  });
  return (
    <Dialog isOpen={isOpen} title="Cancel the fix" onClose={onClose}>
      <p class="quiet">It is given up for good: nobody is asked for it again, and it cannot be taken back.</p>
      <AskedText
        label="Why"
        rows={3}
        value={reason}
        onInput={setReason}
        wrong={reasonTooShort(reason)}
        help="So that whoever reads the log in a year understands."
      />
      <Problem error={cancel.error.value} what="The cancellation" />
      <div class="row">
        <ActButton act={cancel} look="grave" because={reasonTooShort(reason)} onClick={() => void cancel.act()}>
          Cancel the fix
        </ActButton>
      </div>
    </Dialog>
  );
}
