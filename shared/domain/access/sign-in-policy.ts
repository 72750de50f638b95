import * as z from 'zod';
import { Duration, durationMs } from '../words/duration.ts';
import { duration, ReadableName, rule } from '../words/settings.ts';
import { PeopleRole } from './access.ts';
import { IssuerPolicy } from './issuer-policy.ts';
import { issuerStandsAlone } from './issuer-rules.ts';
import { WebAddress } from './web-address.ts';

const HttpsUrl = z.url({ protocol: /^https$/, error: 'expected an address that begins with https://' });

/** https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_CreateIdentityProvider.html: no `_`, which ends it in user names. */
const ProviderName = z
  .string()
  .regex(/^[A-Za-z0-9][A-Za-z0-9-]{2,31}$/, { error: 'expected a name of 3 to 32 letters, digits and dashes' });

/** Names of the attributes (SAML) or claims (OIDC) in which the provider tells more of a person than address and name. */
const more = {
  jiraAccountId: ReadableName.optional(),
  /** Holds the names of groups, which `roles` translates. */
  groups: ReadableName.optional(),
};

const common = {
  name: ProviderName,
  /** Roles by the names of the provider's groups. */
  roles: z.record(z.string().min(1).max(200), PeopleRole).prefault({}),
  /** True when users of the pool itself may sign in beside it, with a password. */
  passwordsToo: z.boolean().prefault(false),
};

const SamlProvider = z.strictObject({
  kind: z.literal('saml'),
  ...common,
  metadataUrl: HttpsUrl,
  attributes: z.strictObject({ email: ReadableName, name: ReadableName, ...more }),
});

const OidcProvider = z.strictObject({
  kind: z.literal('oidc'),
  ...common,
  issuer: HttpsUrl,
  clientId: z.string().min(1).max(200),
  /** Name or ARN of the secret in Secrets Manager that holds the client's secret, and nothing else. */
  clientSecret: z.string().min(1).max(2_048),
  attributes: z
    .strictObject({ email: ReadableName.prefault('email'), name: ReadableName.prefault('name'), ...more })
    .prefault({}),
});

const groupsAndRolesGoTogether = rule(
  { attributes: z.object({ groups: z.string().optional() }), roles: z.record(z.string(), z.string()) },
  ({ attributes: { groups }, roles }) => {
    if ((groups === undefined) === (Object.keys(roles).length === 0)) return [];
    return groups === undefined
      ? [
          {
            path: ['attributes', 'groups'],
            expected: 'expected the attribute in which the provider tells the groups of roles',
          },
        ]
      : [
          {
            path: ['roles'],
            expected: "expected the role of each group that counts, such as { 'SOC-Leads': 'approver' }",
          },
        ];
  },
);

const HOUR_MS = 3_600_000;
const isWithinCognitos = (time: Duration): boolean =>
  !Duration.safeParse(time).success || (durationMs(time) >= HOUR_MS && durationMs(time) <= 3_650 * 24 * HOUR_MS);

const Provider = z.discriminatedUnion('kind', [SamlProvider, OidcProvider]).check(groupsAndRolesGoTogether);
export type IdentityProvider = z.infer<typeof Provider>;

/** How people sign in. */
export const SignInPolicy = z
  .strictObject({
    mfa: z.enum(['optional', 'required'], { error: "expected 'optional' or 'required'" }).prefault('optional'),
    /** For so long nobody has to sign in again. Cognito takes an hour to ten years. */
    lasts: duration('PT12H').refine((time) => isWithinCognitos(time), { error: 'expected PT1H to P3650D' }),
    /** Address of the sign-in pages, where the user pool has a domain of the company's own. */
    address: WebAddress.optional(),
    provider: Provider.optional(),
    issuer: IssuerPolicy.optional(),
  })
  .check(issuerStandsAlone)
  .prefault({});
export type SignInPolicy = z.infer<typeof SignInPolicy>;
