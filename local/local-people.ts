import type { Role } from '../shared/domain/access/access.ts';

export type LocalPerson = { email: string; name: string; role: Role; jiraAccountId?: string };

/** Somebody for each role, and two approvers, as many as a critical record wants. Anna is an approver, too, so that four eyes, not her role, keep her from her own record. */
export const LOCAL_PEOPLE: LocalPerson[] = [
  { email: 'anna@example.com', name: 'Anna Author', role: 'approver' },
  { email: 'ben@example.com', name: 'Ben Approver', role: 'approver', jiraAccountId: 'jira-ben' },
  { email: 'nina@example.com', name: 'Nina Analyst', role: 'analyst' },
  { email: 'ada@example.com', name: 'Ada Auditor', role: 'auditor' },
  { email: 'alma@example.com', name: 'Alma Admin', role: 'admin' },
];
