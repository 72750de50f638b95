import * as z from 'zod';
import type { SimulatorAnswer, SimulatorRoute } from './route.ts';

export type ServiceAccount = { readonly clientId: string; readonly clientSecret: string };

type TokenParts = { readonly account: ServiceAccount; readonly clock: () => Date };

const LIFE_SECONDS = 3_600;

const tokenRequest = z.object({
  grant_type: z.literal('client_credentials'),
  client_id: z.string(),
  client_secret: z.string(),
});

/**
 * The OAuth 2.0 endpoint beside a site, for service accounts. A token lives for an hour, unless it is revoked before.
 * https://support.atlassian.com/user-management/docs/create-oauth-2-0-credential-for-service-accounts/
 */
export function createTokenEndpoint({ account, clock }: TokenParts) {
  const ends = new Map<string, number>();
  let granted = 0;
  let isDown = false;
  const route: SimulatorRoute = { method: 'POST', pattern: '/oauth/token', handle: ({ body }) => grant(body) };

  function grant(body: unknown): SimulatorAnswer {
    if (isDown) return { status: 503, html: 'The service is unavailable.' };
    const asked = tokenRequest.safeParse(body).data;
    if (asked === undefined) return { status: 400, body: { error: 'invalid_request' } };
    if (asked.client_id !== account.clientId || asked.client_secret !== account.clientSecret) {
      return { status: 401, body: { error: 'access_denied', error_description: 'Unauthorized' } };
    }
    granted += 1;
    const token = `access-token-${granted}`;
    ends.set(token, clock().getTime() + LIFE_SECONDS * 1_000);
    return {
      status: 200,
      body: { access_token: token, expires_in: LIFE_SECONDS, scope: 'read:jira-work', token_type: 'Bearer' },
    };
  }

  return {
    route,
    account,
    isAccessToken: (token: string): boolean => clock().getTime() < (ends.get(token) ?? 0),
    /** Tokens that were asked for and given. */
    granted: (): number => granted,
    /** Ends all tokens before their time, as an administrator may. */
    revoke: (): void => ends.clear(),
    setDown(down: boolean): void {
      isDown = down;
    },
  };
}
