import type { BarRow, Bars } from '../document.ts';
import { printableLine } from '../plain-text.ts';
import { type Html, html } from './html.ts';

/**
 * Stacked bars as one small SVG a row. The words stand beside them as text of the page, so they keep their size on a
 * phone, where a picture with words in it would shrink. Each bar says its numbers to those who cannot see it; the
 * stripes of what is bad tell it from the rest without colour, on paper too.
 */
export function barsHtml({ legend, groups }: Bars): Html {
  return html`<div class="bars">
<svg class="unseen" aria-hidden="true" width="0" height="0"><pattern id="stripes" width="12" height="20" patternUnits="userSpaceOnUse"><rect width="12" height="20"/><path d="M2 0V20"/></pattern></svg>
<ul class="legend">${legend.map(
    ({ name, tone, total }) => html`<li><span class="swatch ${tone}"></span>${name} <b>${total}</b></li>`,
  )}</ul>
<div class="groups">${groups.map((group) => groupHtml(group, legend))}
</div>
</div>`;
}

const WIDTH = 1_000;
const HEIGHT = 20;
const GAP = 4;

function groupHtml({ caption, rows }: Bars['groups'][number], legend: Bars['legend']): Html {
  const longest = Math.max(1, ...rows.map(({ values }) => sum(values)));
  return html`
<figure><figcaption>${caption}</figcaption>
<ul class="rows">${rows.map(
    (row) => html`
<li><span class="label">${printableLine(row.label)}</span>${bar(row, legend, longest)}<span class="total">${sum(row.values)}</span></li>`,
  )}
</ul></figure>`;
}

function bar({ label, values }: BarRow, legend: Bars['legend'], longest: number): Html {
  const scale = WIDTH / longest;
  const segments = legend.map(({ name, tone }, index) => ({
    tone,
    words: `${values[index] ?? 0} ${name.toLowerCase()}`,
    value: values[index] ?? 0,
    x: rounded(sum(values.slice(0, index)) * scale),
  }));
  const drawn = segments.filter(({ value }) => value > 0);
  const words = drawn.map((segment) => segment.words).join(', ');
  return html`<svg role="img" aria-label="${printableLine(label)}: ${words}" viewBox="0 0 ${WIDTH} ${HEIGHT}" preserveAspectRatio="none">${drawn.map(
    ({ tone, words, value, x }) =>
      html`<rect class="${tone}" x="${x}" width="${rounded(Math.max(1, value * scale - GAP))}" height="${HEIGHT}"><title>${words}</title></rect>`,
  )}</svg>`;
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

const rounded = (value: number): number => Math.round(value * 10) / 10;
