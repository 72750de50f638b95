import * as z from 'zod';

/** E-mail address that the stack writes into a new secret: nobody's. */
const PLACEHOLDER_EMAIL = 'replace-me@example.com';

/** Characters of a token. Others break the header that it is sent in, and the error about that would show it. */
const Token = z.string().regex(/^[!-~]+$/);
const Address = z
  .string()
  .regex(/^\S+@\S+$/)
  .refine((email) => email !== PLACEHOLDER_EMAIL);

/** API token of an account, also of a service account and with scopes; at the site, and at the gateway. */
const ApiToken = z.object({ email: Address, apiToken: Token });
/** OAuth 2.0 credential of a service account, at the gateway only. */
const ClientCredentials = z.object({ clientId: Token, clientSecret: Token });
/** Of an account of Data Center. */
const PersonalAccessToken = z.object({ personalAccessToken: Token });

export type ApiToken = z.infer<typeof ApiToken>;
export type ClientCredentials = z.infer<typeof ClientCredentials>;
export type PersonalAccessToken = z.infer<typeof PersonalAccessToken>;
export type JiraCredentials = ApiToken | ClientCredentials | PersonalAccessToken;

const KINDS = [ApiToken, ClientCredentials, PersonalAccessToken] as const;

const WANTED =
  'put one of these there: {"email": "…", "apiToken": "…"}; {"clientId": "…", "clientSecret": "…"} of an OAuth 2.0 credential; ' +
  '{"personalAccessToken": "…"} for Data Center';

/** The content of the secret with which Holdfast calls Jira. Its fields say which kind of login it is. Messages name fields, never values. */
export const JiraCredentials = z.unknown().transform((content, context): JiraCredentials => {
  const complete = KINDS.map((kind) => kind.safeParse(content).data).filter((login) => login !== undefined);
  const [only] = complete;
  if (only !== undefined && complete.length === 1) return only;
  context.addIssue({
    code: 'custom',
    message: `${only === undefined ? complaint(content) : 'holds two logins'}; ${WANTED}`,
  });
  return z.NEVER;
});

/** What is wrong with the kind of login that was probably meant: the first of which there is a field. */
function complaint(content: unknown): string {
  const given = z.record(z.string(), z.unknown()).safeParse(content).data ?? {};
  const meant = KINDS.find(({ shape }) => Object.keys(shape).some((field) => field in given));
  if (meant === undefined) return 'holds no login';
  const wrong = Object.entries<z.ZodType>(meant.shape).filter(
    ([field, schema]) => !schema.safeParse(given[field]).success,
  );
  return wrong.map(([field]) => `${field} ${whyWrong(given[field])}`).join(', ');
}

function whyWrong(value: unknown): string {
  if (value === undefined || value === '') return 'is missing';
  if (typeof value !== 'string') return 'is no text';
  return value === PLACEHOLDER_EMAIL
    ? 'is still the placeholder'
    : 'has blanks, line breaks or other characters that do not belong there';
}

/** The login of one of `jira.sites`: it stands under its name in the member `sites` of the same secret. */
export const credentialsOfSite = (key: string) =>
  z.unknown().transform((content, context): JiraCredentials => {
    const sites = z.object({ sites: z.record(z.string(), z.unknown()) }).safeParse(content).data?.sites;
    const login = JiraCredentials.safeParse(sites?.[key]);
    if (login.success) return login.data;
    for (const { message } of login.error.issues)
      context.addIssue({ code: 'custom', message: `in sites.${key} ${message}` });
    return z.NEVER;
  });
