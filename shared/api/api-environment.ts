import { type Action, may } from '../domain/access.ts';
import type { Person } from '../domain/person.ts';
import type { HoldfastConfig } from '../domain/policy.ts';
import type { HeadItem } from '../store/read-record.ts';
import type { RecordStore } from '../store/record-store.ts';
import type { Caller } from './caller.ts';
import { Forbidden } from './error-answer.ts';

export type ApiDependencies = {
  store: RecordStore;
  /** Reviews that are not approved yet, the earliest due first. */
  openReviews: () => Promise<HeadItem['head'][]>;
  config: HoldfastConfig;
  now: () => string;
  newId: () => string;
  /** Told of errors that no rule of ours explains. */
  unexpected: (error: Error) => void;
};

export type ApiEnvironment = { Variables: { caller: Caller } };

/** @throws Forbidden when no role of the caller reaches */
export function allowed(caller: Caller, action: Action): Person {
  if (!may(caller.roles, action)) throw new Forbidden(action);
  return caller.person;
}
