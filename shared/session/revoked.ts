import * as oidc from 'openid-client';
import { asked } from './provider-answers.ts';

/** Ends a refresh token at the provider. @returns whether it confirmed that */
export const revoked = (client: oidc.Configuration, refreshToken: string): Promise<boolean> =>
  asked(() => oidc.tokenRevocation(client, refreshToken)).then(
    () => true,
    () => false,
  );
