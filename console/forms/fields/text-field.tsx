import { useRef } from 'preact/hooks';
import { lettersLeft } from '../binding/letters-left.ts';
import { KnownNames } from '../knowledge/known-names.tsx';
import type { TextShape } from '../shape.ts';
import { FieldFrame } from './field-frame.tsx';
import type { FieldProps } from './field-props.ts';

type TextFieldProps = FieldProps<TextShape> & {
  /** Of a line of a list. */
  name?: string | undefined;
};

/** Words: a line, or as high as they are. Nothing is cut off while one types or pastes; what is too long is said. */
export function TextField({ shape, value, onChange, readOnly = false, name, ...frame }: TextFieldProps) {
  const text = typeof value === 'string' ? value : typeof value === 'number' ? String(value) : '';
  // Whoever takes out the last line break is still in it.
  const isLong = useRef(false);
  isLong.current ||= shape.kind === 'long' || text.includes('\n');
  const left = lettersLeft(text, shape.max);
  const notes = left === undefined ? [] : [{ text: leftInWords(left), isWrong: left < 0 }];
  const change = (typed: string): void => onChange(typed === '' ? undefined : typed);
  return (
    <FieldFrame shape={shape} notes={notes} name={name} {...frame}>
      {(control) =>
        isLong.current ? (
          <textarea
            {...control}
            class="form-input form-long"
            rows={rowsOf(text)}
            value={text}
            readOnly={readOnly}
            onInput={(event) => change(event.currentTarget.value)}
          />
        ) : (
          <>
            <input
              {...control}
              list={shape.from === undefined ? undefined : `${control.id}--known`}
              class="form-input"
              type="text"
              inputMode={shape.format === 'uri' ? 'url' : shape.format === 'email' ? 'email' : 'text'}
              autocomplete="off"
              spellcheck={shape.format === undefined && shape.pattern === undefined}
              value={text}
              readOnly={readOnly}
              onInput={(event) => change(event.currentTarget.value)}
            />
            {shape.from === undefined ? null : <KnownNames id={`${control.id}--known`} of={shape.from} />}
          </>
        )
      }
    </FieldFrame>
  );
}

const leftInWords = (left: number): string =>
  left < 0
    ? `${-left} ${left === -1 ? 'letter' : 'letters'} too many.`
    : `${left} ${left === 1 ? 'letter' : 'letters'} left.`;

/** For browsers that do not size a field by its content: about as many as the words need. */
const rowsOf = (text: string): number =>
  Math.min(
    30,
    Math.max(
      3,
      text.split('\n').reduce((rows, line) => rows + Math.ceil((line.length + 1) / LETTERS_OF_A_ROW), 0),
    ),
  );
const LETTERS_OF_A_ROW = 72;
