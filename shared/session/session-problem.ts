import { problemDocument } from '../api/http/problem.ts';
import { SESSION_HEADERS } from './pages.ts';
import type { SessionAnswer } from './session-dependencies.ts';

/** @param more further fields of the problem */
export const sessionProblem = (status: number, detail: string, more: Record<string, unknown> = {}): SessionAnswer => ({
  statusCode: status,
  headers: { ...SESSION_HEADERS, 'content-type': 'application/problem+json' },
  cookies: [],
  body: JSON.stringify(problemDocument(status, detail, more)),
});
