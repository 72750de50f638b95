import { type AdfMark, nodesOf, type SimulatedAdfDocument, type SimulatedAdfNode } from '../site/adf-document.ts';
import { type SafeHtml, safeHtml, webAddress } from './html.ts';

/** Renders a document for the page of an issue. Node types that it does not know show what they contain. */
export function adfToHtml(document: SimulatedAdfDocument): SafeHtml {
  return all(nodesOf(document));
}

function all(nodes: readonly SimulatedAdfNode[]): SafeHtml {
  return safeHtml`${nodes.map(rendered)}`;
}

function rendered(node: SimulatedAdfNode): SafeHtml {
  const inner = all(node.content);
  switch (node.type) {
    case 'text':
      return node.marks.reduce(marked, safeHtml`${node.text}`);
    case 'paragraph':
      return safeHtml`<p>${inner}</p>`;
    case 'heading':
      return heading(Number(node.attrs.level), inner);
    case 'bulletList':
      return safeHtml`<ul>${inner}</ul>`;
    case 'orderedList':
      return safeHtml`<ol start="${Number(node.attrs.order ?? 1)}">${inner}</ol>`;
    case 'listItem':
      return safeHtml`<li>${inner}</li>`;
    case 'taskList':
    case 'decisionList':
      return safeHtml`<ul class="tasks">${inner}</ul>`;
    case 'taskItem':
    case 'decisionItem':
      return safeHtml`<li>${node.attrs.state === 'DONE' ? '☑' : '☐'} ${inner}</li>`;
    case 'hardBreak':
      return safeHtml`<br>`;
    case 'rule':
      return safeHtml`<hr>`;
    case 'codeBlock':
      return safeHtml`<pre tabindex="0"><code>${inner}</code></pre>`;
    case 'blockquote':
      return safeHtml`<blockquote>${inner}</blockquote>`;
    case 'panel':
      return safeHtml`<div class="panel panel-${panelKind(node)}">${inner}</div>`;
    case 'expand':
    case 'nestedExpand':
      return safeHtml`<details><summary>${String(node.attrs.title ?? 'More')}</summary>${inner}</details>`;
    case 'table':
      return safeHtml`<div class="table" tabindex="0"><table>${inner}</table></div>`;
    case 'tableRow':
      return safeHtml`<tr>${inner}</tr>`;
    case 'tableHeader':
      return safeHtml`<th>${inner}</th>`;
    case 'tableCell':
      return safeHtml`<td>${inner}</td>`;
    case 'mention':
    case 'emoji':
      return safeHtml`<span class="mention">${String(node.attrs.text ?? node.attrs.shortName ?? '')}</span>`;
    case 'status':
      return safeHtml`<span class="lozenge">${String(node.attrs.text ?? '')}</span>`;
    case 'date':
      return safeHtml`${dateOf(node)}`;
    case 'inlineCard':
    case 'blockCard':
      return link(node.attrs.url, safeHtml`${String(node.attrs.url ?? '')}`);
    default:
      return inner;
  }
}

/** Headings of a document start below the headings of the page. */
function heading(level: number, inner: SafeHtml): SafeHtml {
  if (level <= 1) return safeHtml`<h3>${inner}</h3>`;
  if (level === 2) return safeHtml`<h4>${inner}</h4>`;
  if (level === 3) return safeHtml`<h5>${inner}</h5>`;
  return safeHtml`<h6>${inner}</h6>`;
}

function marked(inner: SafeHtml, mark: AdfMark): SafeHtml {
  switch (mark.type) {
    case 'strong':
      return safeHtml`<strong>${inner}</strong>`;
    case 'em':
      return safeHtml`<em>${inner}</em>`;
    case 'code':
      return safeHtml`<code>${inner}</code>`;
    case 'strike':
      return safeHtml`<s>${inner}</s>`;
    case 'underline':
      return safeHtml`<u>${inner}</u>`;
    case 'subsup':
      return mark.attrs.type === 'sup' ? safeHtml`<sup>${inner}</sup>` : safeHtml`<sub>${inner}</sub>`;
    case 'link':
      return link(mark.attrs.href, inner);
    default:
      return inner;
  }
}

function link(address: unknown, inner: SafeHtml): SafeHtml {
  const href = webAddress(address);
  return href === undefined ? inner : safeHtml`<a href="${href}" rel="noreferrer">${inner}</a>`;
}

function panelKind(node: SimulatedAdfNode): string {
  const kind = String(node.attrs.panelType);
  return ['info', 'note', 'success', 'warning', 'error'].includes(kind) ? kind : 'info';
}

function dateOf(node: SimulatedAdfNode): string {
  const at = new Date(Number(node.attrs.timestamp));
  return Number.isNaN(at.getTime()) ? '' : at.toISOString().slice(0, 10);
}
