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
import { isSame } from './editing/json.ts';
import { type RecordNow, showRecord } from './record-data.ts';

/** Kind, category, severity, due date and mark of the record, sent together: they decide what it has to say, and who may read it. */
export function ClassifyForm({ record, onDone }: { record: RecordNow; onDone: () => void }) {
  const [shape, setShape] = useState<Shape>();
  const [value, setValue] = useState<FieldRecord>(() => nowOf(record));
  useEffect(() => void shapeOf('classifyRecord').then(setShape), []);
  const change = Object.fromEntries(Object.entries(value).filter(([name, one]) => !isSame(one, nowOf(record)[name])));
  const saving = useAct(async () => {
    const params = { path: { id: record.id }, header: { 'If-Match': `"${record.revision}"` } };
    showRecord(got(await api.PATCH('/post-mortems/{id}', { params, body: change as never })).data);
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
      <div class="row">
        <ActButton
          act={saving}
          look="main"
          because={Object.keys(change).length === 0 ? 'Nothing is changed yet' : undefined}
          onClick={() => void saving.act()}
        >
          Save
        </ActButton>
      </div>
    </>
  );
}

const nowOf = ({ kind, category, severity, dueAt, tlp }: RecordNow): FieldRecord => ({
  kind,
  ...(category === undefined ? {} : { category }),
  severity,
  dueAt,
  tlp,
});
