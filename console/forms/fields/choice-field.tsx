import type { ChoiceShape } from '../shape.ts';
import { FieldFrame } from './field-frame.tsx';
import type { FieldProps } from './field-props.ts';
import { RadioChoice } from './radio-choice.tsx';

/** Most that are shown at once; more are in a list that opens. */
const RADIO_LIMIT = 5;

/** One of several words. What an older draft chose and is offered no more is shown still. */
export function ChoiceField(props: FieldProps<ChoiceShape>) {
  const { shape, value, onChange, readOnly = false, ...frame } = props;
  const chosen = typeof value === 'string' ? value : undefined;
  const options = chosen === undefined || shape.options.includes(chosen) ? shape.options : [...shape.options, chosen];
  if (options.length <= RADIO_LIMIT) {
    return (
      <FieldFrame shape={shape} as="group" {...frame}>
        {({ id }) => (
          <RadioChoice
            name={id}
            options={options.map((option) => ({ value: option, label: option }))}
            chosen={chosen}
            none={shape.required === true ? undefined : 'not said'}
            readOnly={readOnly}
            onChoose={onChange}
          />
        )}
      </FieldFrame>
    );
  }
  return (
    <FieldFrame shape={shape} {...frame}>
      {(control) => (
        <select
          {...control}
          class="form-input form-select"
          value={chosen ?? ''}
          disabled={readOnly}
          onChange={(event) => onChange(event.currentTarget.value === '' ? undefined : event.currentTarget.value)}
        >
          <option value="">{shape.required === true ? 'Choose' : 'not said'}</option>
          {options.map((option) => (
            <option key={option} value={option}>
              {option}
            </option>
          ))}
        </select>
      )}
    </FieldFrame>
  );
}
