/** Rich text of a ticket or a comment, before any system has its format for it. */
export type TicketText = readonly TextBlock[];

export type TextBlock =
  | { readonly heading: string }
  | { readonly paragraph: readonly TextRun[] }
  | { readonly bullets: readonly (readonly TextRun[])[] };

export type TextRun = { readonly text: string; readonly isStrong?: true; readonly url?: string };

export const text = (value: string): TextRun => ({ text: value });
export const strong = (value: string): TextRun => ({ text: value, isStrong: true });
export const link = (value: string, url: string): TextRun => ({ text: value, url });
export const paragraph = (...runs: TextRun[]): TextBlock => ({ paragraph: runs });
export const heading = (value: string): TextBlock => ({ heading: value });
export const bulletList = (bullets: readonly (readonly TextRun[])[]): TextBlock => ({ bullets });
