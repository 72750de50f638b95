import type { Schemas } from '../data/api.ts';

type Check = Schemas['Check'];

/** What a check asks, in a sentence. */
export function checkAsked(check: Check): string {
  if (check.kind === 'attestation') return `A second person gives their word: “${check.statement}”`;
  if (check.kind === 'ticket state') return 'The ticket is done in Jira';
  const { subject, sources, need, resources } = check;
  const who = sources === undefined ? 'Any source' : whoOf(sources, need);
  return `${who} says pass of ${subject.type} ${subject.id}${resources === undefined ? '' : ` on ${resources.join(', ')}`}`;
}

function whoOf(sources: readonly string[], need: 'all' | 'any' | number | undefined): string {
  if (sources.length === 1) return sources[0] ?? '';
  if (need === undefined || need === 'all') return `Each of ${sources.join(', ')}`;
  return need === 'any' ? `One of ${sources.join(', ')}` : `At least ${need} of ${sources.join(', ')}`;
}

/** Which resource a source speaks of; `*` is all of its subject, of which nothing more is said. */
export const ofResource = (resource: string | undefined): string =>
  resource === undefined || resource === '*' ? '' : ` of ${resource}`;

/** Only what one reads in Jira shows that the fix is done: it can be claimed, and never proven. */
export const cannotBeProven = (checks: readonly Pick<Check, 'kind'>[]): boolean =>
  checks.every(({ kind }) => kind === 'ticket state');
