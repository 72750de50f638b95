import { HTTPException } from 'hono/http-exception';
import { AskedTooSoon } from '../domain/remediation/decide/ask-for-check.ts';
import { Refusal, type RefusalReason } from '../domain/words/refusal.ts';
import { NotFound, ReadConflict, VersionConflict } from '../store/errors.ts';
import { FixKeepsChanging } from '../verification/judge-fix.ts';
import { Forbidden } from './access.ts';
import { PreconditionFailed } from './http/conditions.ts';
import { InvalidRequest } from './http/invalid-request.ts';
import { type ProblemDocument, problemDocument } from './http/problem.ts';
import { OverAllowance } from './limits/allowance.ts';

const REFUSAL_STATUS: Record<RefusalReason, number> = {
  'wrong state': 409,
  'four eyes': 403,
  'not the author': 403,
  'unknown program': 403,
  incomplete: 422,
  'unknown part': 422,
  limit: 422,
  'open hints': 422,
  'stale revision': 412,
  'tlp mark': 403,
};

/** An error as its problem document: what happened, to which thing, and what to do. What we do not know stays inside. */
export function errorAnswer(error: Error, path: string, unexpected: (error: Error) => void): Response {
  const document = documentOf(error, unexpected);
  return new Response(JSON.stringify({ ...document, instance: path }), {
    status: document.status,
    headers: { 'content-type': 'application/problem+json', ...headersOf(error) },
  });
}

function headersOf(error: Error): Record<string, string> {
  if (error instanceof PreconditionFailed && error.current !== undefined) return { etag: error.current };
  // RFC 6585, section 4: when to ask again.
  return error instanceof AskedTooSoon || error instanceof OverAllowance
    ? { 'retry-after': String(error.retryAfterSeconds) }
    : {};
}

const isLostRace = (error: Error): boolean =>
  error instanceof VersionConflict || error instanceof ReadConflict || error instanceof FixKeepsChanging;

function documentOf(error: Error, unexpected: (error: Error) => void): ProblemDocument {
  if (error instanceof InvalidRequest) {
    return problemDocument(error.status, error.message, error.errors.length === 0 ? {} : { errors: error.errors });
  }
  if (error instanceof Forbidden) return problemDocument(403, error.message);
  if (error instanceof NotFound) return problemDocument(404, error.message);
  if (error instanceof PreconditionFailed) {
    const { current, revision } = error;
    return problemDocument(412, error.message, { currentEtag: current, currentRevision: revision });
  }
  if (isLostRace(error)) return problemDocument(409, error.message);
  if (error instanceof AskedTooSoon) return problemDocument(429, error.message);
  if (error instanceof OverAllowance) return problemDocument(429, error.message, { title: 'Too many calls' });
  if (error instanceof HTTPException) return problemDocument(error.status, error.message);
  if (error instanceof Refusal) {
    const errors = error.missing.map(({ path, message }) => ({
      pointer: `/${path.replaceAll('.', '/')}`,
      detail: message,
    }));
    return problemDocument(REFUSAL_STATUS[error.reason], error.message, {
      reason: error.reason,
      ...(errors.length === 0 ? {} : { errors }),
    });
  }
  unexpected(error);
  return problemDocument(500, 'something went wrong on our side; it was logged, and a repeat may help');
}
