import * as z from 'zod';
import { ReadableName } from '../words/settings.ts';
import { PeopleRole } from './access.ts';
import { isWebAddress, WEB_ADDRESS_EXPECTED } from './web-address.ts';

const ClientId = z.string().min(1).max(200);

/**
 * An OpenID issuer of the company's own, at which people sign in instead of the user pool. There is none then: people, groups, second
 * factors and programs' clients are all there.
 */
export const IssuerPolicy = z.strictObject({
  /** As its tokens name it, to the letter: some end with a slash. */
  url: z.url({ error: WEB_ADDRESS_EXPECTED }).refine((text) => isWebAddress(text), { error: WEB_ADDRESS_EXPECTED }),
  /** Public clients for authorization code with PKCE. Two, so that a token says where somebody signed in. */
  clients: z.strictObject({ pages: ClientId, commandLine: ClientId }),
  /** Scopes that people are signed in with: what gives an id token, the claims below, and a refresh token. */
  scope: z
    .string()
    .regex(/^(?=.*\bopenid\b)[\x21-\x7e]+( [\x21-\x7e]+)*$/, { error: 'expected scopes with openid among them' })
    .max(500)
    .prefault('openid email profile offline_access'),
  /** Claims of the id token that say more of a person. */
  claims: z
    .strictObject({
      email: ReadableName.prefault('email'),
      name: ReadableName.prefault('name'),
      groups: ReadableName.prefault('groups'),
      jiraAccountId: ReadableName.optional(),
    })
    .prefault({}),
  /** Roles by the names of the issuer's groups. Whoever is in none may do nothing. */
  roles: z.record(z.string().min(1).max(200), PeopleRole).refine((roles) => Object.keys(roles).length > 0, {
    error: "expected the role of each group that counts, such as { 'SOC-Leads': 'approver' }",
  }),
  /** True when the issuer tells addresses that only the company sets, without `email_verified`. One that it calls not verified never counts. */
  addressesAreVerified: z.boolean().prefault(false),
  /** Audience of programs' access tokens, where programs call. */
  audience: z.string().min(1).max(500).optional(),
});
export type IssuerPolicy = z.infer<typeof IssuerPolicy>;
