/** Markup that may go into a page as it is. Everything else is text and gets escaped. */
export class SafeHtml {
  readonly markup: string;

  constructor(markup: string) {
    this.markup = markup;
  }
}

type Piece = SafeHtml | string | number | null | undefined | false | readonly Piece[];

/**
 * Builds markup from a template. What is put in gets escaped unless it is markup itself; lists are joined, and `false`
 * or nothing leaves no trace.
 *
 * @example html`<p>${'a < b'}</p>`.markup === '<p>a &lt; b</p>'
 */
export function safeHtml(texts: TemplateStringsArray, ...pieces: readonly Piece[]): SafeHtml {
  return new SafeHtml(texts.map((text, index) => text + markupOf(pieces[index])).join(''));
}

function markupOf(piece: Piece): string {
  if (piece === null || piece === undefined || piece === false) return '';
  if (piece instanceof SafeHtml) return piece.markup;
  if (typeof piece === 'object') return piece.map(markupOf).join('');
  return escaped(String(piece));
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (character) => entities[character] ?? character);
}

/** The address when it is one that a link may lead to. Anything like `javascript:` is not. */
export function webAddress(address: unknown): string | undefined {
  return typeof address === 'string' && /^(https?:\/\/|mailto:)/i.test(address) ? address : undefined;
}
