import { type Context, Hono, type HonoRequest } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { HTTPException } from 'hono/http-exception';
import { countCalls } from '../store/inbox/caller-counts.ts';
import type { ApiDependencies } from './api-dependencies.ts';
import { isConditional } from './description/open-api.ts';
import { errorAnswer } from './error-answer.ts';
import { InvalidRequest } from './http/invalid-request.ts';
import { BODY_LIMIT_BYTES } from './http/limits.ts';
import { isPaged, nextLink } from './http/next-link.ts';
import { callerAllowances } from './limits/allowance.ts';
import { costOf } from './limits/cost.ts';
import type { Answer, Request, Route } from './route.ts';
import { ROUTES } from './routes.ts';
import type { Caller } from './token-claims.ts';

type Environment<Bindings extends object> = { Bindings: Bindings; Variables: { caller: Caller } };

/**
 * The API of the records: the table of its routes, served. `callerOf` finds out who calls from what the gateway verified;
 * it is the only thing here that depends on where the API runs.
 */
export function createApi<Bindings extends object>(
  deps: ApiDependencies,
  callerOf: (bindings: Bindings) => Caller | undefined,
): Hono<Environment<Bindings>> {
  const app = new Hono<Environment<Bindings>>();
  app.onError((error, context) => errorAnswer(error, context.req.path, deps.unexpected));
  app.notFound((context) => {
    const error = new HTTPException(404, { message: `there is no ${context.req.method} here` });
    return errorAnswer(error, context.req.path, deps.unexpected);
  });
  app.use(
    bodyLimit({
      maxSize: BODY_LIMIT_BYTES,
      onError: () => {
        throw new HTTPException(413, {
          message: `the limit is ${BODY_LIMIT_BYTES} bytes; attach long material as evidence`,
        });
      },
    }),
  );
  app.use(async (context, next) => {
    const caller = callerOf(context.env);
    if (caller === undefined) {
      throw new HTTPException(401, {
        message:
          'sign in, and send the id token (people) or the access token of client credentials (programs) as bearer',
      });
    }
    context.set('caller', caller);
    await next();
  });
  const allowances = callerAllowances({
    perMinute: deps.config.api.perMinute,
    count: (who, minute, asked) => countCalls(deps.table, who, minute, asked),
    notCounted: (error) => {
      deps.telemetry.count('CallsNotCounted');
      deps.telemetry.warn('calls go through that could not be counted', { because: String(error) });
    },
    now: deps.now,
  });
  for (const route of ROUTES) {
    app.on(route.method, route.path.replaceAll(/\{(\w+)\}/g, ':$1'), async (context) => {
      const request = requestOf(context, route, deps);
      await allowances.spend(request.caller.author, await costOf(route, request));
      return answered(route, await route.answerTo(request), context.req);
    });
  }
  return app;
}

function requestOf<Bindings extends object>(
  context: Context<Environment<Bindings>>,
  { method }: Route,
  deps: ApiDependencies,
): Request {
  return {
    method,
    path: context.req.path,
    params: context.req.param(),
    query: context.req.queries(),
    header: (name) => context.req.header(name),
    json: () => jsonBody(context),
    caller: context.get('caller'),
    deps,
  };
}

async function jsonBody(context: Context): Promise<unknown> {
  try {
    return await context.req.json();
  } catch {
    throw new InvalidRequest(400, 'the body is not JSON; send an object with content-type application/json');
  }
}

function answered(route: Route, answer: Answer, request: Pick<HonoRequest, 'url' | 'header'>): Response {
  const { status = route.answer.status, body, file, etag, location } = answer;
  // Security reviews: no cache on the way keeps them.
  const headers = new Headers({ 'cache-control': 'no-store' });
  if (body !== undefined) headers.set('content-type', 'application/json');
  if (etag !== undefined) headers.set('etag', etag);
  if (location !== undefined) headers.set('location', location);
  const link = isPaged(route) ? nextLink(answer, request.url) : undefined;
  if (link !== undefined) headers.set('link', link);
  if (isConditional(route) && etag !== undefined && isAmong(etag, request.header('if-none-match'))) {
    headers.delete('content-type');
    return new Response(null, { status: 304, headers });
  }
  if (file !== undefined) {
    headers.set('content-type', file.contentType);
    headers.set(
      'content-disposition',
      `${file.isToBeShown === true ? 'inline' : 'attachment'}; filename="${file.name}"`,
    );
    // What people wrote runs nowhere, also where a browser opens it.
    headers.set('content-security-policy', "default-src 'none'; style-src 'unsafe-inline'; img-src data:; sandbox");
    headers.set('x-content-type-options', 'nosniff');
    return new Response(file.text, { status, headers });
  }
  return new Response(body === undefined ? null : JSON.stringify(body), { status, headers });
}

/** RFC 9110, section 13.1.2: compared weakly, since what is the same in meaning need not be sent again. */
const isAmong = (etag: string, ifNoneMatch = ''): boolean =>
  ifNoneMatch.split(',').some((one) => one.trim() === '*' || one.trim().replace(/^W\//, '') === etag);
