import { once } from 'node:events';
import { createServer } from 'node:http';
import { exportJWK, generateKeyPair } from 'jose';
import Provider, { type Configuration } from 'oidc-provider';

/** Somebody whom the provider knows. Their password is whatever is typed. */
export type ProviderPerson = { sub: string } & Record<string, unknown>;

/**
 * An OpenID provider as a company has one, by a certified library, on a free port of loopback. Stricter than the user pool: it rotates
 * refresh tokens, and ends the whole session when one comes back that was used before.
 *
 * @param clients with the addresses to which each may send a browser back
 */
export async function startCompanyProvider({
  people,
  clients,
  programs = [],
}: {
  people: readonly ProviderPerson[];
  clients: () => PageClient[];
  /** Their secret is their id. */
  programs?: readonly string[];
}) {
  const { privateKey } = await generateKeyPair('RS256', { extractable: true });
  const server = createServer();
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The provider listens on a TCP port only.');
  const issuer = `http://127.0.0.1:${address.port}`;
  let provider: Provider | undefined;
  let requests = 0;
  // The clients know addresses that are not known before what they belong to has started.
  const started = (): Provider => {
    provider ??= new Provider(issuer, {
      ...SETTINGS,
      jwks: { keys: [key] },
      clients: [...clients().map(clientOf), ...programs.map(programOf)],
      ...accounts(people),
    });
    return provider;
  };
  const key = { ...(await exportJWK(privateKey)), alg: 'RS256', use: 'sig' };
  server.on('request', (request, response) => {
    requests += 1;
    void started().callback()(request, response);
  });
  return {
    issuer,
    /** Requests so far. */
    requests: () => requests,
    async close() {
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    },
  };
}

const PROGRAM_SCOPES = 'holdfast/signals.write holdfast/records.read';

const SETTINGS: Configuration = {
  pkce: { required: () => true },
  cookies: { keys: ['one for tests'] },
  scopes: ['openid', 'email', 'profile', 'offline_access', ...PROGRAM_SCOPES.split(' ')],
  claims: {
    openid: ['sub', 'groups', 'jira'],
    email: ['email', 'email_verified'],
    profile: ['name'],
  },
  // As Entra, Okta and Keycloak do: the claims of a person stand in the id token.
  conformIdTokenClaims: false,
  issueRefreshToken: () => Promise.resolve(true),
  rotateRefreshToken: true,
  features: {
    revocation: { enabled: true },
    rpInitiatedLogout: { enabled: true },
    clientCredentials: { enabled: true },
    // Access tokens of programs, by RFC 9068.
    resourceIndicators: {
      enabled: true,
      getResourceServerInfo: (_, resource) => ({
        audience: resource,
        scope: PROGRAM_SCOPES,
        accessTokenFormat: 'jwt',
        jwt: { sign: { alg: 'RS256' } },
      }),
    },
  },
};

type PageClient = { id: string; redirectUris: string[]; signedOutUris?: string[] };

const programOf = (id: string) => ({
  client_id: id,
  client_secret: id,
  redirect_uris: [],
  response_types: [],
  grant_types: ['client_credentials'],
  scope: PROGRAM_SCOPES,
});

const clientOf = ({ id, redirectUris, signedOutUris = [] }: PageClient) => ({
  client_id: id,
  redirect_uris: redirectUris,
  post_logout_redirect_uris: signedOutUris,
  grant_types: ['authorization_code', 'refresh_token'],
  response_types: ['code' as const],
  token_endpoint_auth_method: 'none' as const,
  application_type: 'native' as const,
});

const accounts = (people: readonly ProviderPerson[]): Configuration => ({
  findAccount(_, id) {
    const person = people.find(({ sub }) => sub === id);
    return person && { accountId: id, claims: () => ({ ...person }) };
  },
});
