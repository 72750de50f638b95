import { useState } from 'preact/hooks';
import { useAct } from '../data/act.ts';
import { api } from '../data/api.ts';
import { got } from '../data/refusal.ts';
import { ActButton } from '../parts/act-button.tsx';
import { Dialog } from '../parts/dialog.tsx';
import { Problem } from '../parts/problem.tsx';
import { toast } from '../parts/toasts.tsx';
import { AskedText } from '../review/asked-text.tsx';
import { afterFixChange, type FixAt } from './fix-at.ts';

type AttestProps = FixAt & { isOpen: boolean; onClose: () => void };

/** A person's word on a check, with how they know. */
export function Attest({ id, fixId, fix, etag, isOpen, onClose }: AttestProps) {
  const checks = fix.checks.flatMap((check, at) =>
    check.kind === 'attestation' ? [{ at, statement: check.statement }] : [],
  );
  const [check, choose] = useState(checks[0]?.at ?? 0);
  const [outcome, setOutcome] = useState<'pass' | 'fail'>();
  const [note, setNote] = useState('');
  const attest = useAct(async (said: 'pass' | 'fail') => {
    const params = { path: { id, remediation: fixId }, header: { 'If-Match': etag } };
    got(
      await api.POST('/post-mortems/{id}/remediations/{remediation}/attestations', {
        params,
        body: { check, outcome: said, note: note.trim() },
      }),
    );
    await afterFixChange(id);
    toast('Your word is in the log.');
    setNote('');
    onClose();
  });
  const because =
    outcome === undefined ? 'Say whether it holds.' : note.trim() === '' ? 'Say how you know.' : undefined;
  return (
    <Dialog isOpen={isOpen} title="Attest" onClose={onClose}>
      <p class="quiet">Your name stands with it, and nobody takes it back. Attest what you have seen yourself.</p>
      <fieldset class="stack">
        <legend class="unseen">Which check</legend>
        {checks.map(({ at, statement }) => (
          <label key={at} class="choice">
            <input type="radio" name="check" checked={check === at} onChange={() => choose(at)} />{' '}
            <span>“{statement}”</span>
          </label>
        ))}
      </fieldset>
      <fieldset class="row">
        <legend>Does it hold?</legend>
        {(['pass', 'fail'] as const).map((one) => (
          <label key={one} class="choice">
            <input type="radio" name="outcome" checked={outcome === one} onChange={() => setOutcome(one)} />
            <span>{one === 'pass' ? 'Yes, it holds' : 'No, it does not'}</span>
          </label>
        ))}
      </fieldset>
      <AskedText
        label="How do you know?"
        rows={3}
        value={note}
        onInput={setNote}
        help="What you did and what you saw."
      />
      <Problem error={attest.error.value} what="Your word" />
      <div class="row">
        <ActButton
          act={attest}
          look="main"
          because={because}
          onClick={() => outcome !== undefined && void attest.act(outcome)}
        >
          Attest
        </ActButton>
        {because === undefined ? null : <span class="small quiet">{because}</span>}
      </div>
    </Dialog>
  );
}
