import { useEffect, useRef, useState } from 'preact/hooks';
import { addedTags } from '../binding/added-tags.ts';
import { itemsOf, keptList } from '../binding/list-items.ts';
import { fieldId } from '../field-id.ts';
import { KnownNames } from '../knowledge/known-names.tsx';
import type { ListShape } from '../shape.ts';
import { useHoldBack } from '../use-hold-back.ts';
import { FieldFrame } from './field-frame.tsx';
import type { FieldProps } from './field-props.ts';

/** Short words, such as ids. Enter adds what is typed, and so does leaving; a paste of several lines adds each. */
export function TagsField({ shape, value, onChange, readOnly = false, ...frame }: FieldProps<ListShape>) {
  const [typed, setTyped] = useState('');
  const input = useRef<HTMLInputElement>(null);
  const items = itemsOf(value);
  const { path, errors } = frame;
  const add = (text: string): void => {
    setTyped('');
    if (text.trim() !== '') onChange(keptList(addedTags(items, text)));
  };
  const leave = useRef(() => {});
  leave.current = () => add(typed);
  // With the place the field is left, which adds it: not every browser says that a field lost the focus when it is taken away.
  useHoldBack(typed.trim() !== '', true);
  useEffect(() => () => leave.current(), []);
  useEffect(() => {
    if (typed.trim() === '') return;
    // Before the words of the page are sent on the way out.
    const onLeave = () => leave.current();
    const onHidden = () => {
      if (document.visibilityState === 'hidden') onLeave();
    };
    document.addEventListener('visibilitychange', onHidden, true);
    window.addEventListener('pagehide', onLeave, true);
    return () => {
      document.removeEventListener('visibilitychange', onHidden, true);
      window.removeEventListener('pagehide', onLeave, true);
    };
  }, [typed.trim() === '']);
  const remove = (index: number): void => {
    onChange(keptList(items.toSpliced(index, 1)));
    input.current?.focus();
  };
  const notes = items.flatMap((item, index) =>
    (errors?.get(`${path}.${index}`) ?? []).map((detail) => ({ text: `${String(item)}: ${detail}`, isWrong: true })),
  );
  return (
    <FieldFrame shape={shape} notes={notes} {...frame}>
      {(control) => (
        <div class="form-tags">
          <ul class="form-tag-list">
            {items.map((item, index) => (
              <li key={String(item)} class="form-tag">
                {String(item)}
                {readOnly ? null : (
                  <button
                    type="button"
                    id={fieldId(`${path}.${index}`)}
                    class="form-tag-remove"
                    aria-label={`Remove ${String(item)}`}
                    onClick={() => remove(index)}
                  >
                    ×
                  </button>
                )}
              </li>
            ))}
          </ul>
          {readOnly ? null : (
            <input
              {...control}
              ref={input}
              list={shape.from === 'sources' ? `${control.id}--known` : undefined}
              class="form-input form-tag-input"
              type="text"
              autocomplete="off"
              placeholder="Write, then Enter"
              value={typed}
              onInput={(event) => setTyped(event.currentTarget.value)}
              onBlur={() => add(typed)}
              onPaste={(event) => {
                const text = event.clipboardData?.getData('text/plain') ?? '';
                // A field of one line would join the lines.
                if (!/[\r\n\t]/.test(text.trim())) return;
                event.preventDefault();
                add(`${typed}${text}`);
              }}
              onKeyDown={(event) => {
                if (event.key === 'Backspace' && typed === '') {
                  document.getElementById(fieldId(`${path}.${items.length - 1}`))?.focus();
                }
                if (event.key !== 'Enter' || event.isComposing || event.ctrlKey || event.metaKey) return;
                event.preventDefault();
                add(typed);
              }}
            />
          )}
          {readOnly || shape.from !== 'sources' ? null : <KnownNames id={`${control.id}--known`} of="sources" />}
        </div>
      )}
    </FieldFrame>
  );
}
