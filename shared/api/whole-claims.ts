import * as z from 'zod';
import { jsonIn } from '../domain/words/well-formed.ts';

const Verified = z.object({ iss: z.string(), sub: z.string() });

/**
 * Claims of a token as it has them. API Gateway verified the token and hands its claims over as text: a list of groups becomes
 * `[a b]`, in which two groups and one with a space in its name are the same.
 *
 * @param authorization header with the token
 * @param verified claims of the token that API Gateway verified, which is this one
 * @returns undefined when it is another
 */
export function wholeClaims(authorization: string | undefined, verified: unknown): unknown {
  const [, payload = ''] = /^(?:Bearer )?[\w-]+\.([\w-]+)\.[\w-]+$/i.exec(authorization?.trim() ?? '') ?? [];
  const claims = jsonIn(Buffer.from(payload, 'base64url').toString('utf8'));
  const [here, there] = [Verified.safeParse(claims), Verified.safeParse(verified)];
  const isSame = here.success && there.success && here.data.iss === there.data.iss && here.data.sub === there.data.sub;
  return isSame ? claims : undefined;
}
