import { useState } from 'preact/hooks';
import { itemsOf, keptList } from '../binding/list-items.ts';
import { itemsOfRows, shownRows } from '../binding/shown-rows.ts';
import type { ListShape, TextShape } from '../shape.ts';
import { FieldFrame } from './field-frame.tsx';
import type { FieldProps } from './field-props.ts';
import { singular } from './singular.ts';
import { TextField } from './text-field.tsx';

/** Sentences, each in a row, and an empty row to write on in. A row that was cleared goes when the list is left. */
export function RowsField({
  shape,
  of,
  value,
  onChange,
  readOnly = false,
  ...frame
}: FieldProps<ListShape> & { of: TextShape }) {
  const [written, setWritten] = useState<readonly string[]>([]);
  const items = itemsOf(value);
  const { path, errors, missing, remote } = frame;
  const rows = readOnly ? items.map(String) : shownRows(items, written);
  // A row that the list does not have is no place in it.
  const placeOf = (row: number): string =>
    rows[row] === '' ? `new${row}` : String(itemsOfRows(rows.slice(0, row)).length);
  return (
    <FieldFrame shape={shape} as="group" {...frame}>
      {() => (
        <ol
          class="form-rows"
          onFocusOut={({ currentTarget, relatedTarget }) => {
            if (!(relatedTarget instanceof Node && currentTarget.contains(relatedTarget))) setWritten([]);
          }}
        >
          {rows.map((text, row) => (
            <li key={row}>
              <TextField
                shape={of}
                name={`${singular(shape.label ?? 'Line')} ${row + 1}`}
                value={text}
                path={`${path}.${placeOf(row)}`}
                readOnly={readOnly}
                errors={errors}
                missing={missing}
                remote={remote}
                onChange={(next) => {
                  const edited = rows.with(row, typeof next === 'string' ? next : '');
                  setWritten(edited);
                  onChange(keptList(itemsOfRows(edited)));
                }}
              />
            </li>
          ))}
        </ol>
      )}
    </FieldFrame>
  );
}
