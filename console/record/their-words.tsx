import './their-words.css';
import type { ComponentChildren } from 'preact';
import { WordChange } from '../parts/word-change.tsx';
import { isAlike, wordDiff } from '../parts/word-diff.ts';

const SIDES = { gone: 'only in yours', new: 'only in theirs' };

type TheirWordsProps = {
  mine: string;
  theirs: string;
  /** Theirs as they are, which tells more where the two have little in common. */
  children: ComponentChildren;
};

/** What somebody else wrote, against what stands here. */
export function TheirWords({ mine, theirs, children }: TheirWordsProps) {
  if (!isAlike(wordDiff(mine, theirs))) return <>{children}</>;
  return (
    <>
      <p class="diff small their-key" aria-hidden="true">
        <del>{SIDES.gone}</del> <ins>{SIDES.new}</ins>
      </p>
      <WordChange before={mine} after={theirs} names={SIDES} />
    </>
  );
}
