import type { Signal } from '@preact/signals';
import { useState } from 'preact/hooks';
import { ActButton } from '../parts/act-button.tsx';
import { Problem } from '../parts/problem.tsx';
import { toast } from '../parts/toasts.tsx';
import { go } from '../router/address.ts';
import { useMe } from '../shell/me.ts';
import { collectRemarks } from './collect-remarks.ts';
import { whatDecisionLacks } from './decisions.ts';
import { ReturnDialog } from './return-dialog.tsx';
import { NOTHING_TYPED, type TypedWords } from './typed-words.ts';
import type { ReviewView, useReview } from './use-review.ts';

type ReviewBarProps = {
  view: ReviewView;
  review: ReturnType<typeof useReview>;
  typed: Signal<TypedWords>;
  /** Why the reader may neither return it nor decide about a recommendation; undefined: they may. */
  rule: string | undefined;
  /** Why they may not approve it, which leaves the other ways open. */
  approvalRule: string | undefined;
};

/** The reader's word, always at hand: approve exactly what was read, or return it. */
export function ReviewBar({ view, review, typed, rule, approvalRule }: ReviewBarProps) {
  const { record } = view;
  const { may } = useMe();
  const [isReturning, setIsReturning] = useState(false);
  const { decisions, send, approve, giveBack, armed } = review;
  const { remarks, reason } = typed.value;
  if (record.status !== 'in review') {
    return (
      <div class="review-bar" role="region" aria-label="Your word">
        <p>The record is {record.status}: there is nothing to approve now.</p>
      </div>
    );
  }
  if (!may('judge records', record.tlp)) return null;
  const chosen = Object.values(decisions);
  const lacks = chosen.map(whatDecisionLacks).find((one) => one !== undefined);
  const notYet = whyNotArmed(view, armed);
  const said = rule ?? (chosen.length > 0 ? undefined : approvalRule) ?? notYet ?? lacks ?? sayBefore(chosen, record);
  return (
    <div class="review-bar" role="region" aria-label="Your word">
      <Problem error={send.error.value ?? approve.error.value} what="Your word" />
      {said === '' ? null : <p class="small">{said}</p>}
      <button
        type="button"
        class="button"
        aria-disabled={rule !== undefined}
        title={rule}
        onClick={() => {
          if (rule !== undefined) return;
          typed.value = { ...typed.value, reason: collectRemarks(reason, remarks) };
          setIsReturning(true);
        }}
      >
        Return
        {remarks.length === 0
          ? ' with reasons …'
          : ` with ${remarks.length} ${remarks.length === 1 ? 'remark' : 'remarks'} …`}
      </button>
      {chosen.length > 0 ? (
        <ActButton act={send} look="main" because={rule ?? lacks} onClick={() => void send.act()}>
          Send {chosen.length} {chosen.length === 1 ? 'decision' : 'decisions'}, then read again
        </ActButton>
      ) : (
        <ActButton
          act={approve}
          look="main"
          // What was decided may be in another revision than the one that is shown.
          because={rule ?? approvalRule ?? (send.isRunning.value ? 'It is read again first.' : notYet)}
          onClick={() => {
            if (armed !== undefined)
              void approve.act(armed).then((isDone) => isDone === true && toast(`You approved revision ${armed}.`));
          }}
        >
          Approve exactly revision {record.revision}
        </ActButton>
      )}
      <ReturnDialog
        isOpen={isReturning}
        onClose={() => setIsReturning(false)}
        reason={reason?.text ?? ''}
        onReason={(text) => {
          typed.value = { ...typed.value, reason: { text, taken: reason?.taken ?? [] } };
        }}
        giveBack={giveBack}
        onDone={() => {
          typed.value = NOTHING_TYPED;
          setIsReturning(false);
          toast('It is back with its authors.');
          go(`/post-mortems/${record.id}`);
        }}
      />
    </div>
  );
}

/** Why the button that approves is not armed, whoever the reader is. */
function whyNotArmed({ cut, arming }: ReviewView, armed: number | undefined): string | undefined {
  if (cut.length > 0)
    return `Of this record, ${cut.join(' and ')} ${cut.length === 1 ? 'is' : 'are'} longer than this page shows: it cannot be approved here.`;
  const left = arming.toPass.length;
  if (left > 0) return `${left} ${left === 1 ? 'change' : 'changes'} to pass first.`;
  return armed === undefined ? 'It is read again first.' : undefined;
}

/** What a choice does to the words of others, said before it is sent. */
function sayBefore(chosen: readonly { is: string }[], { approvals }: ReviewView['record']): string {
  const names = approvals.map(({ by }) => by.name).join(', ');
  if (chosen.some(({ is }) => is === 'put off') && names !== '')
    return `What ${names} approved will have to be approved again.`;
  return '';
}
