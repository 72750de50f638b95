import type { IssuerPolicy } from '../../shared/domain/access/issuer-policy.ts';
import type { ProgramPolicy, ProgramScope } from '../../shared/domain/access/program-policy.ts';

/** Client of a program. */
export interface ProgramClient {
  readonly name: string;
  readonly scopes: readonly ProgramScope[];
  readonly clientId: string;
}

/** Callers of the API, wherever they are known: people with a role, and programs with their scopes. */
export interface Callers {
  /** Issuer of the tokens, as they name it. */
  readonly issuer: string;
  /** With which pages sign people in. */
  readonly webClientId: string;
  /** Of `holdfast login`. It has no secret: everybody has the program. */
  readonly commandLineClientId: string;
  readonly programs: readonly ProgramClient[];
  /** Address of the sign-in pages of the user pool, without a slash at its end; undefined where there is no pool. */
  readonly signInUrl: string | undefined;
  /** Audiences of the tokens of programs that have one of the scopes; none while there is no such program. */
  audiencesWith(...scopes: readonly ProgramScope[]): string[];
}

/** The scope that a program needs to report a signal. */
export const SIGNAL_SCOPE = 'holdfast/signals.write';

/** Ids of the clients with which people sign in. */
export const peopleClientIds = ({ webClientId, commandLineClientId }: Callers): string[] => [
  webClientId,
  commandLineClientId,
];

export const programsWith = (programs: readonly ProgramClient[], wanted: readonly ProgramScope[]): ProgramClient[] =>
  programs.filter(({ scopes }) => wanted.some((scope) => scopes.includes(scope)));

/** Callers whom an issuer of the company's own knows. Nothing of them is made here. */
export function callersOfIssuer({ url, clients, audience }: IssuerPolicy, policy: ProgramPolicy): Callers {
  const programs = Object.entries(policy).map(([name, { scopes, clientId = '' }]) => ({ name, scopes, clientId }));
  return {
    issuer: url,
    webClientId: clients.pages,
    commandLineClientId: clients.commandLine,
    programs,
    signInUrl: undefined,
    audiencesWith: (...scopes) =>
      audience === undefined || programsWith(programs, scopes).length === 0 ? [] : [audience],
  };
}
