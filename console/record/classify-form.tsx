import { useEffect, useState } from 'preact/hooks';
import { useAct } from '../data/act.ts';
import { api } from '../data/api.ts';
import { got, Refusal } from '../data/refusal.ts';
import { type FieldRecord, isFieldRecord } from '../forms/binding/field-value.ts';
import { problemFields } from '../forms/problems.ts';
import { type Shape, shapeOf } from '../forms/shape.ts';
import { ShapeField } from '../forms/shape-field.tsx';
import { ActButton } from '../parts/act-button.tsx';
import { Problem } from '../parts/problem.tsx';
import { inWords } from './conflict-card.tsx';
import { isSame } from './editing/json.ts';
import { type RecordNow, readRecordAnew, showRecord } from './record-data.ts';

/** Kind, category, severity, due date and mark of the record, sent together: they decide what it has to say, and who may read it. */
export function ClassifyForm({ record, onDone }: { record: RecordNow; onDone: () => void }) {
  const [shape, setShape] = useState<Shape>();
  // What is changed, and what somebody else changed meanwhile, is told from what was shown when this was opened.
  const [shown, setShown] = useState(() => nowOf(record));
  const [value, setValue] = useState(shown);
  useEffect(() => void shapeOf('classifyRecord').then(setShape), []);
  const now = nowOf(record);
  const change = changedIn(shown, value);
  const theirs = Object.entries(changedIn(shown, now));
  const goOn = () => {
    setShown(now);
    setValue({ ...now, ...change });
  };
  const saving = useAct(async () => {
    const params = { path: { id: record.id }, header: { 'If-Match': `"${record.revision}"` } };
    try {
      showRecord(got(await api.PATCH('/post-mortems/{id}', { params, body: change as never })).data);
    } catch (error) {
      // What somebody else did is shown beside what was asked for here.
      if (error instanceof Refusal && error.status === 412) await readRecordAnew(record.id);
      throw error;
    }
    onDone();
  });
  const error = saving.error.value;
  const errors =
    error instanceof Refusal && error.problem !== undefined
      ? problemFields(error.problem, 'classify').fields
      : new Map();
  if (shape === undefined) return null;
  return (
    <>
      <ShapeField
        shape={shape}
        value={value}
        path="classify"
        errors={errors}
        onChange={(next) => setValue(isFieldRecord(next) ? next : {})}
      />
      <Problem error={error} what="The record" />
      {theirs.length === 0 ? null : (
        <div class="band band-warn" role="alert">
          <p>
            Somebody else classified this meanwhile:{' '}
            <bdi>{theirs.map(([name, one]) => `${name} is ${inWords(one)} now`).join(', ')}</bdi>.
          </p>
          <button type="button" class="button" onClick={goOn}>
            Go on with theirs, and what I changed
          </button>
        </div>
      )}
      <div class="row">
        <ActButton
          act={saving}
          look="main"
          because={
            theirs.length > 0
              ? 'Look first at what somebody else changed'
              : Object.keys(change).length === 0
                ? 'Nothing is changed yet'
                : undefined
          }
          onClick={() => void saving.act()}
        >
          Save
        </ActButton>
      </div>
    </>
  );
}

const changedIn = (before: FieldRecord, after: FieldRecord): FieldRecord =>
  Object.fromEntries(Object.entries(after).filter(([name, one]) => !isSame(one, before[name])));

const nowOf = ({ kind, category, severity, dueAt, tlp }: RecordNow): FieldRecord => ({
  kind,
  ...(category === undefined ? {} : { category }),
  severity,
  dueAt,
  tlp,
});
