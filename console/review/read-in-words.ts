import { timeInWords } from '../marks/time-in-words.ts';
import { fieldInWords } from './path-words.ts';

const ULID = /^[0-7][0-9A-HJKMNP-TV-Z]{25}$/;
const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d/;
/** Of an answer alone, or by which programs find things. */
const UNSEEN = new Set(['id', 'etag', 'self', 'key', 'versionId', 'announcedDueAt']);

export const isInstant = (value: unknown): value is string => typeof value === 'string' && INSTANT.test(value);

/** Fields of an object that people read, in their order. */
export const fieldsOf = (value: object): [string, unknown][] =>
  Object.entries(value).filter(([name, one]) => !UNSEEN.has(name) && one !== undefined && !isNothing(one));

/** Empty lists, and ids alone: what they point at is shown where it stands. */
const isNothing = (value: unknown): boolean =>
  Array.isArray(value) && value.every((one) => typeof one === 'string' && ULID.test(one));

/** A value as plain text, by which two of them are compared. */
export function readInWords(value: unknown): string {
  if (value === undefined || value === null) return '';
  if (isInstant(value)) return timeInWords(value);
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (typeof value === 'number') return value.toLocaleString('en-GB');
  if (Array.isArray(value)) return value.map(readInWords).join('\n');
  if (typeof value !== 'object') return String(value);
  return fieldsOf(value)
    .map(([name, one]) => `${fieldInWords(name)}: ${readInWords(one)}`)
    .join('\n');
}
