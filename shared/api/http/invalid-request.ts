import type * as z from 'zod';
import { fieldNamesAt } from './field-names.ts';
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

/**
 * Everything that is wrong with a body, each with its place in it.
 *
 * @param schema that the body was held to: an unknown field is told the names that are known there
 */
export function wrongFields(error: z.ZodError, schema: z.ZodType, body: unknown): ProblemDetail[] {
  return invalidFields(error, schema, body).map(({ path, detail }) => ({
    pointer: path.map((step) => `/${step.replaceAll('~', '~0').replaceAll('/', '~1')}`).join(''),
    detail,
  }));
}

/** Everything that is wrong with a query, each with its parameter. */
export function wrongParameters(error: z.ZodError, schema: z.ZodType, query: unknown): ProblemDetail[] {
  return invalidFields(error, schema, query).map(({ path: [parameter = ''], detail }) => ({ parameter, detail }));
}

function invalidFields(
  { issues }: z.ZodError,
  schema: z.ZodType,
  value: unknown,
): { path: string[]; detail: string }[] {
  return issues.flatMap((issue) => {
    const path = issue.path.map(String);
    if (issue.code === 'invalid_type' && isMissing(value, issue.path)) {
      return [{ path, detail: `it is missing; expected ${issue.expected}` }];
    }
    if (issue.code !== 'unrecognized_keys') return [{ path, detail: issue.message }];
    const names = fieldNamesAt(schema, issue.path, value);
    return issue.keys.map((key) => ({ path: [...path, key], detail: unknownName(key, names) }));
  });
}

const isMissing = (value: unknown, path: readonly PropertyKey[]): boolean =>
  path.length > 0 && path.reduce<unknown>((inside, step) => Object(inside)[step], value) === undefined;

/** The most names that are listed: no shape of a body has more. */
const NAMED_AT_MOST = 40;

function unknownName(key: string, names: readonly string[]): string {
  const unknown = 'nothing here has this name';
  if (names.length === 0) return unknown;
  const meant = names.find((name) => letters(name) === letters(key));
  if (meant !== undefined) return `${unknown}; it is called ${meant}`;
  return `${unknown}; known here: ${names.slice(0, NAMED_AT_MOST).join(', ')}`;
}

/** `due_at`, `due-at` and `DueAt` are `dueAt`. */
const letters = (name: string): string => name.toLowerCase().replaceAll(/[^a-z0-9]/g, '');
