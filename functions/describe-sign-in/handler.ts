import type { ProtectedResource } from '../../shared/sign-in/protected-resource.ts';

/** Says to everybody how to sign in. It changes with a deployment alone, so an hour of cache is no risk. */
export const describeSignInHandler = (resource: ProtectedResource) => () =>
  Promise.resolve({
    statusCode: 200,
    headers: { 'content-type': 'application/json', 'cache-control': 'public, max-age=3600' },
    body: JSON.stringify(resource),
  });
