import { dayLine, dayLineWithin, isWritten, type LooseDay, type WrittenDay } from './day.ts';
import { fromCsv } from './from-csv.ts';
import { fromJson } from './from-json.ts';
import { HEAD_FORMATS, type Head, type HeadFormat } from './heads.ts';
import { headsIn } from './heads-in.ts';
import type { PasteEntry, PasteLine, PasteReading } from './pasted.ts';

/** Reads a chat, a log, a CSV or a JSON export. Every line is in an entry, says a day, or is named as unexplained. */
export function readPaste(pasted: string): PasteReading {
  const text = plain(pasted);
  return fromJson(text) ?? fromCsv(text) ?? fromLines(text.split('\n'));
}

/** Narrow, wide and hard spaces are spaces; marks of direction and of byte order are nothing. What joins letters and pictures stays. */
const plain = (text: string): string =>
  text
    .replace(/\r\n?/g, '\n')
    .replace(/[\u00a0\u2000-\u200a\u202f\u205f\u3000]/g, ' ')
    .replace(/[\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/g, '');

function fromLines(lines: readonly string[]): PasteReading {
  const { format, heads } = bestFor(lines);
  const entries: (PasteEntry & { texts: string[] })[] = [];
  const unexplained: PasteLine[] = [];
  const dayLines: PasteLine[] = [];
  let above: WrittenDay | LooseDay | undefined;
  /** Last line that somebody said something in. */
  let lastSaid: number | undefined;
  for (const [line, text] of lines.entries()) {
    if (text.trim() === '') continue;
    const current = entries.at(-1);
    const head = heads.get(line);
    // Right below a name and a time it is what somebody said, as short as it is.
    const isFirstWord = current !== undefined && current.line === line - 1 && current.texts.length === 0;
    const read = lastSaid === line - 1 ? dayLineWithin : dayLine;
    const said = isFirstWord ? undefined : read(text);
    if (head !== undefined) {
      const { text: first, ...rest } = head;
      entries.push({
        ...{ line, text: '', ...rest, texts: first === '' ? [] : [first] },
        ...(above === undefined ? {} : { dayAbove: above }),
      });
      above = undefined;
      lastSaid = line;
    } else if (said !== undefined) {
      dayLines.push({ line, text });
      // Without a date and above the first line, it is the day that is asked for.
      if (isWritten(said) || current !== undefined) above = said;
    } else if (current !== undefined) {
      current.texts.push(text.trim());
      lastSaid = line;
    } else unexplained.push({ line, text });
  }
  return {
    format: format?.name ?? 'lines without times',
    entries: entries.map(({ texts, ...entry }) => ({ ...entry, text: texts.join('\n') })),
    unexplained,
    dayLines,
  };
}

/**
 * The format that explains most lines. Of one with names most lines have a name; what is said without one, such as who joined,
 * is read beside them, so that the names of all others are known as names.
 */
function bestFor(lines: readonly string[]): { format?: HeadFormat; heads: ReadonlyMap<number, Head> } {
  let best: { format?: HeadFormat; heads: ReadonlyMap<number, Head>; explained: number } = {
    heads: new Map(),
    explained: 0,
  };
  for (const format of HEAD_FORMATS) {
    const { heads, explained, isOfMost } = headsIn(lines, format);
    if (isOfMost && explained > best.explained) best = { format, heads, explained };
  }
  return best;
}
