import { useRef, useState } from 'preact/hooks';
import { switchedVariant, type VariantMemory } from '../binding/switched-variant.ts';
import { variantOf } from '../binding/variant-of.ts';
import type { ChoiceShape, VariantShape } from '../shape.ts';
import { FieldFrame } from './field-frame.tsx';
import type { FieldProps } from './field-props.ts';
import { InnerField } from './inner-field.tsx';
import { RadioChoice } from './radio-choice.tsx';

/** One of several kinds, and then its fields. What was written in one kind is there again when one comes back to it. */
export function VariantField({ shape, value, onChange, path, readOnly = false, ...rest }: FieldProps<VariantShape>) {
  const [chosen, setChosen] = useState<string | undefined>(undefined);
  const memory = useRef<VariantMemory>(new Map());
  // A kind without a value is known to nobody but the person who has just chosen it.
  const current = variantOf(shape, value);
  const shown = chosen !== undefined && isBlank(value) ? chosen : current;
  const variant = shown === undefined ? undefined : shape.variants[shown];
  const choose: ChoiceShape = {
    kind: 'choice',
    options: Object.keys(shape.variants),
    label: shape.choose?.label ?? 'Written',
    ...(shape.choose?.help === undefined ? {} : { help: shape.choose.help }),
  };
  const change = (to: string | undefined): void => {
    const next = switchedVariant(shape, { from: shown, value, to, memory: memory.current });
    memory.current = next.memory;
    setChosen(to);
    onChange(next.value);
  };
  const choosePath = shape.by === undefined ? `${path}--kind` : path === '' ? shape.by : `${path}.${shape.by}`;
  const inner = (
    <div class="form-fields">
      <FieldFrame shape={choose} path={choosePath} as="group" {...rest}>
        {({ id }) => (
          <RadioChoice
            name={id}
            options={choose.options.map((option) => ({ value: option, label: option }))}
            chosen={shown}
            none={shape.required === true || shape.label === undefined ? undefined : 'none'}
            readOnly={readOnly}
            onChoose={change}
          />
        )}
      </FieldFrame>
      {variant === undefined ? null : (
        <InnerField
          key={shown}
          shape={shape.by === undefined ? { ...variant, label: shown ?? '' } : variant}
          value={value}
          path={path}
          readOnly={readOnly}
          onChange={onChange}
          {...rest}
        />
      )}
    </div>
  );
  if (shape.label === undefined) return inner;
  return (
    <FieldFrame
      shape={shape}
      path={shape.by === undefined && variant !== undefined ? `${path}--any` : path}
      as="group"
      {...rest}
    >
      {() => inner}
    </FieldFrame>
  );
}

const isBlank = (value: unknown): boolean =>
  value === undefined || (typeof value === 'object' && value !== null && Object.keys(value).length === 0);
