import { useAct } from '../../data/act.ts';
import { api, type Schemas } from '../../data/api.ts';
import { queries } from '../../data/query.ts';
import { got } from '../../data/refusal.ts';
import { fieldId } from '../../forms/field-id.ts';
import type { Shape } from '../../forms/shape.ts';
import { ActButton } from '../../parts/act-button.tsx';
import { Problem } from '../../parts/problem.tsx';
import { toast } from '../../parts/toasts.tsx';
import { PARTS, type PartKey } from '../contents.ts';
import { useDesk } from '../desk.ts';
import { DraftOfOthers } from '../draft-of-others.tsx';
import { partDoor, partIn } from '../editing/doors.ts';
import { NOTHING } from '../editing/kept.ts';
import { draftsKey, dropDraft } from '../editing/shared-drafts.ts';
import type { Writing } from '../editing/writing.ts';
import { endWriting, writingKey } from '../editing/writings.ts';
import { unfold, unfolded } from '../jump.ts';
import { VerificationWarning } from '../recommendation/verification-warning.tsx';
import { showRecord } from '../record-data.ts';
import { SavedState } from '../saved-state.tsx';
import { beginWriting, useWriting } from '../use-writing.ts';
import { WritingFields } from '../writing-fields.tsx';
import { fieldsInstead } from './fields-instead.tsx';
import { beginPart, forgetPart } from './new-parts.ts';
import { PartMarks } from './part-marks.tsx';
import { partWords } from './part-words.ts';

type PartCardProps = { name: PartKey; id: string | undefined; path: string; shape: Shape };

/** A part in a line; unfolded it is a form. */
export function PartCard({ name, id, path, shape }: PartCardProps) {
  const desk = useDesk();
  const { record, mayWrite } = desk;
  const version = id === undefined ? NOTHING : partIn(record, name, id, shape);
  const writing = useWriting(desk, path, version, () => partDoor(record.id, name, shape), id === undefined);
  const at = id === undefined ? path : `${name}.${id}`;
  const isOpen = unfolded.value.has(path) || unfolded.value.has(at);
  const { sort, words } = partWords(name, writing.mine.value);
  const fold = () => {
    unfold(path, !isOpen);
    if (path !== at) unfold(at, !isOpen);
  };
  return (
    <li class={`record-part${isOpen ? ' is-open' : ''}`} id={at}>
      <div class="record-part-head">
        <button
          type="button"
          class="record-part-line"
          aria-expanded={isOpen}
          onClick={fold}
          id={isOpen ? undefined : `f-${at}`}
        >
          <span class="record-fold" aria-hidden="true">
            {isOpen ? '▾' : '▸'}
          </span>
          {sort === '' ? null : <span class="record-sort">{sort}</span>}
          <bdi class={words === '' ? 'quiet' : ''}>{words === '' ? `A new ${PARTS[name].one}` : words}</bdi>
        </button>
        <PartMarks name={name} id={id} />
        <SavedState writing={writing} />
      </div>
      {isOpen ? (
        <div class="record-part-form" id={`f-${at}`}>
          {mayWrite ? <DraftOfOthers writing={writing} /> : null}
          <WritingFields {...{ desk, writing, shape, path: at }} instead={fieldsInstead(desk, name, id)} />
          {name === 'recommendations' ? <VerificationWarning value={writing.mine.value} /> : null}
          {mayWrite ? <Remove {...{ name, id, path, shape, writing }} /> : null}
        </div>
      ) : null}
    </li>
  );
}

/** Takes a part out; for ten seconds it can be had back. What was only begun is let go. */
function Remove({ name, id, path, shape, writing }: PartCardProps & { writing: Writing }) {
  const desk = useDesk();
  const { record, keep, person } = desk;
  const { one, route } = PARTS[name];
  const removing = useAct(async () => {
    const words = writing.mine.peek();
    // What was on its way when it was begun may be in the record by now.
    await writing.flush();
    const made = id ?? writing.partId.peek();
    if (made !== undefined && writing.phase.peek().kind !== 'gone') {
      const etag = writing.etag;
      const address = `/post-mortems/{id}/${route}/{part}` as '/post-mortems/{id}/root-causes/{part}';
      const params = { path: { id: record.id, part: made }, header: { 'If-Match': etag ?? '*' } };
      const answer = await api.DELETE(address, { params });
      if (answer.response.status !== 404) showRecord(got(answer).data);
    }
    await writing.letGo();
    await dropDraftsAt(record.id, [path, writing.place]);
    await keep.drop(path).catch(() => undefined);
    forgetPart(record.id, path);
    document.getElementById(fieldId(name))?.focus();
    endWriting(writingKey(person, record.id, path));
    if (words === undefined) return;
    toast(made === undefined ? `Let go of the ${one}` : `Removed the ${one}; the log keeps what it said`, () => {
      // It is kept and sent like all that is typed, also where its list is not drawn any more.
      void beginWriting(desk, beginPart(record.id, name, words), NOTHING, () =>
        partDoor(record.id, name, shape),
      ).flush();
    });
  });
  return (
    <div class="row record-part-acts">
      <ActButton act={removing} look="plain" onClick={() => void removing.act()}>
        Remove this {one}
      </ActButton>
      <Problem error={removing.error.value} />
    </div>
  );
}

/** It would be found there again, and begun anew. */
async function dropDraftsAt(id: string, places: readonly string[]): Promise<void> {
  const all = queries.getQueryData<readonly Schemas['DraftLine'][]>(draftsKey(id)) ?? [];
  for (const { path, etag } of all.filter((one) => places.includes(one.path))) await dropDraft(id, path, etag);
  queries.setQueryData(
    draftsKey(id),
    all.filter(({ path }) => !places.includes(path)),
  );
}
