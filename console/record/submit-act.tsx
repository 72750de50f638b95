import { useState } from 'preact/hooks';
import { useAct } from '../data/act.ts';
import { api } from '../data/api.ts';
import { queries } from '../data/query.ts';
import { got } from '../data/refusal.ts';
import { ActButton } from '../parts/act-button.tsx';
import { Dialog } from '../parts/dialog.tsx';
import { to } from '../router/to.ts';
import { type Binding, useKeys } from '../shell/keys.ts';
import { ClassifyForm } from './classify-form.tsx';
import { useDesk } from './desk.ts';
import { DraftsLeft } from './drafts-left.tsx';
import { flushAll, isAnythingUnsent, writingKey } from './editing/writings.ts';
import { jumpTo } from './jump.ts';
import { type RecordNow, showRecord } from './record-data.ts';
import { ProblemOrTold, Told } from './told.tsx';

/** What can be done with the whole record: classify it, hand it in, judge it, end it. */
export function SubmitAct({ record }: { record: RecordNow }) {
  const [open, setOpen] = useState<'classify' | 'submit'>();
  const act = (name: RecordNow['acts'][number]['act']) => record.acts.find((one) => one.act === name);
  const missing = record.completeness.missing.length;
  const isOpen = record.status === 'open';
  useKeys(GO_TO_SUBMIT);
  return (
    <>
      {act('classify')?.isAllowed === true ? (
        <button type="button" class="button" id="f-category" onClick={() => setOpen('classify')}>
          Classify
        </button>
      ) : null}
      {act('waive')?.isAllowed === true ? (
        <a class="button" href={to.waive(record.id)}>
          Waive
        </a>
      ) : null}
      {act('merge')?.isAllowed === true ? (
        <a class="button" href={to.merge(record.id)}>
          Merge
        </a>
      ) : null}
      {record.status === 'in review' ? (
        <a id="submit" class="button button-main" href={to.review(record.id)}>
          Review
        </a>
      ) : null}
      {isOpen && act('write')?.isAllowed === true ? (
        <button
          id="submit"
          type="button"
          class={`button${missing === 0 ? ' button-main' : ''}`}
          onClick={() => setOpen('submit')}
        >
          Submit{missing === 0 ? '' : ` (${missing} missing)`}
        </button>
      ) : null}
      <Dialog isOpen={open === 'classify'} title="Classify" onClose={() => setOpen(undefined)}>
        <ClassifyForm record={record} onDone={() => setOpen(undefined)} />
      </Dialog>
      <Dialog isOpen={open === 'submit'} title="Submit for review" onClose={() => setOpen(undefined)}>
        <SubmitForm record={record} onDone={() => setOpen(undefined)} onClassify={() => setOpen('classify')} />
      </Dialog>
    </>
  );
}

const GO_TO_SUBMIT: readonly Binding[] = [
  {
    keys: 'Mod Shift Enter',
    words: 'Go to Submit, which is pressed by itself',
    run: () => document.getElementById('submit')?.focus(),
    inFields: true,
  },
];

type SubmitFormProps = { record: RecordNow; onDone: () => void; onClassify: () => void };

function SubmitForm({ record, onDone, onClassify }: SubmitFormProps) {
  const { id, completeness, acts } = record;
  const { person } = useDesk();
  const why = acts.find(({ act }) => act === 'submit');
  const submitting = useAct(async () => {
    const here = writingKey(person, id);
    await flushAll(here);
    if (isAnythingUnsent(here))
      throw new Told('Something on this page is not sent yet. Look for what is marked, and submit then.');
    // The record may have moved on with what was just sent: what is handed in is what is there, and nobody else's change is overwritten.
    const known = queries.getQueryData<{ data: RecordNow }>(['record', id])?.data ?? record;
    const params = { path: { id }, header: { 'If-Match': `"${known.revision}"` } };
    showRecord(got(await api.POST('/post-mortems/{id}/submit', { params })).data);
    onDone();
  });
  if (completeness.missing.length > 0) {
    return (
      <>
        <p>{completeness.missing.length} things are missing. Each leads into its field.</p>
        <ol class="record-missing">
          {completeness.missing.map(({ path, message }) => (
            <li key={`${path} ${message}`}>
              <button
                type="button"
                class="button button-plain"
                onClick={() => {
                  if (path === 'category') return onClassify();
                  onDone();
                  jumpTo(path);
                }}
              >
                {message}
              </button>
            </li>
          ))}
        </ol>
      </>
    );
  }
  return (
    <>
      <p>
        Nobody writes in it from then on, until it is approved or returned. Somebody who wrote nothing in it has to
        approve it.
      </p>
      <DraftsLeft onLeave={onDone} />
      <ProblemOrTold error={submitting.error.value} what="The submission" />
      <div class="row">
        <ActButton
          act={submitting}
          look="main"
          because={why?.isAllowed === true ? undefined : why?.because}
          onClick={() => void submitting.act()}
        >
          Submit
        </ActButton>
        {why?.isAllowed === true ? null : <span class="quiet">{why?.because}</span>}
      </div>
    </>
  );
}
