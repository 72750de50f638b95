import { handle, type LambdaEvent } from 'hono/aws-lambda';
import * as z from 'zod';
import type { ApiDependencies } from '../../shared/api/api-dependencies.ts';
import { createApi } from '../../shared/api/app.ts';
import { callerFrom, type TokenRules } from '../../shared/api/caller.ts';
import { wholeClaims } from '../../shared/api/whole-claims.ts';

/** The part of the event in which API Gateway puts the claims of a token that it has verified. */
const Authorized = z.object({
  headers: z.record(z.string(), z.string().optional()).prefault({}),
  requestContext: z.object({ authorizer: z.object({ jwt: z.object({ claims: z.unknown() }) }) }),
});

/** Answers the calls of people and their programs to the records. */
export function recordApiHandler(deps: ApiDependencies & Omit<TokenRules, 'provider' | 'issuer'>) {
  const { provider, issuer } = deps.config.signIn;
  const rules = { ...deps, provider, issuer };
  const answer = handle(
    createApi<{ event: unknown }>(deps, ({ event }) => {
      const authorized = Authorized.safeParse(event);
      if (!authorized.success) return undefined;
      const { headers, requestContext } = authorized.data;
      const { claims } = requestContext.authorizer.jwt;
      return callerFrom(issuer === undefined ? claims : wholeClaims(headers.authorization, claims), rules);
    }),
  );
  return (event: LambdaEvent) => answer(event);
}
