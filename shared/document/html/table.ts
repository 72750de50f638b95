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
export function tableHtml({ caption, columns, groups, hidden }: TableBlock): Html {
  return html`<table role="table">
<caption>${caption}</caption>
<thead role="rowgroup"><tr role="row">${columns.map(
    (column) => html`<th role="columnheader" scope="col">${column.name}</th>`,
  )}</tr></thead>${groups.map((group) => groupHtml(group, columns))}
</table>
${hidden > 0 ? html`<p class="more">${moreInJson(hidden)}</p>` : undefined}`;
}

function groupHtml({ title, rows }: RowGroup, columns: readonly Column[]): Html {
  const heading =
    title === undefined
      ? undefined
      : html`
<tr role="row" class="group"><th role="rowheader" scope="rowgroup" colspan="${columns.length}">${printableLine(title)}</th></tr>`;
  return html`
<tbody role="rowgroup">${heading}${rows.map((cells) => rowHtml(cells, columns))}
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
