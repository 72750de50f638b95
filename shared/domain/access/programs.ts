import type { Machine } from '../words/person.ts';
import { ANY_SOURCE, type Program, type ProgramPolicy } from './program-policy.ts';

export type NamedProgram = Program & { name: string };

/** Programs by the id of their client in the user pool, which is all that a token says of who sent it. */
export type ProgramsByClient = ReadonlyMap<string, NamedProgram>;

/**
 * @param clientIds by the names of the programs; one that the policy does not name is left out, and so refused
 */
export function programsByClient(
  programs: ProgramPolicy,
  clientIds: Readonly<Record<string, string>>,
): ProgramsByClient {
  return new Map(
    Object.entries(clientIds).flatMap(([name, clientId]) => {
      const program = programs[name];
      return program === undefined ? [] : [[clientId, { ...program, name }]];
    }),
  );
}

/** Author of what a program writes. Its owner goes with it: a later change of the config changes nobody's part in a record. */
export const programAuthor = (clientId: string, { name, owner }: NamedProgram): Machine => ({
  kind: 'machine',
  id: clientId,
  name,
  owner,
});

/** A token outlives its program by up to an hour. */
export const unknownProgram = (clientId: string): string =>
  `the client ${clientId.toWellFormed()} is none of the programs in holdfast.config.ts; use the client of one that is there, or add it and deploy`;

export type Speaker = { author: Machine } | { refusal: string };

/**
 * The program behind a signal, when it may speak for the source. Names are compared as they are stored: another spelling is
 * another source. A program that may speak for a source under one of its names may under all: its word is kept under one.
 *
 * @param oneName the one name of a source that has several
 */
export function speakerFor(
  programs: ProgramsByClient,
  clientId: string,
  source: string,
  oneName: (name: string) => string,
): Speaker {
  const program = programs.get(clientId);
  if (program === undefined) return { refusal: unknownProgram(clientId) };
  const { name, sources } = program;
  const maySpeak = sources.includes(ANY_SOURCE) || sources.map(oneName).includes(oneName(source));
  if (maySpeak) return { author: programAuthor(clientId, program) };
  return {
    refusal:
      `source: the program ${name} may not speak for ${JSON.stringify(source)}, only for ${listed(sources)}; ` +
      `send the signal with a program that may, or add the source to programs.${name}.sources in holdfast.config.ts and deploy`,
  };
}

const NAMED_AT_MOST = 10;

function listed(sources: readonly string[]): string {
  if (sources.length === 0) return 'none';
  const named = sources.slice(0, NAMED_AT_MOST).map((source) => JSON.stringify(source));
  const more = sources.length - named.length;
  return more === 0 ? named.join(', ') : `${named.join(', ')} and ${more} more`;
}
