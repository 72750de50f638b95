import type { Context } from 'hono';
import type * as z from 'zod';
import type { ProblemDetail } from './problem.ts';

/** A body that is no JSON, or not of the shape that the route wants. */
export class InvalidBody extends Error {
  readonly errors: readonly ProblemDetail[];

  constructor(detail: string, errors: readonly ProblemDetail[] = []) {
    super(detail);
    this.name = 'InvalidBody';
    this.errors = errors;
  }
}

/** @throws InvalidBody with a pointer to everything that is wrong */
export async function bodyOf<Body>(context: Context, schema: z.ZodType<Body>): Promise<Body> {
  const parsed = schema.safeParse(await jsonOf(context));
  if (parsed.success) return parsed.data;
  const errors = parsed.error.issues.map(({ path, message }) => ({
    pointer: `/${path.map((step) => String(step).replaceAll('~', '~0').replaceAll('/', '~1')).join('/')}`,
    detail: message,
  }));
  throw new InvalidBody(`the body has ${errors.length} wrong field(s)`, errors);
}

async function jsonOf(context: Context): Promise<unknown> {
  try {
    return await context.req.json();
  } catch {
    throw new InvalidBody('the body is not JSON; send an object with content-type application/json');
  }
}
