import { itemsOf, keptList } from '../binding/list-items.ts';
import type { ChoiceShape, ListShape } from '../shape.ts';
import { FieldFrame } from './field-frame.tsx';
import type { FieldProps } from './field-props.ts';

/** Several of some words: a box to tick for each. They are kept in the order in which they were chosen. */
export function ChecksField({
  shape,
  of,
  value,
  onChange,
  readOnly = false,
  ...frame
}: FieldProps<ListShape> & { of: ChoiceShape }) {
  const items = itemsOf(value);
  const strays = items.flatMap((item) => (typeof item === 'string' && !of.options.includes(item) ? [item] : []));
  return (
    <FieldFrame shape={shape} as="group" {...frame}>
      {() => (
        <div class="form-options">
          {[...of.options, ...strays].map((option) => (
            <label key={option} class="form-option">
              <input
                type="checkbox"
                checked={items.includes(option)}
                disabled={readOnly}
                onChange={(event) =>
                  onChange(
                    keptList(
                      event.currentTarget.checked ? [...items, option] : items.filter((item) => item !== option),
                    ),
                  )
                }
              />
              {option}
            </label>
          ))}
        </div>
      )}
    </FieldFrame>
  );
}
