import type { FlagShape } from '../shape.ts';
import { FieldFrame } from './field-frame.tsx';
import type { FieldProps } from './field-props.ts';
import { RadioChoice } from './radio-choice.tsx';

/** Yes or no, or not known; where there is only a yes, a box to tick. */
export function FlagField({ shape, value, onChange, readOnly = false, ...frame }: FieldProps<FlagShape>) {
  if (shape.only === true) {
    return (
      <FieldFrame shape={shape} {...frame}>
        {(control) => (
          <input
            {...control}
            class="form-box"
            type="checkbox"
            checked={value === true}
            disabled={readOnly}
            onChange={(event) => onChange(event.currentTarget.checked ? true : undefined)}
          />
        )}
      </FieldFrame>
    );
  }
  const chosen = value === true ? 'yes' : value === false ? 'no' : undefined;
  return (
    <FieldFrame shape={shape} as="group" {...frame}>
      {({ id }) => (
        <RadioChoice
          name={id}
          options={[
            { value: 'yes', label: 'Yes' },
            { value: 'no', label: 'No' },
          ]}
          chosen={chosen}
          none={shape.required === true ? undefined : 'Not known'}
          readOnly={readOnly}
          onChoose={(next) => onChange(next === undefined ? undefined : next === 'yes')}
        />
      )}
    </FieldFrame>
  );
}
