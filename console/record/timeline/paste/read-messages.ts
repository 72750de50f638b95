import { noiseOf } from './noise-of.ts';
import type { PastedEntry, PasteReading } from './pasted.ts';

/** Reads an export of messages with epoch times. @returns undefined for what is no such export */
export function readMessages(text: string): PasteReading | undefined {
  const messages = messagesIn(text);
  if (messages === undefined) return undefined;
  const reading: PasteReading = {
    format: 'JSON messages',
    explained: 0,
    entries: [],
    dayLines: [],
    unexplained: [],
    isDayOrderAmbiguous: false,
  };
  for (const [index, message] of messages.entries()) {
    const entry = entryOf(message, index + 1);
    if (entry === undefined) reading.unexplained.push({ line: index + 1, text: JSON.stringify(message) });
    else reading.entries.push(entry);
  }
  reading.explained = reading.entries.length;
  return reading.entries.length === 0 ? undefined : reading;
}

function messagesIn(text: string): readonly unknown[] | undefined {
  if (!/^\s*[[{]/.test(text)) return undefined;
  try {
    const value: unknown = JSON.parse(text);
    if (Array.isArray(value)) return value;
    const inner = typeof value === 'object' && value !== null && 'messages' in value ? value.messages : undefined;
    return Array.isArray(inner) ? inner : undefined;
  } catch {
    return undefined;
  }
}

function entryOf(message: unknown, line: number): PastedEntry | undefined {
  if (typeof message !== 'object' || message === null) return undefined;
  const { ts, text, user, username } = message as Record<string, unknown>;
  const epoch = typeof ts === 'number' || (typeof ts === 'string' && ts.trim() !== '') ? Number(ts) : Number.NaN;
  if (typeof text !== 'string' || !Number.isFinite(epoch)) return undefined;
  // Seconds of this century have 10 digits, milliseconds 13.
  const at = new Date(epoch > 1e11 ? epoch : epoch * 1_000);
  if (Number.isNaN(at.getTime())) return undefined;
  const name = typeof user === 'string' ? user : typeof username === 'string' ? username : undefined;
  const noise = noiseOf(name, text);
  return {
    line,
    lines: [line],
    text,
    day: { year: at.getUTCFullYear(), month: at.getUTCMonth() + 1, day: at.getUTCDate() },
    time: { hour: at.getUTCHours(), minute: at.getUTCMinutes(), second: at.getUTCSeconds() },
    zoneInText: 'Z',
    ...(name !== undefined && { name }),
    ...(noise !== undefined && { noise }),
  };
}
