/*
 * Rich text of a ticket or a comment, before any system has its format for it. It holds no markup: what people wrote as
 * Markdown comes in through `proseBlocks` and `proseRuns` (prose.ts), and everything else through `text`, which keeps every character as it is. An id, a
 * resource such as `arn:aws:s3:::a_b_c*`, the name of a check, or a reason in which such names stand is always `text`.
 */
export type TicketText = readonly TextBlock[];

export type TextBlock =
  | { readonly kind: 'heading'; readonly level: HeadingLevel; readonly runs: TextRuns }
  | { readonly kind: 'paragraph'; readonly runs: TextRuns }
  /** `start`: the number of the first item; without it, the items have bullets. */
  | { readonly kind: 'list'; readonly start?: number; readonly items: readonly TicketText[] }
  | { readonly kind: 'quote'; readonly blocks: TicketText }
  | { readonly kind: 'code'; readonly language?: string; readonly code: string }
  /** The first row is the heading. */
  | { readonly kind: 'table'; readonly rows: readonly TableRow[] }
  | { readonly kind: 'rule' }
  /** Where the whole text stands. Shown only where a system takes less than all of it. */
  | { readonly kind: 'whole text'; readonly url: string };

export type HeadingLevel = 1 | 2 | 3 | 4 | 5 | 6;
export type TableRow = readonly TextRuns[];
export type TextRuns = readonly TextRun[];

/** Words of one look. A line break in `text` is a line break. */
export type TextRun = {
  readonly text: string;
  readonly isStrong?: true;
  readonly isEmphasis?: true;
  readonly isStruck?: true;
  readonly isCode?: true;
  readonly url?: string;
};

export const text = (value: string): TextRun => ({ text: value });
export const strong = (value: string): TextRun => ({ text: value, isStrong: true });
export const link = (value: string, url: string): TextRun => ({ text: value, url });
export const paragraph = (...runs: TextRun[]): TextBlock => ({ kind: 'paragraph', runs });
export const heading = (value: string): TextBlock => ({ kind: 'heading', level: 3, runs: [text(value)] });
export const bulletList = (bullets: readonly TextRuns[]): TextBlock => ({
  kind: 'list',
  items: bullets.map((runs) => [paragraph(...runs)]),
});
export const wholeTextAt = (url: string): TextBlock => ({ kind: 'whole text', url });
