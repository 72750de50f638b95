import type { Context } from 'hono';
import { HTTPException } from 'hono/http-exception';
import { Refusal, type RefusalReason } from '../domain/refusal.ts';
import { NotFound, VersionConflict } from '../store/errors.ts';
import { type ProblemDocument, problemDocument } from './problem.ts';
import { InvalidBody } from './request-body.ts';

/** The record moved on since the caller read it. RFC 9110, section 13.1.1. */
export class PreconditionFailed extends Error {
  readonly current: number;

  constructor(current: number) {
    super(`the record is at revision ${current}; read it again, and send that revision's ETag in If-Match`);
    this.name = 'PreconditionFailed';
    this.current = current;
  }
}

/** The role of the caller does not reach. */
export class Forbidden extends Error {
  constructor(action: string) {
    super(`your role may not ${action}; ask an admin to put you into a group that may`);
    this.name = 'Forbidden';
  }
}

const REFUSAL_STATUS: Record<RefusalReason, number> = {
  'wrong state': 409,
  'four eyes': 403,
  incomplete: 422,
  'unknown part': 422,
  limit: 422,
  'stale revision': 412,
};

/** An error as its problem document: what happened, to which thing, and what to do. What we do not know stays inside. */
export function errorAnswer(error: Error, context: Context, unexpected: (error: Error) => void): Response {
  const document = documentOf(error, unexpected);
  return new Response(JSON.stringify({ ...document, instance: context.req.path }), {
    status: document.status,
    headers: { 'content-type': 'application/problem+json' },
  });
}

function documentOf(error: Error, unexpected: (error: Error) => void): ProblemDocument {
  if (error instanceof InvalidBody) return problemDocument(400, error.message, { errors: error.errors });
  if (error instanceof Forbidden) return problemDocument(403, error.message);
  if (error instanceof NotFound) return problemDocument(404, error.message);
  if (error instanceof PreconditionFailed) {
    return problemDocument(412, error.message, { currentRevision: error.current });
  }
  if (error instanceof VersionConflict) return problemDocument(409, error.message);
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
