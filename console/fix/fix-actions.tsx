import { useState } from 'preact/hooks';
import { useAct } from '../data/act.ts';
import { api, type Schemas } from '../data/api.ts';
import { got } from '../data/refusal.ts';
import { ActButton } from '../parts/act-button.tsx';
import { Problem } from '../parts/problem.tsx';
import { toast } from '../parts/toasts.tsx';
import { type Action, useMe } from '../shell/me.ts';
import { AcceptRisk } from './accept-risk.tsx';
import { Attest } from './attest.tsx';
import { CancelFix } from './cancel-fix.tsx';
import { afterFixChange, type FixAt } from './fix-at.ts';
import { whyNotAccept, whyNotAttest, whyNotCancel, whyNotCheck, whyNotDecide } from './fix-rules.ts';
import { NameExistingWork } from './name-existing-work.tsx';

type Asked = 'attest' | 'accept' | 'cancel' | 'work' | undefined;

/** What a person may do about a fix, by their role; a rule that keeps them from it is said. */
export function FixActions({ record, ...at }: FixAt & { record: Schemas['Record'] }) {
  const { me, may: mayAt } = useMe();
  // Whoever reads a record beyond the reach of their role takes part in it.
  const may = (action: Action) => mayAt(action, record.tlp, true);
  const [asked, ask] = useState<Asked>(undefined);
  const { id, fixId, fix } = at;
  const check = useAct(async () => {
    const path = { id, remediation: fixId };
    const { data } = got(await api.POST('/post-mortems/{id}/remediations/{remediation}/check', { params: { path } }));
    await afterFixChange(id);
    toast(data.changes.length === 0 ? 'Checked: it stands as before.' : 'Checked: where it stands has changed.');
  });
  const close = () => ask(undefined);
  const offers = [
    {
      is: 'attest',
      words: 'Attest …',
      isShown: may('attest fixes') && fix.checks.some(({ kind }) => kind === 'attestation'),
      because: whyNotAttest(fix, me),
    },
    { is: 'accept', words: 'Accept the risk …', isShown: may('accept risks'), because: whyNotAccept(fix, record, me) },
    {
      is: 'work',
      words: 'Name other work …',
      isShown: may('cancel remediations') && fix.state === 'requested',
      because: whyNotDecide(record, me),
    },
    { is: 'cancel', words: 'Cancel it …', isShown: may('cancel remediations'), because: whyNotCancel(fix, record, me) },
  ] as const;
  const rule = whyNotAttest(fix, me);
  const rules = [
    offers.some(({ is, isShown }) => is === 'attest' && isShown) && rule !== undefined ? `Attest: ${rule}` : undefined,
    offers.some(({ is, isShown }) => is !== 'attest' && isShown) ? whyNotDecide(record, me) : undefined,
  ].filter((one) => one !== undefined);
  if (fix.state === 'cancelled') return null;
  return (
    <section aria-label="What you may do" class="fix-actions">
      <div class="row">
        {may('check fixes') ? (
          <ActButton act={check} onClick={() => void check.act()} because={whyNotCheck(fix)} look="main">
            Check now
          </ActButton>
        ) : null}
        {offers.map(({ is, words, isShown, because }) =>
          isShown ? (
            <button
              key={is}
              type="button"
              class="button"
              aria-disabled={because !== undefined}
              title={because}
              onClick={() => because ?? ask(is)}
            >
              {words}
            </button>
          ) : null,
        )}
      </div>
      {rules.map((words) => (
        <p key={words} class="small quiet">
          {words}
        </p>
      ))}
      <Problem error={check.error.value} what="The check" />
      <Attest {...at} isOpen={asked === 'attest'} onClose={close} />
      <AcceptRisk {...at} isOpen={asked === 'accept'} onClose={close} />
      <CancelFix {...at} isOpen={asked === 'cancel'} onClose={close} />
      <NameExistingWork {...at} isOpen={asked === 'work'} onClose={close} />
    </section>
  );
}
