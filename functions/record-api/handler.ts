import { handle, type LambdaEvent } from 'hono/aws-lambda';
import * as z from 'zod';
import type { ApiDependencies } from '../../shared/api/api-dependencies.ts';
import { createApi } from '../../shared/api/app.ts';
import { callerFrom, type TokenRules } from '../../shared/api/caller.ts';

/** The part of the event in which API Gateway puts the claims of a token that it has verified. */
const Authorized = z.object({
  requestContext: z.object({ authorizer: z.object({ jwt: z.object({ claims: z.unknown() }) }) }),
});

/** Answers the calls of people and their programs to the records. */
export function recordApiHandler(deps: ApiDependencies & Omit<TokenRules, 'provider'>) {
  const rules = { ...deps, provider: deps.config.signIn.provider };
  const answer = handle(
    createApi<{ event: unknown }>(deps, ({ event }) => {
      const authorized = Authorized.safeParse(event);
      if (!authorized.success) return undefined;
      return callerFrom(authorized.data.requestContext.authorizer.jwt.claims, rules);
    }),
  );
  return (event: LambdaEvent) => answer(event);
}
