import type { MarkdownIt } from 'markdown-it';

type InlineState = MarkdownIt['inline']['State'];

/** What a pattern goes on with to the left of a star: the end of `check_` in `check_*_x`, and of `iam:` in `iam:*Role*`. */
const GOES_ON_BEFORE = /(?<=[\p{Script=Latin}\p{N}:.\-/\\@=][*_~]{0,20})/uy;

/** And to the right of it: the `x` of `check_*_x`, and the `.txt` of `foo*.txt`. */
const GOES_ON_AFTER = /[*_~]{0,20}[:.\-/\\@=]?[\p{Script=Latin}\p{N}]/uy;

function fitsAt(pattern: RegExp, text: string, at: number): boolean {
  pattern.lastIndex = at;
  return pattern.test(text);
}

/**
 * Reads stars, underscores and tildes as marks only around words. Markdown knows marks within words, and takes those of
 * `check_*_x and check_*_y` for one. People of security write such patterns more often than they make half of a word bold.
 * Languages without blanks between words keep their marks.
 */
export const withoutMarksWithinWords = (State: InlineState): InlineState =>
  class extends State {
    override scanDelims(start: number, canSplitWord: boolean) {
      const { can_open, can_close, length } = super.scanDelims(start, canSplitWord);
      return {
        can_open: can_open && !fitsAt(GOES_ON_BEFORE, this.src, start),
        can_close: can_close && !fitsAt(GOES_ON_AFTER, this.src, start + length),
        length,
      };
    }
  };
