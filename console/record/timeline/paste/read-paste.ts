import { CHAT_FORMATS } from './chat-formats.ts';
import { noiseOf } from './noise-of.ts';
import type { PastedDay, PastedEntry, PasteReading } from './pasted.ts';
import { readMessages } from './read-messages.ts';
import { readTable } from './read-table.ts';
import { dayIn, timeIn } from './when.ts';

const FRAME = /^[\s\-–—=*_]+|[\s\-–—=*_:]+$/g;

/** Reads a pasted chat log or file by the format that explains most of its lines. Loses no line: what no format explains is told. */
export function readPaste(text: string): PasteReading {
  const clean = text.replace(/[\u00a0\u2007\u202f]/g, ' ').replace(/[\ufeff\u200e\u200f]/g, '');
  const exported = readMessages(clean) ?? readTable(clean);
  if (exported !== undefined) return exported;
  const lines = clean.split(/\r\n|\r|\n/);
  const [first, ...others] = CHAT_FORMATS.map((format) => readLines(lines, format.name, format.heads));
  if (first === undefined) throw new Error('There are no formats of chat logs');
  return others.reduce((best, one) => (one.entries.length > best.entries.length ? one : best), first);
}

function readLines(lines: readonly string[], format: string, heads: readonly RegExp[]): PasteReading {
  const reading: PasteReading = {
    format,
    explained: 0,
    entries: [],
    dayLines: [],
    unexplained: [],
    isDayOrderAmbiguous: false,
  };
  let day: PastedDay | undefined;
  let open: PastedEntry | undefined;
  for (const [index, raw] of lines.entries()) {
    if (raw.trim() === '') continue;
    const line = index + 1;
    const named = dayIn(raw.replace(FRAME, ''));
    const head = named === undefined ? headIn(raw.trim(), heads, line, day) : undefined;
    if (named !== undefined) {
      day = named;
      reading.dayLines.push(line);
    } else if (head !== undefined) {
      open = head;
      reading.entries.push(head);
    } else if (open === undefined) reading.unexplained.push({ line, text: raw });
    else {
      open.lines.push(line);
      open.text = open.text === '' ? raw.trim() : `${open.text}\n${raw.trimEnd()}`;
    }
  }
  for (const entry of reading.entries) {
    const noise = noiseOf(entry.name, entry.text);
    if (noise !== undefined) entry.noise = noise;
  }
  reading.explained = reading.dayLines.length + reading.entries.reduce((sum, one) => sum + one.lines.length, 0);
  reading.isDayOrderAmbiguous = reading.entries.some((one) => one.day?.isAmbiguous === true);
  return reading;
}

function headIn(text: string, heads: readonly RegExp[], line: number, day?: PastedDay): PastedEntry | undefined {
  for (const pattern of heads) {
    const groups = pattern.exec(text)?.groups;
    const time = groups === undefined ? undefined : timeIn(groups.time ?? '');
    if (groups === undefined || time === undefined) continue;
    const own = groups.day === undefined ? day : dayIn(groups.day);
    if (groups.day !== undefined && own === undefined) continue;
    const name = (groups.nick ?? groups.name)?.trim();
    const zone = groups.zone;
    return {
      line,
      lines: [line],
      text: groups.text?.trim() ?? '',
      time,
      ...(own !== undefined && { day: own }),
      ...(name !== undefined && { name }),
      ...(zone !== undefined && { zoneInText: zone }),
    };
  }
  return undefined;
}
