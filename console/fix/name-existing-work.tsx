import { useState } from 'preact/hooks';
import { useAct } from '../data/act.ts';
import { api, type Schemas } from '../data/api.ts';
import { got } from '../data/refusal.ts';
import { ActButton } from '../parts/act-button.tsx';
import { Dialog } from '../parts/dialog.tsx';
import { Problem } from '../parts/problem.tsx';
import { toast } from '../parts/toasts.tsx';
import { AskedText } from '../review/asked-text.tsx';
import { afterFixChange, type FixAt } from './fix-at.ts';

type NameExistingWorkProps = FixAt & { isOpen: boolean; onClose: () => void };
type Kind = Schemas['ExistingWork']['kind'] | 'none';

const KINDS: { kind: Kind; words: string }[] = [
  { kind: 'ticket', words: 'A Jira ticket that is there' },
  { kind: 'pull request', words: 'A pull request' },
  { kind: 'none', words: 'No other work: it gets a ticket of its own' },
];

/** Names other work for a fix whose ticket could not be made or taken. */
export function NameExistingWork({ id, fixId, etag, isOpen, onClose }: NameExistingWorkProps) {
  const [kind, setKind] = useState<Kind>('ticket');
  const [where, setWhere] = useState('');
  const name = useAct(async () => {
    const params = { path: { id, remediation: fixId }, header: { 'If-Match': etag } };
    const named = where.trim();
    const body =
      kind === 'ticket' ? { kind, ticket: named } : kind === 'pull request' ? { kind, url: named } : { kind };
    got(await api.POST('/post-mortems/{id}/remediations/{remediation}/existing-work', { params, body }));
    await afterFixChange(id);
    toast('Named.');
    onClose();
  });
  const because = kind === 'none' || where.trim() !== '' ? undefined : 'Say which.';
  return (
    <Dialog isOpen={isOpen} title="Work that is there" onClose={onClose}>
      <fieldset class="stack">
        <legend class="unseen">Kind of work</legend>
        {KINDS.map((one) => (
          <label key={one.kind} class="choice">
            <input type="radio" name="kind" checked={kind === one.kind} onChange={() => setKind(one.kind)} />
            <span>{one.words}</span>
          </label>
        ))}
      </fieldset>
      {kind === 'none' ? null : (
        <AskedText
          label={kind === 'ticket' ? 'Key or address' : 'Address'}
          value={where}
          onInput={setWhere}
          help={
            kind === 'ticket' ? 'Such as NET-12. It becomes the ticket of the fix.' : 'https. The new ticket names it.'
          }
        />
      )}
      <Problem error={name.error.value} what="The work" />
      <div class="row">
        <ActButton act={name} look="main" because={because} onClick={() => void name.act()}>
          Name it
        </ActButton>
      </div>
    </Dialog>
  );
}
