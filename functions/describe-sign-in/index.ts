import { environment, Variable } from '../../runtime/environment.ts';
import { lambda } from '../../runtime/lambda.ts';
import { COMMAND_LINE_REDIRECTS } from '../../shared/sign-in/command-line-redirects.ts';
import { protectedResource } from '../../shared/sign-in/protected-resource.ts';
import { describeSignInHandler } from './handler.ts';

const env = environment({ API_URL: Variable, ISSUER: Variable, SIGN_IN_URL: Variable, COMMAND_LINE_CLIENT: Variable });

export const handler = lambda(
  describeSignInHandler(
    protectedResource({
      apiUrl: env.API_URL,
      issuer: env.ISSUER,
      signInUrl: env.SIGN_IN_URL,
      clientId: env.COMMAND_LINE_CLIENT,
      redirects: COMMAND_LINE_REDIRECTS,
    }),
  ),
);
