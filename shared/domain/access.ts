import * as z from 'zod';

/** Groups of the user pool. A person may be in several. */
export const Role = z.enum(['analyst', 'approver', 'auditor', 'admin']);
export type Role = z.infer<typeof Role>;

export const ACTIONS = [
  'read records',
  'write records',
  'submit records',
  'judge records',
  'attest fixes',
  'accept risks',
  'cancel remediations',
] as const;
export type Action = (typeof ACTIONS)[number];

/** Who may do what. Four-eyes rules come on top: they look at the person, not at the role. */
const GRANTS: Record<Role, readonly Action[]> = {
  analyst: ['read records', 'write records', 'submit records', 'attest fixes'],
  approver: [
    'read records',
    'write records',
    'submit records',
    'judge records',
    'attest fixes',
    'accept risks',
    'cancel remediations',
  ],
  auditor: ['read records'],
  admin: ACTIONS,
};

export function may(roles: readonly Role[], action: Action): boolean {
  return roles.some((role) => GRANTS[role].includes(action));
}
