import type { Person } from '../../../shared/domain/words/person.ts';

export const ANNA: Person = { kind: 'person', id: 'anna', name: 'Anna Analyst', email: 'anna@example.com' };
export const BEN: Person = {
  kind: 'person',
  id: 'ben',
  name: 'Ben Approver',
  email: 'ben@example.com',
  jiraAccountId: 'jira-ben',
};
