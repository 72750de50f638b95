import { useMemo } from 'preact/hooks';
import { wordDiff } from './word-diff.ts';

/** Two texts in one: what is gone struck out, what is new underlined; each says so to those who hear it. */
export function WordChange({ before, after }: { before: string; after: string }) {
  // A page that is typed on draws its changes again with each letter.
  const parts = useMemo(() => wordDiff(before, after), [before, after]);
  return (
    <p class="diff">
      <bdi>
        {parts.map(({ text, is }, at) =>
          is === 'same' ? (
            <span key={at}>{shortened(text)}</span>
          ) : is === 'gone' ? (
            <del key={at}>
              <span class="unseen">gone: </span>
              {text}
            </del>
          ) : (
            <ins key={at}>
              <span class="unseen">new: </span>
              {text}
            </ins>
          ),
        )}
      </bdi>
    </p>
  );
}

const SHOWN = 160;

/** Long runs that are the same are told by their ends. */
const shortened = (text: string): string =>
  text.length > 2.5 * SHOWN ? `${text.slice(0, SHOWN)} … ${text.slice(-SHOWN)}` : text;
