import { type Html, html } from './html.ts';
import { inlineHtml } from './html-inline.ts';
import type { Column, Inline, Table } from './report-document.ts';
import { moreInJson } from './row-limit.ts';

/**
 * A table that becomes a list of cards on a phone. The style sheet does that with `display: block`, which takes the
 * meaning of a table away from screen readers; the roles give it back.
 * https://adrianroselli.com/2018/02/tables-css-display-properties-and-aria.html
 */
export function tableHtml({ caption, columns, rows, hidden }: Table): Html {
  return html`<table role="table">
<caption>${caption}</caption>
<thead role="rowgroup"><tr role="row">${columns.map(
    (column) => html`<th role="columnheader" scope="col"${numeric(column)}>${column.name}</th>`,
  )}</tr></thead>
<tbody role="rowgroup">${rows.map((cells) => rowHtml(cells, columns))}
</tbody>
</table>
${hidden > 0 ? html`<p class="more">${moreInJson(hidden)}</p>` : undefined}`;
}

function rowHtml(cells: readonly Inline[][], columns: readonly Column[]): Html {
  return html`
<tr role="row">${cells.map((cell, index) => {
    const column = columns[index] ?? { name: '' };
    return index === 0
      ? html`<th role="rowheader" scope="row">${inlineHtml(cell)}</th>`
      : html`<td role="cell" data-label="${column.name}"${numeric(column)}>${inlineHtml(cell)}</td>`;
  })}</tr>`;
}

function numeric({ isNumber }: Column): Html | undefined {
  return isNumber === true ? html` class="number"` : undefined;
}
