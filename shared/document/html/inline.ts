import type { Inline, Link, Mark } from '../document.ts';
import { webUrl } from '../links.ts';
import { printableLine } from '../plain-text.ts';
import { instantInWords } from '../time-in-words.ts';
import { type Html, html } from './html.ts';

export function inlineHtml(parts: readonly Inline[]): Html {
  return html`${parts.map(partHtml)}`;
}

function partHtml(part: Inline): Html {
  if (typeof part === 'string') return textHtml(part);
  switch (part.kind) {
    case 'link':
      return linkHtml(part);
    case 'time':
      return html`<time datetime="${part.at}">${instantInWords(part.at, part.precision)}</time>`;
    case 'mark':
      return markHtml(part);
  }
}

/** Keeps the spaces at its ends: parts stand next to each other. */
export function textHtml(text: string): Html {
  return html`${/^\s/.test(text) ? ' ' : ''}${printableLine(text)}${/\S\s+$/.test(text) ? ' ' : ''}`;
}

/** An address that does not lead to the web stays text, wherever it came from. */
export function linkHtml({ text, url }: Link): Html {
  const safe = webUrl(url);
  return safe === undefined
    ? textHtml(text)
    : html`<a href="${safe}" rel="noopener noreferrer">${printableLine(text)}</a>`;
}

export function markHtml({ text, tone }: Mark): Html {
  return html`<span class="mark ${tone}">${printableLine(text)}</span>`;
}
