import * as z from 'zod';
import { type Author, isSameAuthor, isSameEmail } from '../words/person.ts';
import type { Tlp } from '../words/tlp.ts';

/** Groups of the user pool. A person may be in several. */
export const PeopleRole = z.enum(['analyst', 'approver', 'auditor', 'admin']);
/** Roles of a program, by the scopes of its token. */
export const MachineRole = z.enum(['machine', 'machine reader']);
export const Role = z.enum([...PeopleRole.options, ...MachineRole.options]);
export type Role = z.infer<typeof Role>;

export const ACTIONS = [
  'read records',
  'open records',
  'write records',
  'classify records',
  'submit records',
  'judge records',
  'waive records',
  'merge records',
  'accept risks',
  'attest fixes',
  'confirm lessons',
  'check fixes',
  'cancel remediations',
  'open evidence',
  'export records',
  'import records',
  'read reports',
  'make reports',
] as const;
export type Action = (typeof ACTIONS)[number];

/** Caller, as far as access goes. */
export type Claimant = { author: Author; roles: readonly Role[] };

/** Fields of a record that decide who may reach it. */
export type Guarded = {
  tlp: Tlp;
  authors: readonly Author[];
  team: readonly { email?: string | undefined }[];
};

/** How far a role carries an action: to the marks up to one of them, and past that only for those who take part. */
type Reach = { upTo: Tlp; beyondIfInvolved?: boolean };
const EVERYWHERE: Reach = { upTo: 'RED' };
/** TLP:RED is for those who are named: authors of the record and the team of its review. */
const RED_IF_INVOLVED: Reach = { upTo: 'AMBER+STRICT', beyondIfInvolved: true };
/** TLP:AMBER+STRICT is for people of the organisation; a client may hand on what it reads. */
const UP_TO_AMBER: Reach = { upTo: 'AMBER' };

type Grants = Partial<Record<Action, Reach>>;
const all = (reach: Reach, ...actions: readonly Action[]): Grants =>
  Object.fromEntries(actions.map((action) => [action, reach]));

/**
 * Actions of each role, and up to which TLP mark. Four-eyes rules come on top: they look at the person, not at the role.
 *
 * A report tells of every record that there is, also of restricted ones: it is for those who may read all. A client never judges, and never submits: else somebody who holds its secret could write and submit through it, and
 * approve as themselves. It does not set the TLP mark either, which says who may learn of the record.
 */
const GRANTS: Record<Role, Grants> = {
  analyst: all(
    RED_IF_INVOLVED,
    'read records',
    'open records',
    'write records',
    'classify records',
    'submit records',
    'attest fixes',
    'confirm lessons',
    'check fixes',
    'open evidence',
  ),
  approver: all(
    EVERYWHERE,
    'read records',
    'open records',
    'write records',
    'classify records',
    'submit records',
    'judge records',
    'waive records',
    'merge records',
    'accept risks',
    'attest fixes',
    'confirm lessons',
    'check fixes',
    'cancel remediations',
    'open evidence',
    'export records',
    'read reports',
    'make reports',
  ),
  auditor: all(
    EVERYWHERE,
    'read records',
    'check fixes',
    'open evidence',
    'export records',
    'read reports',
    'make reports',
  ),
  admin: all(EVERYWHERE, ...ACTIONS),
  machine: all(UP_TO_AMBER, 'read records', 'open records', 'write records', 'check fixes'),
  'machine reader': all(UP_TO_AMBER, 'read records'),
};

const ORDER: readonly Tlp[] = ['CLEAR', 'GREEN', 'AMBER', 'AMBER+STRICT', 'RED'];

/** True when a role of the caller carries the action for any record at all. */
export function hasRoleFor({ roles }: Pick<Claimant, 'roles'>, action: Action): boolean {
  return roles.some((role) => GRANTS[role][action] !== undefined);
}

/** True when the caller may do this with this record. */
export function may({ author, roles }: Claimant, action: Action, record: Guarded): boolean {
  return roles.some((role) => {
    const reach = GRANTS[role][action];
    if (reach === undefined) return false;
    const isWithin = ORDER.indexOf(record.tlp) <= ORDER.indexOf(reach.upTo);
    return isWithin || (reach.beyondIfInvolved === true && isInvolved(author, record));
  });
}

/** Actions of a caller, each with how far it reaches for records in which they take no part. */
export function reachOf({
  roles,
}: Pick<Claimant, 'roles'>): { action: Action; upTo: Tlp; beyondIfInvolved: boolean }[] {
  return ACTIONS.flatMap((action) => {
    const reaches = roles.flatMap((role) => GRANTS[role][action] ?? []);
    const [widest] = reaches.toSorted((a, b) => ORDER.indexOf(b.upTo) - ORDER.indexOf(a.upTo));
    if (widest === undefined) return [];
    return [{ action, upTo: widest.upTo, beyondIfInvolved: reaches.some((one) => one.beyondIfInvolved === true) }];
  });
}

/** Wrote in the record, or is named in the team of its review. Names are not unique, so an address is what counts. */
function isInvolved(author: Author, { authors, team }: Guarded): boolean {
  if (authors.some((one) => isSameAuthor(one, author))) return true;
  const address = author.kind === 'person' ? author.email : undefined;
  return address !== undefined && team.some(({ email }) => isSameEmail(address, email));
}
