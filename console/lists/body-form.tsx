import type { ComponentChildren } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { useAct } from '../data/act.ts';
import { Refusal } from '../data/refusal.ts';
import { type FieldRecord, type FieldValue, isFieldRecord } from '../forms/binding/field-value.ts';
import { focusField } from '../forms/focus-field.ts';
import { pathOfPointer, problemFields } from '../forms/problems.ts';
import { type Shape, type ShapeName, shapeOf } from '../forms/shape.ts';
import { ShapeField } from '../forms/shape-field.tsx';
import { ActButton } from '../parts/act-button.tsx';
import { Problem } from '../parts/problem.tsx';
import { Skeleton } from '../parts/skeleton.tsx';
import { holdBack } from '../router/address.ts';

type BodyFormProps = {
  /** What is done, as the description of the API calls it: that says its fields. */
  name: ShapeName;
  first?: FieldRecord;
  /** Fields that are asked for; all of them by default. */
  only?: readonly string[];
  /** Told of each change, to keep it while the console is open. Without it, what is typed is lost with the form. */
  onChange?: (body: FieldRecord) => void;
  /** @returns what comes once it is done, such as to close the form */
  send: (body: FieldRecord) => Promise<() => void>;
  /** Why it cannot be done at all. */
  because?: string | undefined;
  look?: 'main' | 'grave';
  /** What the button says. */
  children: ComponentChildren;
};

/** The fields of something that a person does, and the button that does it. What the API refuses is said at its field. */
export function BodyForm({ name, first = {}, only, onChange, send, because, look = 'main', children }: BodyFormProps) {
  const shape = useShape(name);
  const [body, setBody] = useState<FieldRecord>(first);
  const isTyped = useRef(false);
  useEffect(
    () =>
      // What is told to whoever draws the form outlives the place.
      holdBack((leaving) => (isTyped.current && (leaving !== 'place' || onChange === undefined) ? UNSENT : undefined)),
    [onChange === undefined],
  );
  const act = useAct(async (whole: FieldRecord) => {
    const then = await send(whole);
    isTyped.current = false;
    then();
  });
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
        // What is typed meanwhile would not be in what is sent, and would go with the form.
        readOnly={act.isRunning.value}
        onChange={(next: FieldValue | undefined) => {
          const value = isFieldRecord(next) ? next : {};
          isTyped.current = true;
          setBody(value);
          onChange?.(value);
        }}
      />
      <Problem error={act.error.value} isToldThere={(pointer) => isFieldIn(narrowed(shape, only), pointer)} />
      <p>
        <ActButton act={act} look={look} because={because ?? lacking(shape, body)} onClick={() => void act.act(body)}>
          {children}
        </ActButton>
        {because === undefined ? null : <span class="quiet"> {because}</span>}
      </p>
    </form>
  );
}

const UNSENT = 'What you typed is not sent, and is lost if you leave. Leave?';

/** The shapes come in a file of their own. @throws when it does not come */
function useShape(name: ShapeName): Shape | undefined {
  const [shape, setShape] = useState<Shape>();
  const [failed, setFailed] = useState<Error>();
  useEffect(() => void shapeOf(name).then(setShape, setFailed), [name]);
  if (failed !== undefined) throw failed;
  return shape;
}

function narrowed(shape: Shape, only: readonly string[] | undefined): Shape {
  if (only === undefined || shape.kind !== 'object') return shape;
  return { ...shape, fields: Object.fromEntries(Object.entries(shape.fields).filter(([name]) => only.includes(name))) };
}

const isFieldIn = (shape: Shape, pointer: string): boolean =>
  shape.kind === 'object' && (pathOfPointer(pointer).split('.')[0] ?? '') in shape.fields;

/** What is still to be filled in, in the words of the labels. */
function lacking(shape: Shape, body: FieldRecord): string | undefined {
  if (shape.kind !== 'object') return undefined;
  const left = Object.entries(shape.fields)
    .filter(([name, { required }]) => required === true && body[name] === undefined)
    .map(([name, { label }]) => label ?? name);
  return left.length === 0 ? undefined : `Still to be filled in: ${left.join(', ')}`;
}
