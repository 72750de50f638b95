import type { MarkdownIt } from 'markdown-it';

type InlineState = MarkdownIt['inline']['State'];

/** What a pattern goes on with to the left of a star: the end of `check_` in `check_*_x`, and of `iam:` in `iam:*Role*`. */
const GOES_ON_BEFORE = /[\p{Script=Latin}\p{N}:.\-/\\@=][*_~]*$/u;

/** And to the right of it: the `x` of `check_*_x`, and the `.txt` of `foo*.txt`. */
const GOES_ON_AFTER = /^[*_~]*[:.\-/\\@=]?[\p{Script=Latin}\p{N}]/u;

/** Longest run of stars and underscores that is looked at. */
const SIGHT = 20;

/**
 * Reads stars, underscores and tildes as marks only around words. Markdown knows marks within words, and takes those of
 * `check_*_x and check_*_y` for one. People of security write such patterns more often than they make half of a word bold.
 * Languages without blanks between words keep their marks.
 */
export const withoutMarksWithinWords = (State: InlineState): InlineState =>
  class extends State {
    override scanDelims(start: number, canSplitWord: boolean) {
      const { can_open, can_close, length } = super.scanDelims(start, canSplitWord);
      const before = this.src.slice(Math.max(0, start - SIGHT), start);
      const after = this.src.slice(start + length, start + length + SIGHT);
      return {
        can_open: can_open && !GOES_ON_BEFORE.test(before),
        can_close: can_close && !GOES_ON_AFTER.test(after),
        length,
      };
    }
  };
