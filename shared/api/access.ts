import { type Action, type Guarded, hasRoleFor, may } from '../domain/access/access.ts';
import type { PostMortem } from '../domain/record/post-mortem.ts';
import type { PostMortemId } from '../domain/words/identifiers.ts';
import type { Person } from '../domain/words/person.ts';
import { NotFound } from '../store/errors.ts';
import type { Caller } from './token-claims.ts';

/** The role of the caller does not reach. */
export class Forbidden extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'Forbidden';
  }
}

/** @throws Forbidden when no role of the caller carries the action to any record */
export function mustHaveRoleFor(caller: Caller, action: Action): void {
  if (hasRoleFor(caller, action)) return;
  throw new Forbidden(`your role may not ${action}; ask an admin to put you into a group that may`);
}

/**
 * Lets the caller do this with this record, or refuses. Somebody who may not read it does not learn that it is there.
 *
 * @param none what is answered in the place of a record that the caller may not read
 * @throws NotFound, Forbidden
 */
export function mustReach(
  caller: Caller,
  action: Action,
  record: Guarded & { id: PostMortemId },
  none: Error = new NotFound(`post-mortem ${record.id}`),
): void {
  if (!may(caller, 'read records', record)) throw none;
  if (may(caller, action, record)) return;
  throw new Forbidden(`your role may not ${action} that are TLP:${record.tlp}`);
}

/** Whether the caller may read this record. */
export const mayRead = (caller: Caller, record: Guarded): boolean => may(caller, 'read records', record);

export function guarded(record: PostMortem): Guarded & { id: PostMortemId } {
  const { id, tlp, authors, sections } = record;
  return { id, tlp, authors, team: sections.framework?.team ?? [] };
}

/** Judging takes a person: four eyes look at who it is. */
export function personOf({ author }: Caller): Person {
  if (author.kind === 'person') return author;
  throw new Forbidden('a person has to decide this, not a program');
}
