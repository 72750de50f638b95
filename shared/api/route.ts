import * as z from 'zod';
import { counted } from '../document/counted.ts';
import type { Action } from '../domain/access/access.ts';
import type { Author } from '../domain/words/person.ts';
import { ILL_FORMED, illFormedIn } from '../domain/words/well-formed.ts';
import { mustHaveRoleFor } from './access.ts';
import type { ApiDependencies } from './api-dependencies.ts';
import { SAY_WHAT_WAS_READ, saysWhatWasRead } from './http/conditions.ts';
import { InvalidRequest, wrongFields, wrongParameters } from './http/invalid-request.ts';
import type { ProblemDetail } from './http/problem.ts';
import type { TagName } from './tags.ts';
import type { Caller } from './token-claims.ts';

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
type Shape = Readonly<Record<string, z.ZodType>>;

/** A request that the gateway let in, before its parts are read. */
export type Request = {
  method: Method;
  /** Path as it was called, without the query. */
  path: string;
  params: Record<string, string>;
  query: Record<string, string[]>;
  header: (name: string) => string | undefined;
  json: () => Promise<unknown>;
  caller: Caller;
  deps: ApiDependencies;
};

/** The same, read: what a handler of a route works with. */
export type Call<Params = unknown, Query = unknown, Body = unknown> = Omit<Request, 'params' | 'query' | 'json'> & {
  by: Author;
  action: Action;
  params: Params;
  query: Query;
  body: Body;
};

/** A file to keep, or a page to be shown. */
export type File = { contentType: string; name: string; text: string; isToBeShown?: boolean };

export type Answer = {
  /** Without it: the status of the definition. */
  status?: number;
  body?: unknown;
  /** Instead of a body. */
  file?: File;
  etag?: string | undefined;
  location?: string | undefined;
  /** Cursor of the next page of a file, which has no room for it. Other pages have it in `next` of their body. */
  next?: string | undefined;
};

/** A route as the table tells it: enough to serve it, to document it and to test it. */
type Facts = {
  /** Unique, for those who generate a client: `approveRecord`. */
  operationId: string;
  method: Method;
  /** In the words of OpenAPI: `/post-mortems/{id}`. */
  path: string;
  tag: TagName;
  summary: string;
  /** Action that a caller needs a role for. */
  action: Action;
  /** True when it answers everybody who signed in, also without a role. */
  isForEverybody?: true;
  /**
   * `required` on what overwrites or decides (428 without it), `to overwrite` on what may also be the first version, `optional`
   * on what adds, `none` on what reads. The handler compares it where the store decides: see `conditions.ts`.
   */
  ifMatch: 'required' | 'to overwrite' | 'optional' | 'none';
  /** True when an `Idempotency-Key` makes a repeat harmless: every POST that adds something. See `once.ts`. */
  isIdempotentByKey?: boolean;
  /**
   * `files`: the content types that it answers besides JSON. `hasEtag`: the version of what it answers comes along. Whatever is made,
   * 201, has its address in Location.
   */
  answer: {
    status: 200 | 201 | 202 | 204;
    means: string;
    schema?: z.ZodType;
    files?: readonly string[];
    hasEtag?: true;
    /** It may answer with 303 and an address elsewhere. */
    elsewhere?: { means: string; schema: z.ZodType };
  };
  /** Statuses that it answers besides those that follow from the rest. */
  problems?: readonly number[];
};

export type RouteDefinition<Params extends Shape, Query extends Shape, Body extends z.ZodType> = Facts & {
  params: Params;
  query: Query;
  body: { schema: Body; example: z.input<Body> };
  handle: (call: Call<z.output<z.ZodObject<Params>>, z.output<z.ZodObject<Query>>, z.output<Body>>) => Promise<Answer>;
};

export type Route = Facts & {
  params: z.ZodObject;
  query: z.ZodObject;
  body: { schema: z.ZodType; example: unknown } | undefined;
  answerTo: (request: Request) => Promise<Answer>;
};

/** For routes that take no body. What is sent all the same is not read. */
export const NO_BODY = { schema: z.undefined(), example: undefined };

/** A route of the table, with its request read by its schemas before its handler sees it. */
export function route<Params extends Shape, Query extends Shape, Body extends z.ZodType>(
  definition: RouteDefinition<Params, Query, Body>,
): Route {
  const { params: paramShape, query: queryShape, body, handle, ...facts } = definition;
  const params = z.object(paramShape);
  const query = z.strictObject(queryShape);
  const takesBody = !(body.schema instanceof z.ZodUndefined);
  return {
    ...facts,
    params,
    query,
    body: takesBody ? body : undefined,
    async answerTo(request) {
      const { json, ...rest } = request;
      if (facts.isForEverybody !== true) mustHaveRoleFor(request.caller, facts.action);
      const unsaid = facts.ifMatch === 'required' && !saysWhatWasRead(request);
      const call = {
        ...rest,
        by: request.caller.author,
        action: facts.action,
        params: readParams(params, request.params),
        query: readQuery(query, request.query),
        // One refusal says all that is wrong: a header that is missing, too.
        body: readBody(body.schema, takesBody ? await json() : undefined, unsaid ? [IF_MATCH_IS_MISSING] : []),
      };
      if (unsaid) throw new InvalidRequest(428, SAY_WHAT_WAS_READ);
      return handle(call);
    },
  };
}

const IF_MATCH_IS_MISSING: ProblemDetail = { header: 'If-Match', detail: SAY_WHAT_WAS_READ };

/** Reads the ids of a path. One of the wrong form names nothing, so that the address does not exist: 404. */
function readParams<Output>(schema: z.ZodType<Output>, params: Record<string, string>): Output {
  const parsed = schema.safeParse(params);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  const name = String(issue?.path[0] ?? '');
  throw new InvalidRequest(404, `there is no ${name} "${params[name] ?? ''}": ${issue?.message ?? ''}`);
}

function readQuery<Output>(schema: z.ZodObject & z.ZodType<Output>, query: Record<string, string[]>): Output {
  const isList = (name: string): boolean => isArray(schema.shape[name]);
  const given = Object.entries(query).map(([name, values]) => [name, isList(name) ? values : oneOf(values)]);
  const asked = Object.fromEntries(given);
  const parsed = schema.safeParse(asked);
  if (parsed.success) return parsed.data;
  throw new InvalidRequest(400, 'the query is not what this route takes', wrongParameters(parsed.error, schema, asked));
}

/** A parameter that is given twice, and may be given once, is not one of its two values: the schema refuses the list. */
const oneOf = (values: string[]): unknown => (values.length === 1 ? values[0] : values);

function isArray(schema: unknown): boolean {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodPrefault) return isArray(schema.unwrap());
  return schema instanceof z.ZodArray;
}

/** JSON may spell half of a character, `"\ud800"`, in any text of any body. */
function readBody<Schema extends z.ZodType>(
  schema: Schema,
  body: unknown,
  besides: readonly ProblemDetail[],
): z.output<Schema> {
  const parsed = schema.safeParse(body);
  const illFormed = parsed.success ? illFormedIn(parsed.data) : undefined;
  if (parsed.success && illFormed === undefined) return parsed.data;
  const issue = { code: 'custom' as const, path: [...(illFormed ?? [])], message: ILL_FORMED, input: undefined };
  const errors = wrongFields(parsed.error ?? new z.ZodError([issue]), schema, body);
  throw new InvalidRequest(400, `the body is wrong in ${counted(errors.length, 'place')}`, [...errors, ...besides]);
}
