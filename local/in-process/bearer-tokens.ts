import { randomUUID } from 'node:crypto';
import type { LocalPerson } from '../local-people.ts';

/** Grant behind a token: the clients that it was issued for, its scopes, its claims about the bearer. */
export type Grant = {
  audiences: readonly string[];
  scopes: readonly string[];
  claims: Readonly<Record<string, string>>;
};

/** Issues tokens that say nothing, and remembers what each stands for: there is no user pool here that signs any. */
export function bearerTokens({ webClient, scannerClient }: { webClient: string; scannerClient: string }) {
  const grants = new Map<string, Grant>();
  function issue(grant: Grant): string {
    const token = randomUUID();
    grants.set(token, grant);
    return token;
  }
  return {
    /** The claims of an id token of the user pool. */
    forPerson: ({ email, name, role, jiraAccountId }: LocalPerson): string =>
      issue({
        audiences: [webClient],
        scopes: [],
        claims: {
          token_use: 'id',
          aud: webClient,
          // The same person, however often they sign in.
          sub: email,
          email,
          email_verified: 'true',
          name,
          'cognito:groups': `[${role}]`,
          ...(jiraAccountId === undefined ? {} : { 'custom:jira_account_id': jiraAccountId }),
        },
      }),

    /** The claims of an access token by client credentials. */
    forScanner: (): string =>
      issue({
        audiences: [scannerClient],
        scopes: ['holdfast/signals.write'],
        claims: { token_use: 'access', client_id: scannerClient, scope: 'holdfast/signals.write' },
      }),

    grantOf: (authorization: string | undefined): Grant | undefined =>
      grants.get(/^Bearer (\S+)$/i.exec(authorization ?? '')?.[1] ?? ''),
  };
}
