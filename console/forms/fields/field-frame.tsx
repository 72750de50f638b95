import type { ComponentChildren } from 'preact';
import { fieldId } from '../field-id.ts';
import type { FieldProps } from './field-props.ts';

/** What a control is told of its label, its help and what is wrong. */
type ControlProps = {
  id: string;
  'aria-describedby': string | undefined;
  'aria-invalid': 'true' | undefined;
  'aria-required': 'true' | undefined;
};

type FrameProps = Pick<FieldProps, 'shape' | 'path' | 'errors' | 'missing' | 'remote'> & {
  /** For what has no label in its shape, such as a line of a list. */
  name?: string | undefined;
  /** What the field itself finds wrong, or how many letters are left. */
  notes?: readonly { text: string; isWrong?: boolean }[];
  /** `group`: of several controls, so that the label is a legend. */
  as?: 'field' | 'group';
  children: (control: ControlProps) => ComponentChildren;
};

/** Label, help, control, and what is wrong with it. */
export function FieldFrame({
  shape,
  path,
  errors,
  missing,
  remote,
  name,
  notes = [],
  as = 'field',
  children,
}: FrameProps) {
  const id = fieldId(path);
  const label = shape.label ?? name;
  const wrong = [...(errors?.get(path) ?? []), ...notes.filter(({ isWrong }) => isWrong).map(({ text }) => text)];
  const told = [...(missing?.get(path) ?? []), ...notes.filter(({ isWrong }) => !isWrong).map(({ text }) => text)];
  const describedBy = [
    ...(shape.help === undefined ? [] : [`${id}--help`]),
    ...(wrong.length === 0 ? [] : [`${id}--wrong`]),
    ...(told.length === 0 ? [] : [`${id}--told`]),
  ].join(' ');
  const control: ControlProps = {
    id,
    'aria-describedby': describedBy === '' ? undefined : describedBy,
    'aria-invalid': wrong.length === 0 ? undefined : 'true',
    'aria-required': shape.required === true ? 'true' : undefined,
  };
  const words = label === undefined ? null : <LabelWords label={label} isRequired={shape.required === true} />;
  const inner = (
    <>
      {shape.help === undefined ? null : <Help id={`${id}--help`} text={shape.help} />}
      {children(control)}
      {wrong.length === 0 ? null : (
        <p id={`${id}--wrong`} class="form-wrong">
          <Lines of={wrong} />
        </p>
      )}
      {told.length === 0 ? null : (
        <p id={`${id}--told`} class="form-told">
          <Lines of={told} />
        </p>
      )}
      {remote?.(path)}
    </>
  );
  if (as === 'field') {
    return (
      <div class={`form-field${isShort(shape) ? ' form-short' : ''}${wrong.length === 0 ? '' : ' form-field-wrong'}`}>
        {words === null ? null : (
          <label class="form-label" for={id}>
            {words}
          </label>
        )}
        {inner}
      </div>
    );
  }
  const { 'aria-invalid': invalid, 'aria-required': required, ...group } = control;
  const radios =
    shape.kind === 'choice' || shape.kind === 'flag'
      ? { role: 'radiogroup' as const, 'aria-invalid': invalid, 'aria-required': required }
      : {};
  return (
    <fieldset class={`form-group${wrong.length === 0 ? '' : ' form-field-wrong'}`} tabIndex={-1} {...group} {...radios}>
      {words === null ? null : <legend class="form-label">{words}</legend>}
      {inner}
    </fieldset>
  );
}

const LabelWords = ({ label, isRequired }: { label: string; isRequired: boolean }) => (
  <>
    {label}
    {isRequired ? <span class="form-required"> required</span> : null}
  </>
);

const Lines = ({ of }: { of: readonly string[] }) =>
  of.map((line) => (
    <span key={line} class="form-line">
      {line}{' '}
    </span>
  ));

/** What is said in a few words has room beside another one. */
const isShort = (shape: FrameProps['shape']): boolean =>
  shape.kind === 'text'
    ? shape.format === 'email' || (shape.max ?? Number.POSITIVE_INFINITY) <= 254
    : shape.kind !== 'long';

/** Backticks of the description of the API are code. */
const Help = ({ id, text }: { id: string; text: string }) => (
  <p id={id} class="form-help">
    {text.split('`').map((words, index) => (index % 2 === 0 ? words : <code key={`${index}${words}`}>{words}</code>))}
  </p>
);
