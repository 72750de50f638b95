import * as z from 'zod';
import type { Role } from '../domain/access/access.ts';
import type { IssuerPolicy } from '../domain/access/issuer-policy.ts';
import type { ProgramsByClient } from '../domain/access/programs.ts';
import { isReadable } from '../domain/words/readable.ts';
import { type Caller, ClaimText, ClientOfToken, clientNamed, isTrue, programCaller } from './token-claims.ts';

const Texts = z.union([z.array(z.string()), z.string().transform((text) => [text])]);

/**
 * Claims of an id token. It has no scope: an access token does, and says who somebody is only by accident
 * (RFC 9068, section 2.2.3; `scp` at Entra and Okta).
 */
const IdToken = z.looseObject({
  sub: z.string().min(1),
  aud: Texts,
  scope: z.undefined().optional(),
  scp: z.undefined().optional(),
});

/** Claims of a program's access token: RFC 9068. Entra and Okta name scopes `scp`. */
const AccessToken = ClientOfToken.extend({ aud: Texts, scope: z.string().optional(), scp: Texts.optional() });

/**
 * Caller by a token of the company's own issuer, whose signature, issuer, audience and end were verified before.
 *
 * @param claims as the token has them: API Gateway makes text of lists, in which the group `a b` and the groups `a` and `b` are the same
 * @returns undefined when the claims name nobody
 * @throws Refusal when they name a client that is none of our programs
 */
export function callerOfIssuer(
  claims: unknown,
  issuer: IssuerPolicy,
  { peopleClients, programs }: { peopleClients: readonly string[]; programs: ProgramsByClient },
): Caller | undefined {
  return personOf(claims, issuer, peopleClients) ?? programOf(claims, issuer, programs);
}

function personOf(
  claims: unknown,
  { claims: names, roles, addressesAreVerified }: IssuerPolicy,
  peopleClients: readonly string[],
): Caller | undefined {
  const parsed = IdToken.safeParse(claims);
  // One audience: a token for several is good at all of them, and may have come from each.
  if (!parsed.success || parsed.data.aud.length !== 1 || !peopleClients.includes(parsed.data.aud[0] ?? ''))
    return undefined;
  const { sub, email_verified } = parsed.data;
  const told = (claim: string | undefined): string | undefined =>
    claim === undefined ? undefined : ClaimText.safeParse(parsed.data[claim]).data;
  const isVerified = email_verified === undefined ? addressesAreVerified : isTrue(email_verified);
  const email = isVerified ? told(names.email) : undefined;
  const jiraAccountId = told(names.jiraAccountId);
  return {
    author: {
      kind: 'person',
      id: sub.toWellFormed(),
      name: [told(names.name), email].find((one) => one !== undefined && isReadable(one)) ?? sub.toWellFormed(),
      ...(email === undefined ? {} : { email }),
      ...(jiraAccountId === undefined ? {} : { jiraAccountId }),
    },
    roles: [...new Set(rolesIn(parsed.data[names.groups], roles))],
  };
}

function rolesIn(groups: unknown, roles: IssuerPolicy['roles']): Role[] {
  const named = Texts.safeParse(groups).data ?? [];
  return named.flatMap((group) => (Object.hasOwn(roles, group) ? (roles[group] ?? []) : []));
}

function programOf(claims: unknown, { audience }: IssuerPolicy, programs: ProgramsByClient): Caller | undefined {
  const parsed = AccessToken.safeParse(claims);
  if (!parsed.success) return undefined;
  const { aud, scope, scp = [] } = parsed.data;
  const clientId = clientNamed(parsed.data);
  const scopes = [scope ?? '', ...scp].flatMap((text) => text.split(' ')).filter((one) => one !== '');
  // An id token names its client, too, and has no scope.
  if (clientId === undefined || audience === undefined || !aud.includes(audience) || scopes.length === 0)
    return undefined;
  return programCaller(clientId, scopes, programs);
}
