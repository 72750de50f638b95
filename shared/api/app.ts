import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { HTTPException } from 'hono/http-exception';
import type { ApiDependencies, ApiEnvironment } from './api-environment.ts';
import type { Caller } from './caller.ts';
import { errorAnswer } from './error-answer.ts';
import { hintRoutes } from './hint-routes.ts';
import { recordRoutes } from './record-routes.ts';
import { remediationRoutes } from './remediation-routes.ts';
import { reviewRoutes } from './review-routes.ts';

/** DynamoDB takes items of 400 KB; a section is one item, and its event another. */
const BODY_LIMIT_BYTES = 256 * 1_024;

/**
 * The API of the records. `callerOf` finds out who calls from what the gateway verified; it is the only thing here that
 * depends on where the API runs.
 */
export function createApi<Bindings extends object>(
  deps: ApiDependencies,
  callerOf: (bindings: Bindings) => Caller | undefined,
): Hono<ApiEnvironment & { Bindings: Bindings }> {
  const app = new Hono<ApiEnvironment & { Bindings: Bindings }>();
  app.onError((error, context) => errorAnswer(error, context, deps.unexpected));
  app.notFound((context) =>
    errorAnswer(
      new HTTPException(404, { message: `there is no ${context.req.method} here` }),
      context,
      deps.unexpected,
    ),
  );
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
    if (caller === undefined)
      throw new HTTPException(401, { message: 'sign in, and send the id token as a bearer token' });
    context.set('caller', caller);
    await next();
  });
  app.route('/', recordRoutes(deps));
  app.route('/', reviewRoutes(deps));
  app.route('/', remediationRoutes(deps));
  app.route('/', hintRoutes(deps));
  return app;
}
