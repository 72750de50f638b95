import { problem } from '../../shared/api/http/problem.ts';
import { asked, ProviderRefused, ProviderUnanswered } from '../../shared/session/provider-answers.ts';
import type { ProtectedResource } from '../../shared/sign-in/protected-resource.ts';

/**
 * Says to everybody how to sign in. It changes with a deployment alone, so an hour of cache is no risk.
 *
 * @param resource asks the issuer, where that one knows its addresses and not we
 */
export const describeSignInHandler = (resource: () => Promise<ProtectedResource>) => async () => {
  try {
    return {
      statusCode: 200,
      headers: { 'content-type': 'application/json', 'cache-control': 'public, max-age=3600' },
      body: JSON.stringify(await asked(resource)),
    };
  } catch (error) {
    if (!(error instanceof ProviderRefused || error instanceof ProviderUnanswered)) throw error;
    const { headers, ...answer } = problem(
      503,
      'Issuer not reached',
      `${error.message}; try again, and check signIn.issuer`,
    );
    return { ...answer, headers: { ...headers, 'retry-after': '10' } };
  }
};
