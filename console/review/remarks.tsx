import { useState } from 'preact/hooks';
import type { Remark } from './collect-remarks.ts';

type RemarkButtonProps = { remark: Remark | undefined; path: string; place: string; onChange: (text: string) => void };

/** Pins a remark to a place. */
export function RemarkButton({ remark, path, place, onChange }: RemarkButtonProps) {
  const [isOpen, setIsOpen] = useState(false);
  const id = `remark-${path}`;
  return (
    <div class="remark">
      <button type="button" class="button button-plain" aria-expanded={isOpen} onClick={() => setIsOpen(!isOpen)}>
        {remark === undefined ? 'Remark' : 'Your remark'}
        <span class="unseen"> on {place}</span>
      </button>
      {isOpen ? (
        <>
          <label class="unseen" for={id}>
            Remark on {place}
          </label>
          <textarea
            id={id}
            class="input"
            rows={2}
            value={remark?.text ?? ''}
            onInput={(event) => onChange(event.currentTarget.value)}
          />
        </>
      ) : remark === undefined ? null : (
        <p class="small">
          <bdi>{remark.text}</bdi>
        </p>
      )}
    </div>
  );
}
