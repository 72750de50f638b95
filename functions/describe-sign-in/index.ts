import config from '#config';
import { environment, Variable } from '../../runtime/environment.ts';
import { lambda } from '../../runtime/lambda.ts';
import { COMMAND_LINE_REDIRECTS } from '../../shared/sign-in/command-line-redirects.ts';
import { issuerEndpoints } from '../../shared/sign-in/oidc-client.ts';
import { POOL_SCOPE, poolEndpoints, protectedResource } from '../../shared/sign-in/protected-resource.ts';
import { describeSignInHandler } from './handler.ts';

const { API_URL: apiUrl, COMMAND_LINE_CLIENT: clientId } = environment({
  API_URL: Variable,
  COMMAND_LINE_CLIENT: Variable,
});
const { issuer } = config.signIn;

function resourceOfPool() {
  const pool = environment({ ISSUER: Variable, SIGN_IN_URL: Variable });
  const endpoints = poolEndpoints({ issuer: pool.ISSUER, signInUrl: pool.SIGN_IN_URL, clientId });
  const resource = protectedResource({ apiUrl, endpoints, scope: POOL_SCOPE, redirects: COMMAND_LINE_REDIRECTS });
  return () => Promise.resolve(resource);
}

const resourceOfIssuer = (url: string, scope: string) => async () =>
  protectedResource({
    apiUrl,
    endpoints: await issuerEndpoints(url, clientId),
    scope,
    redirects: COMMAND_LINE_REDIRECTS,
  });

export const handler = lambda(
  describeSignInHandler(issuer === undefined ? resourceOfPool() : resourceOfIssuer(issuer.url, issuer.scope)),
);
