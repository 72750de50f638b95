import type { EvidenceSourcePolicy } from './evidence-source-policy.ts';
import type { Check } from './plan.ts';

/** Reads a name of a source as its one name. A name that the configuration does not know is one by itself. */
export type OneName = (name: string) => string;

export function oneNameIn(sources: EvidenceSourcePolicy): OneName {
  const names = new Map(
    Object.entries(sources).flatMap(([name, { alsoCalled = [] }]) =>
      alsoCalled.map((other): [string, string] => [other, name]),
    ),
  );
  return (name) => names.get(name) ?? name;
}

/** All names under which words of a source may have been kept, its one name first. */
export function namesOf(sources: EvidenceSourcePolicy, name: string): string[] {
  const setting = Object.hasOwn(sources, name) ? sources[name] : undefined;
  return setting?.alsoCalled === undefined ? [name] : [name, ...setting.alsoCalled];
}

/**
 * Check with the one name of each of its sources. Two names of one source are one: it does not speak for two, so that a check which
 * needs two of them has too few.
 */
export function underOneNames(check: Check, oneName: OneName): Check {
  if (check.kind !== 'signal' || check.sources === undefined) return check;
  const sources = check.sources.map(oneName);
  const unique = [...new Set(sources)];
  // Where more are needed than there are, a name stays twice, and the second is one that never speaks.
  return { ...check, sources: typeof check.need === 'number' && unique.length < check.need ? sources : unique };
}
