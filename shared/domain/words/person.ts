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

/** Form of a program's name in `holdfast.config.ts`. Resources of the stack are named after it. */
export const PROGRAM_NAME = /^(?=.{1,32}$)[a-z][a-z0-9]*(-[a-z][a-z0-9]*)*$/;

/** A program with credentials of its own. Logs of earlier versions, and our own commands, have only an id. */
export const Machine = z.object({
  kind: z.literal('machine'),
  id: ActorId,
  name: identifier(z.string().min(1), PROGRAM_NAME).optional(),
  /** E-mail address of the person who answered for it when it wrote. */
  owner: z.string().optional(),
});
export type Machine = z.infer<typeof Machine>;

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

/** A program is another author when another person answers for it: four eyes look at each of its owners. */
export function isSameAuthor(a: Author, b: Author): boolean {
  if (a.kind === 'person') return b.kind === 'person' && isSameHuman(a, b);
  return b.kind === 'machine' && a.id === b.id && isSameOwner(a.owner, b.owner);
}

const isSameOwner = (a: string | undefined, b: string | undefined): boolean =>
  a === undefined ? b === undefined : isSameEmail(a, b);

/** A person as the ticketing system names them; e-mail addresses are often hidden there. */
export const TicketPerson = z.object({
  accountId: z.string().min(1),
  name: z.string(),
  email: z.string().optional(),
});
export type TicketPerson = z.infer<typeof TicketPerson>;
