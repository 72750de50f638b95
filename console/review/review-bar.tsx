import { useState } from 'preact/hooks';
import { ActButton } from '../parts/act-button.tsx';
import { Problem } from '../parts/problem.tsx';
import { toast } from '../parts/toasts.tsx';
import { go } from '../router/address.ts';
import { useMe } from '../shell/me.ts';
import { whatDecisionLacks } from './decisions.ts';
import type { Remark } from './remarks.tsx';
import { ReturnDialog } from './return-dialog.tsx';
import type { ReviewView, useReview } from './use-review.ts';

type ReviewBarProps = {
  view: ReviewView;
  review: ReturnType<typeof useReview>;
  remarks: readonly Remark[];
  rule: string | undefined;
  /** Changes that are still to be passed. */
  left: number;
};

/** The reader's word, always at hand: approve exactly what was read, or return it. */
export function ReviewBar({ view: { record }, review, remarks, rule, left }: ReviewBarProps) {
  const { may } = useMe();
  const [isReturning, setIsReturning] = useState(false);
  const { decisions, send, approve, giveBack, armed } = review;
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
  const notYet =
    left > 0
      ? `${left} ${left === 1 ? 'change' : 'changes'} to pass first.`
      : armed === undefined
        ? 'It is read again first.'
        : undefined;
  const said = rule ?? notYet ?? lacks ?? sayBefore(chosen, record);
  return (
    <div class="review-bar" role="region" aria-label="Your word">
      <Problem error={send.error.value ?? approve.error.value} what="Your word" />
      {said === '' ? null : <p class="small">{said}</p>}
      <button
        type="button"
        class="button"
        aria-disabled={rule !== undefined}
        title={rule}
        onClick={() => rule ?? setIsReturning(true)}
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
          because={rule ?? notYet}
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
        remarks={remarks}
        giveBack={giveBack}
        onDone={() => {
          setIsReturning(false);
          toast('It is back with its authors.');
          go(`/post-mortems/${record.id}`);
        }}
      />
    </div>
  );
}

/** What a choice does to the words of others, said before it is sent. */
function sayBefore(chosen: readonly { is: string }[], { approvals }: ReviewView['record']): string {
  const names = approvals.map(({ by }) => by.name).join(', ');
  if (chosen.some(({ is }) => is === 'put off') && names !== '')
    return `What ${names} approved will have to be approved again.`;
  return '';
}
