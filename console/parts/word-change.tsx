import './word-change.css';
import { useMemo } from 'preact/hooks';
import { wordDiff } from './word-diff.ts';

type WordChangeProps = {
  before: string;
  after: string;
  /** What is said of the words of one side alone. */
  names?: { gone: string; new: string };
};

/** Two texts in one: what is gone struck out, what is new underlined; each says so to those who hear it. */
export function WordChange({ before, after, names = GONE_AND_NEW }: WordChangeProps) {
  // A page that is typed on draws its changes again with each letter.
  const parts = useMemo(() => wordDiff(before, after), [before, after]);
  return (
    <p class="diff">
      <bdi>
        {parts.map(({ text, is }, at) => {
          if (is === 'same') return <span key={at}>{shortened(text)}</span>;
          const Side = is === 'gone' ? 'del' : 'ins';
          return (
            <Side key={at}>
              <span class="unseen diff-mark">[{names[is]}: </span>
              {text}
              <span class="unseen diff-mark">]</span>
            </Side>
          );
        })}
      </bdi>
    </p>
  );
}

const GONE_AND_NEW = { gone: 'gone', new: 'new' };

const SHOWN = 160;

/** Long runs that are the same are told by their ends. */
const shortened = (text: string): string =>
  text.length > 2.5 * SHOWN ? `${text.slice(0, SHOWN)} … ${text.slice(-SHOWN)}` : text;
