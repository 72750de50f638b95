import * as z from 'zod';
import { PeopleRole, type Role } from '../domain/access/access.ts';
import type { IssuerPolicy } from '../domain/access/issuer-policy.ts';
import type { ProgramsByClient } from '../domain/access/programs.ts';
import type { IdentityProvider } from '../domain/access/sign-in-policy.ts';
import { isReadable } from '../domain/words/readable.ts';
import { callerOfIssuer } from './issuer-caller.ts';
import { type Caller, ClaimText, isTrue, programCaller } from './token-claims.ts';

/** The claims of a person's token that Holdfast looks at. API Gateway has verified them before. */
const PersonClaims = z.object({
  /** The client that they signed in with. */
  aud: z.string(),
  /** Id tokens only: a person's access token is as valid, but says less of who it is, and four eyes look at just that. */
  token_use: z.literal('id'),
  sub: z.string().min(1),
  email: ClaimText.optional(),
  /** HTTP APIs hand every claim over as text. */
  email_verified: z.union([z.boolean(), z.string()]).optional(),
  name: ClaimText.optional(),
  'cognito:username': ClaimText.optional(),
  'cognito:groups': z.union([z.string(), z.array(z.string())]).optional(),
  'custom:jira_account_id': ClaimText.optional(),
  'custom:provider_groups': z.string().optional(),
});
type PersonClaims = z.infer<typeof PersonClaims>;

/**
 * The claims of a client's own token. A person's access token has a username, and no scope of ours.
 * https://docs.aws.amazon.com/cognito/latest/developerguide/amazon-cognito-user-pools-using-the-access-token.html
 */
const MachineClaims = z.object({
  token_use: z.literal('access'),
  client_id: z.string().min(1),
  scope: z.string(),
  username: z.undefined().optional(),
  'cognito:username': z.undefined().optional(),
});

/** Whose tokens are taken: people's by the clients that sign people in, programs' by the clients of programs. */
export type TokenRules = {
  peopleClients: readonly string[];
  programs: ProgramsByClient;
  provider?: IdentityProvider | undefined;
  /** Of the company's own, where there is no user pool. */
  issuer?: IssuerPolicy | undefined;
};

/**
 * Caller of the API.
 *
 * @returns undefined when the claims name nobody
 * @throws Refusal when they name a client that is none of our programs
 */
export function callerFrom(claims: unknown, rules: TokenRules): Caller | undefined {
  if (rules.issuer !== undefined) return callerOfIssuer(claims, rules.issuer, rules);
  return personFrom(claims, rules) ?? machineFrom(claims, rules.programs);
}

function personFrom(claims: unknown, { peopleClients, provider }: TokenRules): Caller | undefined {
  const parsed = PersonClaims.safeParse(claims);
  if (!parsed.success || !peopleClients.includes(parsed.data.aud)) return undefined;
  const { sub, name } = parsed.data;
  const isFederated = provider !== undefined && isOf(provider, parsed.data);
  const email = isFederated || isVerified(parsed.data) ? parsed.data.email : undefined;
  const jiraAccountId = parsed.data['custom:jira_account_id'];
  return {
    author: {
      kind: 'person',
      id: sub.toWellFormed(),
      name:
        [name, email, parsed.data['cognito:username']].find((one) => one !== undefined && isReadable(one)) ??
        sub.toWellFormed(),
      ...(email === undefined ? {} : { email }),
      ...(jiraAccountId === undefined ? {} : { jiraAccountId }),
    },
    roles: [
      ...new Set([
        ...rolesIn(parsed.data['cognito:groups']),
        ...(isFederated ? rolesOfGroups(provider, parsed.data['custom:provider_groups']) : []),
      ]),
    ],
  };
}

/**
 * Rights and four eyes rest on e-mail addresses. One that nobody verified counts for neither: it may be anybody's. The company's
 * own provider says who its people are, and Cognito marks its addresses as verified only where the provider tells that, too.
 */
const isVerified = ({ email_verified }: PersonClaims): boolean => isTrue(email_verified);

/** Cognito names those who come through a provider after it, `Okta_anna`, and users of the pool by a UUID. */
const isOf = ({ name }: IdentityProvider, claims: PersonClaims): boolean =>
  claims['cognito:username']?.toLowerCase().startsWith(`${name.toLowerCase()}_`) === true;

/** Cognito writes several values of an attribute as text: `[SOC-Leads, Everyone]`. */
function rolesOfGroups({ roles }: IdentityProvider, groups = ''): Role[] {
  const names = groups.replace(/^\[|\]$/g, '').split(',');
  return names.flatMap((name) => roles[name.trim()] ?? []);
}

function machineFrom(claims: unknown, programs: ProgramsByClient): Caller | undefined {
  const parsed = MachineClaims.safeParse(claims);
  if (!parsed.success) return undefined;
  return programCaller(parsed.data.client_id, parsed.data.scope.split(' '), programs);
}

/** HTTP APIs hand a list over as text: `[analyst approver]`. Groups that are no roles of ours are passed over. */
function rolesIn(groups: string | string[] | undefined): Role[] {
  const names = Array.isArray(groups) ? groups : (groups ?? '').replace(/^\[|\]$/g, '').split(/[\s,]+/);
  return names.flatMap((name) => {
    const role = PeopleRole.safeParse(name.replaceAll('"', ''));
    return role.success ? [role.data] : [];
  });
}
