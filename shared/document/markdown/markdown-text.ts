import type { Inline, Link } from '../document.ts';
import { webUrl } from '../links.ts';
import { printableLine } from '../plain-text.ts';
import { instantInWords } from '../time-in-words.ts';

export function inlineMarkdown(parts: readonly Inline[]): string {
  return parts.map(partMarkdown).join('');
}

function partMarkdown(part: Inline): string {
  if (typeof part === 'string') return textMarkdown(part);
  switch (part.kind) {
    case 'link':
      return linkMarkdown(part);
    case 'time':
      return instantInWords(part.at, part.precision);
    case 'mark':
      return textMarkdown(part.text);
  }
}

/**
 * Text that GitHub and Jira show as it is: https://spec.commonmark.org/0.31.2/#backslash-escapes, and `|` for tables.
 * Angle brackets become entities, because not every reader of Markdown honours a backslash before HTML. An underscore
 * inside a word means nothing, and escaped it would only make the plain text harder to read.
 */
export function textMarkdown(text: string): string {
  const escaped = printableLine(text)
    .replace(/[\\`*[\]|~]|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, '\\$&')
    .replace(/&(?=#?\w+;)/g, '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;');
  return `${/^\s/.test(text) ? ' ' : ''}${escaped}${/\S\s+$/.test(text) ? ' ' : ''}`;
}

/** An address that does not lead to the web stays text. Brackets and pipes in it would end the link or the cell. */
export function linkMarkdown({ text, url }: Link): string {
  const safe = webUrl(url);
  if (safe === undefined) return textMarkdown(text);
  const target = safe.replace(/[()<>|\\`*]/g, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`);
  return `[${textMarkdown(text)}](${target})`;
}
