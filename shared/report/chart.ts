import { type Html, html } from './html.ts';
import { plainText } from './plain-text.ts';
import type { Bars } from './report-document.ts';

/**
 * Stacked bars as one small SVG a row. The words stand beside them as text of the page, so they keep their size on a
 * phone, where a picture with words in it would shrink. Each bar says its numbers to those who cannot see it.
 */
export function barsHtml({ caption, legend, rows }: Bars): Html {
  const longest = Math.max(1, ...rows.map(({ values }) => total(values)));
  return html`<figure class="bars">
<figcaption>${caption}</figcaption>
<ul class="legend">${legend.map(({ name, tone }) => html`<li><span class="swatch ${tone}"></span>${name}</li>`)}</ul>
<ul class="rows">${rows.map(
    (row) => html`
<li><span class="label">${plainText(row.label)}</span>${bar(row, legend, longest)}<span class="total">${total(row.values)}</span></li>`,
  )}
</ul>
</figure>`;
}

const WIDTH = 1_000;
const HEIGHT = 20;

function bar({ label, values }: Bars['rows'][number], legend: Bars['legend'], longest: number): Html {
  const parts = legend
    .map(({ name, tone }, index) => ({ name, tone, value: values[index] ?? 0 }))
    .filter(({ value }) => value > 0);
  const words = parts.map(({ name, value }) => `${value} ${name.toLowerCase()}`).join(', ');
  let x = 0;
  const segments = parts.map(({ tone, value, name }) => {
    const width = (value / longest) * WIDTH;
    const segment = html`<rect class="${tone}" x="${rounded(x)}" y="0" width="${rounded(Math.max(1, width - 3))}" height="${HEIGHT}"><title>${value} ${name.toLowerCase()}</title></rect>`;
    x += width;
    return segment;
  });
  return html`<svg role="img" aria-label="${plainText(label)}: ${words}" viewBox="0 0 ${WIDTH} ${HEIGHT}" preserveAspectRatio="none">${segments}</svg>`;
}

const total = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0);

const rounded = (value: number): number => Math.round(value * 10) / 10;
