import { timeInWords } from '../marks/time-in-words.ts';
import { fieldsOf } from './fields-of.ts';
import { fieldInWords } from './path-words.ts';

const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d/;

export const isInstant = (value: unknown): value is string => typeof value === 'string' && INSTANT.test(value);

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
