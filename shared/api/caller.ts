import * as z from 'zod';
import { Role } from '../domain/access.ts';
import type { Person } from '../domain/person.ts';

/** The claims of a Cognito token that Holdfast looks at. API Gateway has verified them before. */
const Claims = z.object({
  /** Id tokens only: an access token is as valid, but says less of who it is, and four eyes look at just that. */
  token_use: z.literal('id'),
  sub: z.string().min(1),
  email: z.string().optional(),
  name: z.string().optional(),
  'cognito:username': z.string().optional(),
  'cognito:groups': z.union([z.string(), z.array(z.string())]).optional(),
  'custom:jira_account_id': z.string().optional(),
});

export type Caller = { person: Person; roles: Role[] };

/**
 * Who calls.
 *
 * @returns undefined when the claims name nobody
 */
export function callerFrom(claims: unknown): Caller | undefined {
  const parsed = Claims.safeParse(claims);
  if (!parsed.success) return undefined;
  const { sub, email, name } = parsed.data;
  const jiraAccountId = parsed.data['custom:jira_account_id'];
  return {
    person: {
      kind: 'person',
      id: sub,
      name: name ?? email ?? parsed.data['cognito:username'] ?? sub,
      ...(email === undefined ? {} : { email }),
      ...(jiraAccountId === undefined ? {} : { jiraAccountId }),
    },
    roles: rolesIn(parsed.data['cognito:groups']),
  };
}

/** HTTP APIs hand a list over as text: `[analyst approver]`. Groups that are no roles of ours are passed over. */
function rolesIn(groups: string | string[] | undefined): Role[] {
  const names = Array.isArray(groups) ? groups : (groups ?? '').replace(/^\[|\]$/g, '').split(/[\s,]+/);
  return names.flatMap((name) => {
    const role = Role.safeParse(name.replaceAll('"', ''));
    return role.success ? [role.data] : [];
  });
}
