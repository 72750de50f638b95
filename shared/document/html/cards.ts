import type { Card, Cards, Term } from '../document.ts';
import { type Html, html } from './html.ts';
import { inlineHtml, markHtml, textHtml } from './inline.ts';

export function proseHtml(paragraphs: readonly string[]): Html {
  return html`<div class="prose">${paragraphs.map(
    (text) => html`
<p>${textHtml(text)}</p>`,
  )}</div>`;
}

export function termsHtml(terms: readonly Term[]): Html {
  return html`<dl class="terms">${terms.map(
    ({ name, value }) => html`
<dt>${textHtml(name)}</dt><dd>${inlineHtml(value)}</dd>`,
  )}</dl>`;
}

export function cardsHtml({ title, cards, none }: Cards): Html {
  const heading =
    title === undefined
      ? undefined
      : html`
<h3 class="group-title">${textHtml(title)}</h3>`;
  return html`${heading}${cards.length === 0 ? html`<p class="note">${none}</p>` : cards.map(cardHtml)}`;
}

/** Its edge has the tone of its first mark. */
function cardHtml({ title, marks, paragraphs, terms }: Card): Html {
  return html`
<article class="card ${marks[0]?.tone ?? ''}">
<h4>${textHtml(title)}</h4>
${marks.length === 0 ? undefined : html`<p>${marks.map(markHtml)}</p>`}${paragraphs.map(
  (text) => html`
<p>${textHtml(text)}</p>`,
)}${terms.length === 0 ? undefined : termsHtml(terms)}
</article>`;
}
