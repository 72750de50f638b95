import * as z from 'zod';
import { identifier } from './marks.ts';

/** Id from the user pool, of a client of it, or the name of a function: nobody types it. */
const ActorId = identifier(z.string().min(1));

/** Somebody who signed in: the claims of an OpenID Connect id token. */
export const Person = z.object({
  kind: z.literal('person'),
  id: ActorId,
  name: z.string().min(1),
  email: z.string().optional(),
  jiraAccountId: z.string().optional(),
});
export type Person = z.infer<typeof Person>;

export const isSameEmail = (a: string, b: string | undefined): boolean => a.toLowerCase() === b?.toLowerCase();

/** One human may have two profiles, of the pool and of a federated provider: they share an address or an account. */
export function isSameHuman(a: Person, b: Person): boolean {
  const sameEmail = a.email !== undefined && isSameEmail(a.email, b.email);
  const sameAccount = a.jiraAccountId !== undefined && a.jiraAccountId === b.jiraAccountId;
  return a.id === b.id || sameEmail || sameAccount;
}

/** A program with credentials of its own. */
export const Machine = z.object({ kind: z.literal('machine'), id: ActorId });

/** Writer of a record: a person or a program. Only a person can judge one. */
export const Author = z.discriminatedUnion('kind', [Person, Machine]);
export type Author = z.infer<typeof Author>;

/** Doer of an event. `system` is Holdfast itself (named by function), `machine` a client with credentials of its own. */
export const Actor = z.discriminatedUnion('kind', [
  Person,
  Machine,
  z.object({ kind: z.literal('system'), id: ActorId }),
]);
export type Actor = z.infer<typeof Actor>;

/** Machines are not human: a person who runs one is not known by it. */
export function isSameAuthor(a: Author, b: Author): boolean {
  return a.kind === 'person' && b.kind === 'person' ? isSameHuman(a, b) : a.kind === b.kind && a.id === b.id;
}

/** A person as the ticketing system names them; e-mail addresses are often hidden there. */
export const TicketPerson = z.object({
  accountId: z.string().min(1),
  name: z.string(),
  email: z.string().optional(),
});
export type TicketPerson = z.infer<typeof TicketPerson>;
