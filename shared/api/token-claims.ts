import * as z from 'zod';
import type { Claimant, Role } from '../domain/access/access.ts';
import type { ProgramScope } from '../domain/access/program-policy.ts';
import { type ProgramsByClient, programAuthor, unknownProgram } from '../domain/access/programs.ts';
import { Refusal } from '../domain/words/refusal.ts';

export type Caller = Claimant;

/** A name may come from another provider, whose JSON can spell half of a character. It stands in everything that the person writes. */
export const ClaimText = z.string().overwrite((text) => text.toWellFormed());

/** HTTP APIs hand every claim over as text. */
export const isTrue = (claim: unknown): boolean => claim === true || claim === 'true';

/** The client that a program's token names: by RFC 9068, by Keycloak and Entra, by Okta. */
export const ClientOfToken = z.looseObject({
  client_id: z.string().optional(),
  azp: z.string().optional(),
  cid: z.string().optional(),
});

export const clientNamed = ({ client_id, azp, cid }: z.infer<typeof ClientOfToken>): string | undefined =>
  client_id ?? azp ?? cid;

/** @throws Refusal when the client is none of our programs */
export function programCaller(
  clientId: string,
  told: readonly string[],
  programs: ProgramsByClient,
): Caller | undefined {
  const program = programs.get(clientId);
  if (program === undefined) throw new Refusal('unknown program', unknownProgram(clientId));
  // A token from before the last deployment may have a scope that its program lost.
  const roles = rolesOf(program.scopes.filter((scope) => told.includes(`holdfast/${scope}`)));
  return roles.length === 0 ? undefined : { author: programAuthor(clientId, program), roles };
}

/** Roles of a program. A writer may read as well: every write answers with what was written. */
function rolesOf(scopes: readonly ProgramScope[]): Role[] {
  if (scopes.includes('records.write')) return ['machine'];
  return scopes.includes('records.read') ? ['machine reader'] : [];
}
