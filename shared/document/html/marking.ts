import type { Tlp } from '../../domain/words/tlp.ts';
import { Html, html } from './html.ts';

/** The inks of TLP 2.0, all of them on black. https://www.first.org/tlp/ */
const INKS: Record<Tlp, string> = {
  RED: '#ff2b2b',
  'AMBER+STRICT': '#ffc000',
  AMBER: '#ffc000',
  GREEN: '#33ff00',
  CLEAR: '#ffffff',
};

/** The mark at the beginning and at the end of a page on a screen. */
export function markingHtml(tlp: Tlp): Html {
  return html`
<p class="marking"><span>TLP:${tlp}</span></p>`;
}

/**
 * TLP 2.0 wants the mark in the header and in the footer of each page, right-justified, in 12 points or more. The head
 * and the foot of a table are printed on every page that it goes over: https://www.w3.org/TR/css-tables-3/#repeated-headers.
 * The margin boxes of CSS would be made for this, but browsers print them without their ground, and TLP:CLEAR is white.
 */
export function markingStyle(tlp: Tlp): Html {
  return new Html(`
.marking { margin: 0; text-align: right; } .marking + header { margin-top: .75rem; } footer + .marking { margin-top: 1rem; }
.marking span { display: inline-block; background: #000; color: ${INKS[tlp]}; font-weight: 700; font-size: 12pt; padding: .1rem .6rem; border: 1px solid #555;
  print-color-adjust: exact; -webkit-print-color-adjust: exact; }
@media print {
  @page { margin: 10mm 14mm 14mm; @bottom-left { content: counter(page) " / " counter(pages); font: 10pt system-ui, sans-serif; } }
  body { display: table; width: 100%; } .marking { display: table-header-group; break-inside: avoid; } footer + .marking { display: table-footer-group; }
  .marking span { display: block; width: fit-content; margin: 0 0 5mm auto; } footer + .marking span { margin: 5mm 0 0 auto; }
}
`);
}
