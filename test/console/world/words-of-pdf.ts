import { inflateSync } from 'node:zlib';

/**
 * The words of each page of a PDF that Chromium wrote, in the order in which they were drawn.
 *
 * Letters stand in it as numbers of glyphs; each font has a table of what they mean.
 */
export function wordsOfPdf(pdf: Buffer): string[] {
  const text = pdf.toString('latin1');
  const objects = new Map<string, string>();
  for (const [, id = '', body = ''] of text.matchAll(/(\d+) 0 obj\b(.*?)\bendobj/gs)) objects.set(id, body);
  const streamOf = (id: string): string => {
    const body = objects.get(id) ?? '';
    const from = body.indexOf('stream');
    if (from === -1) return '';
    const raw = Buffer.from(body.slice(from).replace(/^stream\r?\n/, ''), 'latin1');
    return body.slice(0, from).includes('/FlateDecode') ? inflateSync(raw).toString('latin1') : raw.toString('latin1');
  };
  const fonts = new Map<string, ReadonlyMap<string, string>>();
  const lettersOf = (font: string): ReadonlyMap<string, string> => {
    const known = fonts.get(font);
    if (known !== undefined) return known;
    const letters = lettersIn(streamOf(/\/ToUnicode (\d+) 0 R/.exec(objects.get(font) ?? '')?.[1] ?? ''));
    fonts.set(font, letters);
    return letters;
  };
  return [...objects.values()]
    .filter((body) => /\/Type\s*\/Page\b/.test(body))
    .map((page) => {
      const names = new Map([...page.matchAll(/\/(F\d+) (\d+) 0 R/g)].map(([, name = '', id = '']) => [name, id]));
      const drawn = streamOf(/\/Contents (\d+) 0 R/.exec(page)?.[1] ?? '');
      return wordsDrawn(drawn, (name) => lettersOf(names.get(name) ?? ''));
    });
}

/** What a font's glyphs mean. */
function lettersIn(table: string): ReadonlyMap<string, string> {
  const letters = new Map<string, string>();
  const put = (glyph: number, meant: string) =>
    letters.set(
      glyph.toString(16).padStart(4, '0').toUpperCase(),
      Buffer.from(meant, 'hex').swap16().toString('utf16le'),
    );
  for (const [, lines = ''] of table.matchAll(/beginbfchar(.*?)endbfchar/gs)) {
    for (const [, glyph = '', meant = ''] of lines.matchAll(/<(\w+)> <(\w+)>/g)) put(Number.parseInt(glyph, 16), meant);
  }
  for (const [, lines = ''] of table.matchAll(/beginbfrange(.*?)endbfrange/gs)) {
    for (const [, first = '', last = '', meant = ''] of lines.matchAll(/<(\w+)> <(\w+)> <(\w{4})>/g)) {
      const from = Number.parseInt(first, 16);
      for (let glyph = from; glyph <= Number.parseInt(last, 16); glyph += 1) {
        put(glyph, (Number.parseInt(meant, 16) + glyph - from).toString(16).padStart(4, '0'));
      }
    }
  }
  return letters;
}

function wordsDrawn(drawn: string, lettersOf: (font: string) => ReadonlyMap<string, string>): string {
  let letters: ReadonlyMap<string, string> = new Map();
  let words = '';
  for (const [, font, glyphs, ended] of drawn.matchAll(/\/(F\d+) [\d.]+ Tf|<([0-9A-Fa-f]+)>|(\bET\b)/g)) {
    if (font !== undefined) letters = lettersOf(font);
    if (ended !== undefined) words += ' ';
    for (const [glyph] of (glyphs ?? '').matchAll(/.{4}/g)) words += letters.get(glyph.toUpperCase()) ?? '';
  }
  return words;
}
