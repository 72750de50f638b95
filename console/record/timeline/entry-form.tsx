import type { ComponentChildren } from 'preact';
import { useId, useRef, useState } from 'preact/hooks';
import { useAct } from '../../data/act.ts';
import { Refusal } from '../../data/refusal.ts';
import { ActButton } from '../../parts/act-button.tsx';
import { Problem } from '../../parts/problem.tsx';
import { placedOf } from './drafts.ts';
import type { Written } from './entries.ts';
import type { EntryDraft } from './entry-draft.ts';
import { KindFields, TimeFields, WhatField } from './entry-fields.tsx';
import { KINDS, MILESTONES, PRECISIONS } from './kinds.tsx';

type EntryFormProps = {
  title: string;
  note: ComponentChildren;
  first: EntryDraft;
  /** Told of every letter. */
  onTyped: (change: Partial<EntryDraft>) => void;
  save: (entry: Written) => Promise<unknown>;
  /** Told which form it is that goes. */
  onDone: (form: HTMLFormElement | null) => void;
};

/** One entry of the timeline, new or to be corrected. */
export function EntryForm({ title, note, first, onTyped, save, onDone }: EntryFormProps) {
  const [draft, setDraft] = useState(first);
  const id = useId();
  const saving = useAct(async () => save(entryOf(draft)));
  const placed = placedOf(draft);
  const form = useRef<HTMLFormElement>(null);
  const isFixed = saving.isRunning.value;
  const put = (change: Partial<EntryDraft>) => {
    // What is on its way is not changed under it: the fields show again what was sent.
    setDraft({ ...draft, ...(isFixed ? {} : change) });
    if (!isFixed) onTyped(change);
  };
  const done = () => onDone(form.current);
  const submit = async () => {
    if (lacksOf(draft) !== undefined || saving.isRunning.value) return;
    if ((await saving.act()) !== undefined) done();
  };
  return (
    <form
      ref={form}
      class="entry-form card stack"
      aria-label={title}
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && (event.metaKey || event.ctrlKey) && !event.shiftKey) void submit();
        if (event.key === 'Escape') done();
      }}
    >
      <h3>{title}</h3>
      {note}
      <TimeFields {...{ draft, put, id, isFixed, placed }} />
      <WhatField {...{ draft, put, id, isFixed }} />
      <KindFields {...{ draft, put, id, isFixed }} />
      <div class="row">
        <ActButton act={saving} onClick={() => void submit()} look="main" because={lacksOf(draft)}>
          Save entry
        </ActButton>
        <button type="button" class="button" onClick={done}>
          Close
        </button>
        <span class="quiet small">Ctrl Enter saves; what you typed is kept when you close this</span>
      </div>
      <Problem error={saving.error.value} what="The entry" />
      {saving.error.value instanceof Refusal && saving.error.value.status === 412 ? (
        <p>Somebody changed this entry meanwhile. What you typed stays here; close to see theirs.</p>
      ) : null}
    </form>
  );
}

/** What keeps an entry from being saved. */
function lacksOf(draft: EntryDraft): string | undefined {
  const { what } = draft;
  if (placedOf(draft) === undefined) return 'When it happened is missing';
  if (what.trim() === '') return 'What happened is missing';
  return what.length > 4_000 ? 'It is longer than 4,000 letters' : undefined;
}

function entryOf(draft: EntryDraft): Written {
  const { what, kind, precision, role, evidencedBy, milestone } = draft;
  return {
    at: placedOf(draft)?.at ?? '',
    what,
    kind: KINDS.find((one) => one === kind) ?? 'action',
    ...pick('precision', PRECISIONS, precision),
    ...pick('milestone', MILESTONES, milestone),
    ...(role.trim() === '' ? {} : { role }),
    ...(evidencedBy.trim() === '' ? {} : { evidencedBy }),
  };
}

function pick<Name extends string, Value extends string>(name: Name, values: readonly Value[], value: string) {
  const found = values.find((one) => one === value);
  return (found === undefined ? {} : { [name]: found }) as { [key in Name]?: Value };
}
