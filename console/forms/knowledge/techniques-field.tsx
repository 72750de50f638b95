import { type FieldValue, isFieldRecord } from '../binding/field-value.ts';
import { itemsOf, keptList } from '../binding/list-items.ts';
import { withField } from '../binding/with-field.ts';
import { fieldId } from '../field-id.ts';
import { FieldFrame } from '../fields/field-frame.tsx';
import type { FieldProps } from '../fields/field-props.ts';
import { TextField } from '../fields/text-field.tsx';
import type { ListShape } from '../shape.ts';
import { Countermeasures } from './countermeasures.tsx';
import { TechniquePicker } from './technique-picker.tsx';

/** Techniques of ATT&CK that were seen: chosen from those that Holdfast knows, each with its note and what MITRE names against it. */
export function TechniquesField({ shape, value, onChange, readOnly = false, ...frame }: FieldProps<ListShape>) {
  const items = itemsOf(value);
  const { path, errors, missing, remote } = frame;
  const note = shape.of.kind === 'object' ? shape.of.fields.note : undefined;
  const ids = items.map(idOf);
  const remove = (index: number): void => {
    onChange(keptList(items.toSpliced(index, 1)));
    document.getElementById(fieldId(path))?.querySelector('input')?.focus();
  };
  return (
    <FieldFrame shape={shape} as="group" {...frame}>
      {({ id }) => (
        <>
          {readOnly ? null : (
            <TechniquePicker
              id={`${id}--pick`}
              chosen={ids}
              onChoose={(technique) => {
                if (!ids.includes(technique)) onChange([...items, { id: technique }]);
              }}
            />
          )}
          <ul class="form-cards">
            {items.map((item, index) => (
              <li key={idOf(item)} class="form-card form-technique">
                <FieldFrame
                  shape={EMPTY}
                  path={`${path}.${index}`}
                  name={idOf(item)}
                  as="group"
                  errors={wordsOfItem(errors, `${path}.${index}`)}
                  missing={missing}
                >
                  {() =>
                    note === undefined || (note.kind !== 'text' && note.kind !== 'long') ? null : (
                      <TextField
                        shape={note}
                        value={isFieldRecord(item) ? item.note : undefined}
                        path={`${path}.${index}.note`}
                        readOnly={readOnly}
                        errors={errors}
                        missing={missing}
                        remote={remote}
                        onChange={(next) => onChange(items.with(index, withField(item, 'note', next) ?? {}))}
                      />
                    )
                  }
                </FieldFrame>
                <Countermeasures technique={idOf(item)} />
                {readOnly ? null : (
                  <button type="button" class="button button-plain form-remove" onClick={() => remove(index)}>
                    Remove <span class="form-hidden">{idOf(item)}</span>
                  </button>
                )}
              </li>
            ))}
          </ul>
        </>
      )}
    </FieldFrame>
  );
}
const EMPTY = { kind: 'object', fields: {} } as const;

const idOf = (item: FieldValue): string => (isFieldRecord(item) && typeof item.id === 'string' ? item.id : '');

/** The id of a technique has no field of its own: what is wrong with it is said at its card. */
function wordsOfItem(errors: FieldProps['errors'], path: string): FieldProps['errors'] {
  const words = [...(errors?.get(path) ?? []), ...(errors?.get(`${path}.id`) ?? [])];
  return words.length === 0 ? undefined : new Map([[path, words]]);
}
