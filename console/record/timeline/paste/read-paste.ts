import { dayLine, type LooseDay, type WrittenDay } from './day.ts';
import { fromCsv } from './from-csv.ts';
import { fromJson } from './from-json.ts';
import { HEAD_FORMATS, type HeadFormat } from './heads.ts';
import type { PasteEntry, PasteReading } from './pasted.ts';

/** Reads a chat, a log, a CSV or a JSON export. Every line is in an entry, says a day, or is named as unexplained. */
export function readPaste(pasted: string): PasteReading {
  const text = plain(pasted);
  return fromJson(text) ?? fromCsv(text) ?? fromLines(text.split('\n'));
}

/** Narrow, wide and hard spaces are spaces; marks of direction and of byte order are nothing. */
const plain = (text: string): string =>
  text
    .replace(/\r\n?/g, '\n')
    .replace(/[\u00a0\u2000-\u200a\u202f\u205f\u3000]/g, ' ')
    .replace(/[\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]/g, '');

function fromLines(lines: readonly string[]): PasteReading {
  const format = bestFor(lines);
  const entries: (PasteEntry & { texts: string[] })[] = [];
  const unexplained: { line: number; text: string }[] = [];
  let day: WrittenDay | undefined;
  let loose: LooseDay | undefined;
  for (const [line, text] of lines.entries()) {
    if (text.trim() === '') continue;
    const head = format?.read(text);
    const said = head === undefined ? dayLine(text) : undefined;
    const current = entries.at(-1);
    if (head !== undefined) {
      const { text: first, ...rest } = head;
      entries.push({
        line,
        text: '',
        ...(day === undefined ? {} : { day }),
        ...(loose === undefined ? {} : { looseDay: loose }),
        ...rest,
        texts: first === '' ? [] : [first],
      });
      loose = undefined;
    } else if (said !== undefined && isWritten(said)) {
      day = said;
      loose = undefined;
    } else if (said !== undefined) {
      // Above the first line, it is the day that is asked for.
      if (current === undefined) continue;
      day = undefined;
      loose = said;
    } else if (current !== undefined) current.texts.push(text.trim());
    else unexplained.push({ line, text });
  }
  return {
    format: format?.name ?? 'lines without times',
    entries: entries.map(({ texts, ...entry }) => ({ ...entry, text: texts.join('\n') })),
    unexplained,
  };
}

const isWritten = (day: WrittenDay | LooseDay): day is WrittenDay => 'month' in day || 'first' in day;

function bestFor(lines: readonly string[]): HeadFormat | undefined {
  let best: { format: HeadFormat; explained: number } | undefined;
  for (const format of HEAD_FORMATS) {
    const explained = lines.filter((line) => format.read(line) !== undefined).length;
    if (explained > (best?.explained ?? 0)) best = { format, explained };
  }
  return best?.format;
}
