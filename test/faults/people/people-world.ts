import type { Jira } from '../../../local/jira-simulator/jira.ts';
import type { PostMortemId } from '../../../shared/domain/words/identifiers.ts';
import type { RecordStore } from '../../../shared/store/records/record-store.ts';
import type { Weather } from '../aws/invocation.ts';
import type { peopleAt, StormSite } from '../jira/storm-sites.ts';
import type { AskApi, SignedInPerson } from './api-client.ts';
import type { Controls } from './controls.ts';

/** World of the people in a simulation: what they see, what they may reach, and how long their day is. */
export type PeopleWorld = Weather & {
  readonly jira: Jira;
  readonly site: StormSite;
  readonly peopleAt: ReturnType<typeof peopleAt>;
  readonly ask: AskApi;
  readonly newId: () => string;
  /** Reads the table without a network between: what a person sees on a page that has loaded. */
  readonly seen: RecordStore;
  readonly isOver: () => boolean;
  readonly endsAt: number;
  readonly controls: Controls;
  pause(shortestMs: number, longestMs: number): Promise<void>;
  /** Issues that a person deleted, by id. */
  readonly deleted: Set<string>;
  /** The records that were opened so far. */
  records(): PostMortemId[];
};

export const ANALYST_ANNA: SignedInPerson = {
  person: { kind: 'person', id: 'anna', name: 'Anna Analyst', email: 'anna@example.com' },
  roles: ['analyst'],
};
export const ANALYST_CARL: SignedInPerson = {
  person: { kind: 'person', id: 'carl', name: 'Carl Analyst', email: 'carl@example.com' },
  roles: ['analyst'],
};
export const APPROVER_BEN: SignedInPerson = {
  person: { kind: 'person', id: 'ben', name: 'Ben Approver', email: 'ben@example.com', jiraAccountId: 'jira-ben' },
  roles: ['approver'],
};
export const APPROVER_EVA: SignedInPerson = {
  person: { kind: 'person', id: 'eva', name: 'Eva Approver', email: 'eva@example.com' },
  roles: ['approver'],
};

export const MINUTE = 60_000;
