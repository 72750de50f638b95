import { Refusal } from '../../data/refusal.ts';
import { NotSignedIn } from '../../session/token.ts';
import type { Failure } from './failure.ts';

/** What the API, or the way to it, said. */
export function failureOf(error: unknown): Failure {
  if (error instanceof NotSignedIn) return { kind: 'signed out' };
  if (!(error instanceof Refusal)) return { kind: 'unanswered' };
  const { status, message, problem, retryAfter } = error;
  switch (status) {
    case 404:
    case 412:
    case 428:
      return { kind: 'changed' };
    case 401:
      return { kind: 'signed out' };
    case 429:
    case 503:
      return { kind: 'later', afterMs: (retryAfter ?? 5) * 1_000 };
    case 400:
    case 413:
    case 422:
      return {
        kind: 'unfinished',
        words: message,
        fields: (problem?.errors ?? []).map(({ pointer, detail }) => ({ pointer: pointer ?? '', detail })),
      };
    case 409:
      // Without a reason, too many wrote at the same time; with one, the record does not allow it.
      return problem?.reason === undefined ? { kind: 'unanswered' } : { kind: 'refused', words: message };
    default:
      return status >= 500 ? { kind: 'unanswered' } : { kind: 'refused', words: message };
  }
}
