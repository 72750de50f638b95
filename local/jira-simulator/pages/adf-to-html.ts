import { type AdfDocument, type AdfMark, type AdfNode, nodesOf } from '../site/adf-document.ts';
import { html, type SafeHtml, webAddress } from './html.ts';

/** Renders a document for the page of an issue. Node types that it does not know show what they contain. */
export function adfToHtml(document: AdfDocument): SafeHtml {
  return all(nodesOf(document));
}

function all(nodes: readonly AdfNode[]): SafeHtml {
  return html`${nodes.map(rendered)}`;
}

function rendered(node: AdfNode): SafeHtml {
  const inner = all(node.content);
  switch (node.type) {
    case 'text':
      return node.marks.reduce(marked, html`${node.text}`);
    case 'paragraph':
      return html`<p>${inner}</p>`;
    case 'heading':
      return heading(Number(node.attrs.level), inner);
    case 'bulletList':
      return html`<ul>${inner}</ul>`;
    case 'orderedList':
      return html`<ol start="${Number(node.attrs.order ?? 1)}">${inner}</ol>`;
    case 'listItem':
      return html`<li>${inner}</li>`;
    case 'taskList':
    case 'decisionList':
      return html`<ul class="tasks">${inner}</ul>`;
    case 'taskItem':
    case 'decisionItem':
      return html`<li>${node.attrs.state === 'DONE' ? '☑' : '☐'} ${inner}</li>`;
    case 'hardBreak':
      return html`<br>`;
    case 'rule':
      return html`<hr>`;
    case 'codeBlock':
      return html`<pre tabindex="0"><code>${inner}</code></pre>`;
    case 'blockquote':
      return html`<blockquote>${inner}</blockquote>`;
    case 'panel':
      return html`<div class="panel panel-${panelKind(node)}">${inner}</div>`;
    case 'expand':
    case 'nestedExpand':
      return html`<details><summary>${String(node.attrs.title ?? 'More')}</summary>${inner}</details>`;
    case 'table':
      return html`<div class="table" tabindex="0"><table>${inner}</table></div>`;
    case 'tableRow':
      return html`<tr>${inner}</tr>`;
    case 'tableHeader':
      return html`<th>${inner}</th>`;
    case 'tableCell':
      return html`<td>${inner}</td>`;
    case 'mention':
    case 'emoji':
      return html`<span class="mention">${String(node.attrs.text ?? node.attrs.shortName ?? '')}</span>`;
    case 'status':
      return html`<span class="lozenge">${String(node.attrs.text ?? '')}</span>`;
    case 'date':
      return html`${dateOf(node)}`;
    case 'inlineCard':
    case 'blockCard':
      return link(node.attrs.url, html`${String(node.attrs.url ?? '')}`);
    default:
      return inner;
  }
}

/** Headings of a document start below the headings of the page. */
function heading(level: number, inner: SafeHtml): SafeHtml {
  if (level <= 1) return html`<h3>${inner}</h3>`;
  if (level === 2) return html`<h4>${inner}</h4>`;
  if (level === 3) return html`<h5>${inner}</h5>`;
  return html`<h6>${inner}</h6>`;
}

function marked(inner: SafeHtml, mark: AdfMark): SafeHtml {
  switch (mark.type) {
    case 'strong':
      return html`<strong>${inner}</strong>`;
    case 'em':
      return html`<em>${inner}</em>`;
    case 'code':
      return html`<code>${inner}</code>`;
    case 'strike':
      return html`<s>${inner}</s>`;
    case 'underline':
      return html`<u>${inner}</u>`;
    case 'subsup':
      return mark.attrs.type === 'sup' ? html`<sup>${inner}</sup>` : html`<sub>${inner}</sub>`;
    case 'link':
      return link(mark.attrs.href, inner);
    default:
      return inner;
  }
}

function link(address: unknown, inner: SafeHtml): SafeHtml {
  const href = webAddress(address);
  return href === undefined ? inner : html`<a href="${href}" rel="noreferrer">${inner}</a>`;
}

function panelKind(node: AdfNode): string {
  const kind = String(node.attrs.panelType);
  return ['info', 'note', 'success', 'warning', 'error'].includes(kind) ? kind : 'info';
}

function dateOf(node: AdfNode): string {
  const at = new Date(Number(node.attrs.timestamp));
  return Number.isNaN(at.getTime()) ? '' : at.toISOString().slice(0, 10);
}
