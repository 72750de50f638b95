import type { PasteEntry, PasteReading } from './pasted.ts';
import { whenOf } from './when-of.ts';

const INSTANTS = ['ts', 'timestamp', '@timestamp', '_time', 'datetime', 'at', 'createdDateTime', 'created_at', 'when'];
const NAMES = ['user_name', 'username', 'user', 'name', 'author', 'sender', 'from', 'who'];
const TEXTS = ['text', 'message', 'content', 'body', 'what', 'event'];

/** An export of messages: a list, or an object with one. @returns undefined for what is none */
export function fromJson(text: string): PasteReading | undefined {
  if (!/^\s*[[{]/.test(text)) return undefined;
  const messages = listIn(parsed(text));
  if (messages === undefined) return undefined;
  const entries: PasteEntry[] = [];
  const unexplained: { line: number; text: string }[] = [];
  for (const [line, message] of messages.entries()) {
    const what = wordIn(message, TEXTS);
    const name = wordIn(message, NAMES);
    const said = (fields: string[]) => wordIn(message, fields)?.trim() ?? '';
    const when = whenOf({ at: said(INSTANTS), day: said(['date', 'day']), time: said(['time']) });
    if (when === undefined || what === undefined || what.trim() === '') {
      unexplained.push({ line, text: JSON.stringify(message) });
    } else entries.push({ line, text: what.trim(), ...(name === undefined ? {} : { name }), ...when });
  }
  return entries.length === 0 ? undefined : { format: 'messages in JSON', entries, unexplained, dayLines: [] };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function listIn(value: unknown): readonly unknown[] | undefined {
  if (Array.isArray(value)) return value;
  if (typeof value !== 'object' || value === null) return undefined;
  return Object.values(value).find((one): one is unknown[] => Array.isArray(one) && one.length > 0);
}

/** The first of these fields that says something; `{ "content": … }` and `{ "user": { "displayName": … } }` are looked into. */
function wordIn(message: unknown, names: readonly string[]): string | undefined {
  if (typeof message !== 'object' || message === null) return undefined;
  for (const name of names) {
    const value = Object.hasOwn(message, name) ? (message as Record<string, unknown>)[name] : undefined;
    if (typeof value === 'string' || typeof value === 'number') return String(value);
    const inner = wordIn(value, ['displayName', 'real_name', 'name', 'content', 'text', 'user']);
    if (inner !== undefined) return inner;
  }
  return undefined;
}
