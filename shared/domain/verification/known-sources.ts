import { type ProgramPolicy, programsOfAnySource } from '../access/program-policy.ts';
import { isAlike } from '../words/alike.ts';
import type { EvidenceSourcePolicy } from './evidence-source-policy.ts';

/** Names of the sources that the configuration knows; `any`: a program may speak for every one, so no name is wrong. */
export type KnownSources = readonly string[] | 'any';

/** The part of the configuration that says who speaks. */
export type SourceRules = { programs: ProgramPolicy; evidenceSources: EvidenceSourcePolicy };

/** Sources for which a program may speak, and those of `evidenceSources`, under all their names. */
export function knownSources({ programs, evidenceSources }: SourceRules): KnownSources {
  if (programsOfAnySource(programs).length > 0) return 'any';
  const spoken = Object.values(programs).flatMap(({ sources }) => sources);
  const named = Object.entries(evidenceSources).flatMap(([name, { alsoCalled = [] }]) => [name, ...alsoCalled]);
  return [...new Set([...spoken, ...named])];
}

const NAMED_AT_MOST = 10;

/** The sources that there are, for a message; undefined when nobody can list them. */
export function sourcesInWords(known: KnownSources): string | undefined {
  if (known === 'any') return undefined;
  const named = known.slice(0, NAMED_AT_MOST).map((one) => JSON.stringify(one));
  if (named.length === 0) return 'there are none';
  const more = known.length > named.length ? ` and ${known.length - named.length} more` : '';
  return `there ${known.length === 1 ? 'is' : 'are'} ${named.join(', ')}${more}`;
}

/** Problem with the source that a plan names; undefined when there is none. A fix would wait for its word for ever. */
export function unknownSource(name: string, known: KnownSources): string | undefined {
  if (known === 'any' || known.includes(name)) return undefined;
  const meant = known.find((one) => isAlike(one, name));
  const hint = meant === undefined ? '' : `, did you mean ${JSON.stringify(meant)}?`;
  return `no program may speak for ${JSON.stringify(name)} (programs and evidenceSources in holdfast.config.ts)${hint}; ${sourcesInWords(known)}`;
}
