import { useRef } from 'preact/hooks';
import { itemsOf, keptList } from '../binding/list-items.ts';
import { fieldId } from '../field-id.ts';
import { focusField } from '../focus-field.ts';
import type { ListShape } from '../shape.ts';
import { FieldFrame } from './field-frame.tsx';
import type { FieldProps } from './field-props.ts';
import { InnerField } from './inner-field.tsx';
import { singular } from './singular.ts';

/** Things with several fields, each on a card, in the order of the list. */
export function CardsField({ shape, value, onChange, readOnly = false, ...frame }: FieldProps<ListShape>) {
  const items = itemsOf(value);
  const keys = useKeys(items.length);
  const { path, errors, missing, remote } = frame;
  const one = singular(shape.label ?? 'Entry');
  // One of several types has the id of its place itself, and says there what is wrong.
  const isFramed = shape.of.kind === 'variant' && shape.of.by === undefined;
  const isFull = shape.max !== undefined && items.length >= shape.max;
  const add = (): void => {
    onChange([...items, {}]);
    // Once it is drawn.
    requestAnimationFrame(() => requestAnimationFrame(() => focusField(`/${items.length}`, path)));
  };
  const remove = (index: number): void => {
    keys.splice(index, 1);
    onChange(keptList(items.toSpliced(index, 1)));
    document.getElementById(`${fieldId(path)}--add`)?.focus();
  };
  return (
    <FieldFrame shape={shape} as="group" {...frame}>
      {() => (
        <>
          <ol class="form-cards">
            {items.map((item, index) => (
              <li key={keys[index]} class="form-card">
                <FieldFrame
                  shape={EMPTY}
                  path={isFramed ? `${path}.${index}--any` : `${path}.${index}`}
                  name={`${one} ${index + 1}`}
                  as="group"
                  errors={errors}
                  missing={missing}
                >
                  {() => (
                    <InnerField
                      shape={shape.of}
                      value={item}
                      path={`${path}.${index}`}
                      readOnly={readOnly}
                      errors={errors}
                      missing={missing}
                      remote={remote}
                      onChange={(next) => onChange(items.with(index, next ?? {}))}
                    />
                  )}
                </FieldFrame>
                {readOnly ? null : (
                  <button type="button" class="button button-plain form-remove" onClick={() => remove(index)}>
                    Remove <span class="form-hidden">{`${one} ${index + 1}`}</span>
                  </button>
                )}
              </li>
            ))}
          </ol>
          {readOnly ? null : (
            <button
              type="button"
              id={`${fieldId(path)}--add`}
              class="button form-add"
              aria-disabled={isFull}
              onClick={() => {
                if (!isFull) add();
              }}
            >
              {isFull ? `There are ${items.length}, as many as it takes` : `Add: ${one.toLowerCase()}`}
            </button>
          )}
        </>
      )}
    </FieldFrame>
  );
}
const EMPTY = { kind: 'object', fields: {} } as const;

/** A key for each place that goes with its card: what a card keeps by itself must not pass to its neighbour when one is removed. */
function useKeys(count: number): number[] {
  const keys = useRef<number[]>([]);
  const next = useRef(0);
  while (keys.current.length < count) keys.current.push(next.current++);
  keys.current.length = count;
  return keys.current;
}
