import type { Context } from 'hono';
import type * as z from 'zod';
import { completenessOf } from '../domain/completeness.ts';
import type { HoldfastConfig } from '../domain/policy.ts';
import type { PostMortem } from '../domain/post-mortem.ts';
import type { Cause } from '../domain/recorded-event.ts';
import { templateFor } from '../domain/template.ts';
import { NotFound } from '../store/errors.ts';
import type { ApiEnvironment } from './api-environment.ts';
import { PreconditionFailed } from './error-answer.ts';

/** An id of the path. What is no id names nothing, so it is a 404 as well. */
export function idIn<Schema extends z.ZodType>(
  context: Context<ApiEnvironment>,
  name: string,
  schema: Schema,
): z.output<Schema> {
  const text = context.req.param(name) ?? '';
  const parsed = schema.safeParse(text);
  if (!parsed.success) throw new NotFound(`${name} "${text}"`);
  return parsed.data;
}

/** `If-Match: "<revision>"`, when it is sent, must name the revision that is there. */
export function matchRevision(context: Context<ApiEnvironment>, revision: number): void {
  const wanted = context.req.header('if-match');
  if (wanted !== undefined && wanted !== '*' && wanted !== `"${revision}"`) throw new PreconditionFailed(revision);
}

export function causeOf(context: Context<ApiEnvironment>, newId: () => string): Cause {
  return { actor: context.get('caller').person, correlationId: `api:${newId()}`, hops: 0 };
}

/** A record as the API shows it, with what it still lacks and the ETag of its revision. */
export function recordAnswer(
  context: Context<ApiEnvironment>,
  record: PostMortem,
  { postMortem }: Pick<HoldfastConfig, 'postMortem'>,
  status: 200 | 201,
): Response {
  context.header('etag', `"${record.revision}"`);
  return context.json(
    { ...record, completeness: completenessOf(record, templateFor(record, postMortem.templates)) },
    status,
  );
}
