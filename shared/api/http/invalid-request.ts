import type * as z from 'zod';
import type { ProblemDetail } from './problem.ts';

/** A request that is not of the shape that its route wants. */
export class InvalidRequest extends Error {
  readonly status: 400 | 404 | 422 | 428;
  readonly errors: readonly ProblemDetail[];

  constructor(status: 400 | 404 | 422 | 428, detail: string, errors: readonly ProblemDetail[] = []) {
    super(detail);
    this.name = 'InvalidRequest';
    this.status = status;
    this.errors = errors;
  }
}

/** Everything that is wrong with a body, each with its place in it. */
export function wrongFields(error: z.ZodError): ProblemDetail[] {
  return invalidFields(error).map(({ path, detail }) => ({
    pointer: path.map((step) => `/${step.replaceAll('~', '~0').replaceAll('/', '~1')}`).join(''),
    detail,
  }));
}

/** Everything that is wrong with a query, each with its parameter. */
export function wrongParameters(error: z.ZodError): ProblemDetail[] {
  return invalidFields(error).map(({ path: [parameter = ''], detail }) => ({ parameter, detail }));
}

function invalidFields({ issues }: z.ZodError): { path: string[]; detail: string }[] {
  return issues.flatMap((issue) => {
    const path = issue.path.map(String);
    if (issue.code !== 'unrecognized_keys') return [{ path, detail: issue.message }];
    return issue.keys.map((key) => ({ path: [...path, key], detail: 'nothing here has this name' }));
  });
}
