import { useEffect, useRef } from 'preact/hooks';
import { timeInWords } from '../../marks/time.tsx';
import type { EntryDraft } from './entry-draft.ts';
import { KINDS, KindMark, MILESTONES, PRECISIONS } from './kinds.tsx';
import type { instantOf } from './wall-time.ts';
import { wallTime } from './wall-time.ts';
import { ZonePicker } from './zone-picker.tsx';

type FieldsProps = {
  draft: EntryDraft;
  put: (change: Partial<EntryDraft>) => void;
  id: string;
  /** It is on its way: nothing is typed meanwhile. */
  isFixed: boolean;
};

/** When it was, on the clocks of a zone. */
export function TimeFields({
  draft,
  put,
  id,
  isFixed,
  placed,
}: FieldsProps & { placed: ReturnType<typeof instantOf> }) {
  const step = (minutes: number) => {
    if (placed === undefined) return;
    put({ wall: wallTime(new Date(Date.parse(placed.at) + minutes * 60_000).toISOString(), draft.zone) });
  };
  return (
    <div class="entry-times">
      <div>
        <label for={`${id}-wall`}>When</label>
        <input
          id={`${id}-wall`}
          class="input"
          type="datetime-local"
          step={/:\d\d:\d\d/.test(draft.wall) ? 1 : 60}
          value={draft.wall}
          readOnly={isFixed}
          onInput={({ currentTarget }) => put({ wall: currentTarget.value })}
          onKeyDown={(event) => {
            if (!event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return;
            event.preventDefault();
            step((event.key === 'ArrowUp' ? 1 : -1) * (event.shiftKey ? 10 : 1));
          }}
        />
      </div>
      <ZonePicker id={`${id}-zone`} zone={draft.zone} onChange={(zone) => put({ zone })} />
      <div>
        <label for={`${id}-precision`}>Known to the</label>
        <select
          id={`${id}-precision`}
          class="select"
          value={draft.precision}
          onChange={({ currentTarget }) => put({ precision: currentTarget.value })}
        >
          <option value="">second, as written</option>
          {PRECISIONS.map((precision) => (
            <option key={precision}>{precision}</option>
          ))}
        </select>
      </div>
      <p class="quiet small entry-utc" aria-live="polite">
        {placed === undefined ? 'A day and a time are wanted.' : `${placed.at.slice(0, 16).replace('T', ' ')} UTC`}
        {placed?.isRepeated === true ? ' · the clocks were put back: the earlier of the two is taken' : ''}
        {placed?.isMissing === true ? ` · no clock showed that time: taken as ${timeInWords(placed.at)}` : ''}
        {' · Alt ↑ ↓ moves it by a minute, with Shift by ten'}
      </p>
    </div>
  );
}

/** What happened. */
export function WhatField({ draft, put, id, isFixed }: FieldsProps) {
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(() => field.current?.focus(), []);
  const left = 4_000 - draft.what.length;
  return (
    <div>
      <label for={`${id}-what`}>What happened; a role, never a name</label>
      <textarea
        ref={field}
        id={`${id}-what`}
        class="input"
        rows={2}
        value={draft.what}
        readOnly={isFixed}
        aria-invalid={left < 0}
        onInput={({ currentTarget }) => put({ what: currentTarget.value })}
      />
      {left < 200 ? <p class="quiet small">{left < 0 ? `${-left} letters too many` : `${left} letters left`}</p> : null}
    </div>
  );
}

/** What kind of thing it was, who did it, and what shows it. */
export function KindFields({ draft, put, id, isFixed }: FieldsProps) {
  return (
    <>
      <fieldset class="row">
        <legend>Kind</legend>
        {KINDS.map((kind) => (
          <label key={kind} class="entry-kind">
            <input type="radio" name={`${id}-kind`} checked={draft.kind === kind} onChange={() => put({ kind })} />
            <KindMark kind={kind} isWordShown />
          </label>
        ))}
      </fieldset>
      <div class="entry-times">
        <div>
          <label for={`${id}-role`}>Who did it, as a role</label>
          <input
            id={`${id}-role`}
            class="input"
            maxLength={200}
            value={draft.role}
            readOnly={isFixed}
            onInput={({ currentTarget }) => put({ role: currentTarget.value })}
          />
        </div>
        <div>
          <label for={`${id}-by`}>What shows it</label>
          <input
            id={`${id}-by`}
            class="input"
            maxLength={500}
            value={draft.evidencedBy}
            readOnly={isFixed}
            onInput={({ currentTarget }) => put({ evidencedBy: currentTarget.value })}
          />
        </div>
        <div>
          <label for={`${id}-milestone`}>The incident</label>
          <select
            id={`${id}-milestone`}
            class="select"
            value={draft.milestone}
            onChange={({ currentTarget }) => put({ milestone: currentTarget.value })}
          >
            <option value="">reached nothing then</option>
            {MILESTONES.map((milestone) => (
              <option key={milestone} value={milestone}>
                {milestone === 'began' ? 'began' : `was ${milestone}`}
              </option>
            ))}
          </select>
        </div>
      </div>
    </>
  );
}
