import { describe, expect, it } from 'vitest';
import { describeSignInHandler } from '../../../functions/describe-sign-in/handler.ts';
import { POOL_SCOPE, poolEndpoints, protectedResource } from '../../../shared/sign-in/protected-resource.ts';

const resource = protectedResource({
  apiUrl: 'https://api.acme.com/',
  endpoints: poolEndpoints({ issuer: 'https://pool.example', signInUrl: 'https://sign-in.acme.com', clientId: 'cli' }),
  scope: POOL_SCOPE,
  redirects: ['http://localhost:8473/signed-in'],
});

describe('the way to sign in', () => {
  it('is told to everybody, for an hour', async () => {
    const { statusCode, headers, body } = await describeSignInHandler(() => Promise.resolve(resource))();
    expect([statusCode, headers, JSON.parse(body)]).toEqual([
      200,
      { 'content-type': 'application/json', 'cache-control': 'public, max-age=3600' },
      resource,
    ]);
  });

  it('is told later where the issuer does not say it now, and kept by nobody until then', async () => {
    const silent = describeSignInHandler(() => Promise.reject(new TypeError('fetch failed')));
    expect(await silent()).toMatchObject({
      statusCode: 503,
      headers: { 'content-type': 'application/problem+json', 'retry-after': '10' },
      body: expect.stringContaining('check signIn.issuer'),
    });
  });

  it('hides no fault of ours', async () => {
    const broken = describeSignInHandler(() => Promise.reject(new RangeError('ours')));
    await expect(broken()).rejects.toThrow('ours');
  });
});
