import { type Candidate, candidate } from './candidate.ts';

/** Records of our own format: one, or a list. Their history is no part of what they say: an export has a new one each time. */
export function fromJson(content: unknown): Candidate[] {
  return placed(content, (record, place) => candidate(place, withoutHistory(record), record));
}

/** One record, or each of a list with its number. */
export function placed(content: unknown, read: (record: unknown, place: string) => Candidate): Candidate[] {
  if (!Array.isArray(content)) return [read(content, '')];
  return content.map((record, index) => read(record, `record ${index + 1}`));
}

function withoutHistory(record: unknown): unknown {
  if (typeof record !== 'object' || record === null || !('history' in record)) return record;
  const { history: _, ...rest } = record;
  return rest;
}
