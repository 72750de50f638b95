import { useState } from 'preact/hooks';
import { numberIn } from '../binding/number-in.ts';
import type { NumberShape } from '../shape.ts';
import { FieldFrame } from './field-frame.tsx';
import type { FieldProps } from './field-props.ts';

/** A number, typed as text: a wheel or a stray key changes none. Empty is not known, which is not 0. */
export function NumberField({ shape, value, onChange, readOnly = false, ...frame }: FieldProps<NumberShape>) {
  const [typed, setTyped] = useState('');
  const shown = typed !== '' && numberIn(typed) === value ? typed : value === undefined ? '' : String(value);
  const wrong = value === undefined ? undefined : wrongWith(shape, value);
  return (
    <FieldFrame shape={shape} notes={wrong === undefined ? [] : [{ text: wrong, isWrong: true }]} {...frame}>
      {(control) => (
        <input
          {...control}
          class="form-input form-number"
          type="text"
          inputMode={shape.kind === 'integer' ? 'numeric' : 'decimal'}
          autocomplete="off"
          placeholder={shape.required === true ? '' : 'Not known'}
          value={shown}
          readOnly={readOnly}
          onInput={(event) => {
            setTyped(event.currentTarget.value);
            onChange(numberIn(event.currentTarget.value));
          }}
        />
      )}
    </FieldFrame>
  );
}

function wrongWith({ kind, min, max }: NumberShape, value: unknown): string | undefined {
  if (typeof value !== 'number') return 'Write it in digits, with a point before decimals and no commas.';
  if (kind === 'integer' && !Number.isInteger(value)) return 'It is a whole number.';
  if (min !== undefined && value < min) return `It is ${min} or more.`;
  if (max !== undefined && value > max) return `It is ${max} or less.`;
  return undefined;
}
