import type { ComponentChildren } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { useAct } from '../data/act.ts';
import { Refusal } from '../data/refusal.ts';
import { type FieldRecord, type FieldValue, isFieldRecord } from '../forms/binding/field-value.ts';
import { focusField } from '../forms/focus-field.ts';
import { problemFields } from '../forms/problems.ts';
import { type Shape, type ShapeName, shapeOf } from '../forms/shape.ts';
import { ShapeField } from '../forms/shape-field.tsx';
import { ActButton } from '../parts/act-button.tsx';
import { Problem } from '../parts/problem.tsx';
import { Skeleton } from '../parts/skeleton.tsx';

type BodyFormProps = {
  /** What is done, as the description of the API calls it: that says its fields. */
  name: ShapeName;
  first?: FieldRecord;
  /** Fields that are asked for; all of them by default. */
  only?: readonly string[];
  /** Told of each change, to keep it. */
  onChange?: (body: FieldRecord) => void;
  send: (body: FieldRecord) => Promise<void>;
  /** Why it cannot be done at all. */
  because?: string | undefined;
  look?: 'main' | 'grave';
  /** What the button says. */
  children: ComponentChildren;
};

/** The fields of something that a person does, and the button that does it. What the API refuses is said at its field. */
export function BodyForm({ name, first = {}, only, onChange, send, because, look = 'main', children }: BodyFormProps) {
  const [shape, setShape] = useState<Shape>();
  const [body, setBody] = useState<FieldRecord>(first);
  useEffect(() => void shapeOf(name).then(setShape), [name]);
  const act = useAct(send);
  const problem = act.error.value instanceof Refusal ? act.error.value.problem : undefined;
  const { fields } = problemFields(problem ?? {}, name);
  useEffect(() => {
    const pointer = problem?.errors?.find((one) => one.pointer !== undefined)?.pointer;
    if (pointer !== undefined) focusField(pointer, name);
  }, [problem]);
  if (shape === undefined) return <Skeleton rows={3} />;
  return (
    <form class="stack body-form" onSubmit={(event) => event.preventDefault()}>
      <ShapeField
        shape={narrowed(shape, only)}
        value={body}
        path={name}
        errors={fields}
        onChange={(next: FieldValue | undefined) => {
          const value = isFieldRecord(next) ? next : {};
          setBody(value);
          onChange?.(value);
        }}
      />
      <Problem error={act.error.value} />
      <p>
        <ActButton act={act} look={look} because={because ?? lacking(shape, body)} onClick={() => void act.act(body)}>
          {children}
        </ActButton>
        {because === undefined ? null : <span class="quiet"> {because}</span>}
      </p>
    </form>
  );
}

function narrowed(shape: Shape, only: readonly string[] | undefined): Shape {
  if (only === undefined || shape.kind !== 'object') return shape;
  return { ...shape, fields: Object.fromEntries(Object.entries(shape.fields).filter(([name]) => only.includes(name))) };
}

/** What is still to be filled in, in the words of the labels. */
function lacking(shape: Shape, body: FieldRecord): string | undefined {
  if (shape.kind !== 'object') return undefined;
  const left = Object.entries(shape.fields)
    .filter(([name, { required }]) => required === true && body[name] === undefined)
    .map(([name, { label }]) => label ?? name);
  return left.length === 0 ? undefined : `Still to be filled in: ${left.join(', ')}`;
}
