import type { Block, Figure, ReportDocument, Section } from '../document.ts';
import { moreInJson } from '../row-limit.ts';
import { cardsHtml, proseHtml, termsHtml } from './cards.ts';
import { barsHtml } from './chart.ts';
import { findingHtml } from './finding.ts';
import { type Html, html } from './html.ts';
import { inlineHtml } from './inline.ts';
import { markingHtml, markingStyle } from './marking.ts';
import { REPORT_STYLE } from './style.ts';
import { tablePieces } from './table.ts';

/**
 * One self-contained page: it asks nothing of the network and runs nothing. The policy in its head says so to the
 * browser, so that even markup that slipped through could do neither.
 */
export const renderHtml = (document: ReportDocument): string => [...htmlPieces(document)].join('');

/** The same page in pieces, for a document whose text as a whole is too much for the memory of a function. */
export function* htmlPieces(document: ReportDocument): Generator<string> {
  for (const { markup } of pagePieces(document)) yield markup;
}

function* pagePieces({ title, about, headline, marking, sections }: ReportDocument): Generator<Html> {
  yield html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<meta name="robots" content="noindex">
<title>${title}</title>
<style>${REPORT_STYLE}${marking === undefined ? undefined : markingStyle(marking)}</style>
</head>
<body>${marking === undefined ? undefined : markingHtml(marking)}
<header>
<p class="about">${inlineHtml(about)}</p>
<h1>${headline}</h1>
<nav aria-label="Sections"><ul>${sections.map(({ id, title }) => html`<li><a href="#${id}">${title}</a></li>`)}</ul></nav>
</header>
<main>`;
  for (const section of sections) yield* sectionPieces(section);
  yield html`
</main>
<footer><p>Written by Holdfast. The same report exists as Markdown and as JSON, which has every row. All times are UTC.</p></footer>${marking === undefined ? undefined : markingHtml(marking)}
</body>
</html>
`;
}

function* sectionPieces({ id, title, blocks }: Section): Generator<Html> {
  yield html`
<section id="${id}" aria-labelledby="${id}-title">
<h2 id="${id}-title">${title}</h2>
`;
  for (const block of blocks) {
    if (block.kind === 'table') yield* tablePieces(block);
    else yield blockHtml(block);
  }
  yield html`
</section>`;
}

function blockHtml(block: Exclude<Block, { kind: 'table' }>): Html {
  switch (block.kind) {
    case 'note':
      return html`<p class="note">${inlineHtml(block.text)}</p>`;
    case 'figures':
      return html`<dl class="figures">${block.figures.map(figureHtml)}</dl>`;
    case 'bars':
      return barsHtml(block);
    case 'findings':
      return html`${block.findings.map(findingHtml)}${
        block.hidden > 0 ? html`<p class="more">${moreInJson(block.hidden)}</p>` : undefined
      }`;
    case 'prose':
      return proseHtml(block.paragraphs);
    case 'terms':
      return termsHtml(block.terms);
    case 'cards':
      return cardsHtml(block);
  }
}

function figureHtml({ name, value, note, tone }: Figure): Html {
  return html`
<div class="${tone}"><dt>${name}</dt><dd class="value">${value}</dd><dd>${note}</dd></div>`;
}
