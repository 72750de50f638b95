import type { Column, Inline, RowGroup, TableBlock } from '../document.ts';
import { printableLine } from '../plain-text.ts';
import { moreInJson } from '../row-limit.ts';
import { type Html, html } from './html.ts';
import { inlineHtml } from './inline.ts';

/**
 * A table that becomes a list of cards on a phone. The style sheet does that with `display: block`, which takes the
 * meaning of a table away from screen readers; the roles give it back.
 * https://adrianroselli.com/2018/02/tables-css-display-properties-and-aria.html
 */
export function* tablePieces({ caption, columns, groups, hidden }: TableBlock): Generator<Html> {
  yield html`<table role="table">
<caption>${caption}</caption>
<thead role="rowgroup"><tr role="row">${columns.map(
    (column) => html`<th role="columnheader" scope="col">${column.name}</th>`,
  )}</tr></thead>`;
  for (const group of groups) yield* groupPieces(group, columns);
  yield html`
</table>
${hidden > 0 ? html`<p class="more">${moreInJson(hidden)}</p>` : undefined}`;
}

function* groupPieces({ title, rows }: RowGroup, columns: readonly Column[]): Generator<Html> {
  const heading =
    title === undefined
      ? undefined
      : html`
<tr role="row" class="group"><th role="rowheader" scope="rowgroup" colspan="${columns.length}">${printableLine(title)}</th></tr>`;
  yield html`
<tbody role="rowgroup">${heading}`;
  for (const cells of rows) yield rowHtml(cells, columns);
  yield html`
</tbody>`;
}

function rowHtml(cells: readonly Inline[][], columns: readonly Column[]): Html {
  return html`
<tr role="row">${cells.map((cell, index) => {
    const { name, isShort = false, isLong = false } = columns[index] ?? { name: '' };
    return index === 0
      ? html`<th role="rowheader" scope="row">${inlineHtml(cell)}</th>`
      : html`<td role="cell" data-label="${name}"${isShort || isLong ? html` class="${isShort ? 'short' : 'long'}"` : undefined}>${inlineHtml(cell)}</td>`;
  })}</tr>`;
}
